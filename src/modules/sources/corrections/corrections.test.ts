import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Permission } from "../../../platform/auth/permissions.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { isRefusal, NotFound, type Refusal } from "../../../platform/refusal/index.ts";
import { openSources } from "../testing.ts";
import { acceptCorrection, refuseCorrection, tellSource, withdrawCorrection } from "./actions.ts";
import { answeredCorrections, correctionById, correctionsOf, openCorrections } from "./correction.ts";
import { tellPage } from "./views.ts";

describe("what a source has wrong", () => {
	let council: Awaited<ReturnType<typeof openSources>>;
	before(async () => {
		council = await openSources();
	});
	after(() => council.close());

	function officer(name: string, teams: string[] = [], held: Permission[] = ["records.correct"]): OfficerContext {
		const permissions = new Set(held);
		const actor = {
			kind: "officer",
			id: `id of ${name}`,
			name,
			email: "a@x.org",
			teams,
			roles: [],
			permissions,
		} as const;
		return { ...council.ctx(), actor };
	}
	const ada = () => officer("Ada", ["libraries"]);
	const rev = () => officer("Rev", ["revenues"]);

	async function record(goneAt: Date | null = null): Promise<string> {
		const id = newId();
		await sql`insert into sources.record (id, source, key, said, first_seen_at, seen_at, changed_at, gone_at)
			values (${id}, 'council-tax', ${id}, '{"account":"1","surname":"Ox"}', now(), now(), now(), ${goneAt})`.execute(
			council.db,
		);
		return id;
	}

	async function tell(recordId: string, field = "surname", ought = "Fox"): Promise<string> {
		const told = await tellSource(ada(), { recordId, field, ought, why: "Seen on a passport" });
		return isRefusal(told) ? assert.fail(told.code) : told.id;
	}

	async function code(promise: Promise<{ id: string } | Refusal | undefined>): Promise<string | undefined> {
		const outcome = await promise;
		return isRefusal(outcome) ? outcome.code : undefined;
	}

	it("is told to the team that keeps it, which accepts it; the record stays as the source says it", async () => {
		const recordId = await record();
		const id = await tell(recordId);
		const [seen] = await openCorrections(council.db, rev().actor);
		assert.deepEqual(
			[seen?.id, seen?.says, seen?.ought, seen?.toldByName, seen?.teamId],
			[id, "Ox", "Fox", "Ada", "revenues"],
		);
		const [asTold] = await openCorrections(council.db, ada().actor);
		assert.deepEqual(
			[asTold?.id, asTold?.says, asTold?.saysNow],
			[id, null, null],
			"who tells learns nothing that no purpose opened to them",
		);
		assert.equal(await code(acceptCorrection(ada(), id, "")), "not-yours");
		assert.equal(await code(acceptCorrection(rev(), id, "Mended today")), undefined);
		assert.equal(await code(acceptCorrection(rev(), id, "")), "answered");
		const [answered] = await answeredCorrections(council.db, rev().actor);
		assert.deepEqual(
			[answered?.state, answered?.answeredByName, answered?.answer, answered?.saysNow],
			["accepted", "Rev", "Mended today", "Ox"],
		);
		assert.deepEqual(
			(await correctionsOf(council.db, [recordId])).map((one) => one.id),
			[id],
		);
		const { rows } = await council.pool.query("select action from audit.entry where subject_id = $1 order by id", [
			recordId,
		]);
		assert.deepEqual(
			rows.map(({ action }) => action),
			["correction.told", "correction.accepted"],
		);
	});

	it("stays as it is only for a reason, and may be told again", async () => {
		const recordId = await record();
		const id = await tell(recordId);
		assert.equal(await code(refuseCorrection(rev(), id, " ")), "no-reason");
		assert.equal(await code(refuseCorrection(rev(), id, "The deed says Ox")), undefined);
		await tell(recordId);
	});

	it("is told once at a time, and is something that could be so", async () => {
		const recordId = await record();
		const say = (given: object) =>
			code(tellSource(ada(), { recordId, field: "surname", ought: "Fox", why: "seen", ...given }));
		assert.equal(await say({ ought: "Ox" }), "says-so");
		assert.equal(await say({ ought: "N/A" }), "no-value");
		assert.equal(await say({ ought: "31/02/1980", field: "born" }), "not-right");
		assert.equal(await say({ field: "shoe" }), "no-field");
		assert.equal(await say({ why: "" }), "no-reason");
		assert.equal(await say({ recordId: await record(new Date()) }), "gone");
		const both = await Promise.all([say({}), say({})]);
		assert.deepEqual(both.toSorted(), ["told-already", undefined]);
		await assert.rejects(say({ recordId: newId() }), NotFound);
	});

	it("is taken back by whoever told it, and by nobody else", async () => {
		const id = await tell(await record());
		assert.equal(await code(withdrawCorrection(rev(), id)), "not-yours");
		for (let twice = 0; twice < 2; twice++) assert.equal(await code(withdrawCorrection(ada(), id)), undefined);
		assert.equal(await code(acceptCorrection(rev(), id, "")), "answered");
	});

	it("is known to those who told it, who keep the source, and who look after sources", async () => {
		const id = await tell(await record());
		const sees = async (ctx: OfficerContext) => (await correctionById(council.db, ctx.actor, id)) !== undefined;
		assert.deepEqual(
			await Promise.all(
				[ada(), rev(), officer("Ina", [], ["sources.manage"]), officer("Bob", ["libraries"])].map(sees),
			),
			[true, true, true, false],
		);
	});

	it("is told by a form that gives nothing of the record away", () => {
		const [source] = council.sources;
		const typed = { field: "surname", ought: "<b>", why: "" };
		const page = source && tellPage({ source, recordId: "r", typed, csrf: "t", refused: "no-reason" }).text;
		assert.match(page ?? "", /Say how you know.*&lt;b&gt;/s);
		assert.ok(!page?.includes(">Ox<"));
	});
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import { hostileTexts } from "../../../hostileTexts.ts";
import { mustHoldItsShape } from "../../../markup.testing.ts";
import { Forbidden } from "../../../platform/refusal/index.ts";
import { type Caller, mustBeCalm, openProgram, type Program } from "../../../testing.ts";
import { customerFor } from "../../customers/index.ts";
import { sources } from "../../sources/index.ts";
import { mergingRoutes } from "../merging/desk.routes.ts";
import { takeIn } from "../nodes/takeIn.ts";
import { takeInAll } from "../nodes/incoming.ts";
import { pairRoutes } from "./desk.routes.ts";
import { officerNamed, pairOf, unlikeBirths } from "./testing.ts";

describe("pairs, merges and partings at the desk", () => {
	let program: Program;
	let ada: Caller;
	let bob: Caller;
	before(async () => {
		program = await openProgram();
		[ada, bob] = [await program.officer("Ada Ash"), await program.officer("Bob Birch")];
	});
	after(() => program.close());

	async function customer(name: string): Promise<{ id: string; reference: string }> {
		const email = `${newId()}@mail.example`;
		const id = (await customerFor(program.house.db, program.ctx(), { name, email })) ?? "";
		const tree = await takeIn(program.ctx(), id);
		return { id, reference: tree?.head.reference ?? "" };
	}

	/** A record of the source whose dates of birth are only to be checked. */
	async function sourced(name: string, born: string): Promise<{ id: string; source: string }> {
		const source = sources(program.house).find(
			({ flag, fields }) => !flag && fields.some(({ id, shown }) => id === "born" && shown === "verify"),
		);
		assert.ok(source, "the pack has such a source");
		const id = newId();
		const [given = "", surname = ""] = name.split(" ");
		const said = Object.fromEntries(
			Object.entries({ name, given, surname, born }).filter(([key]) => source.fields.some((field) => field.id === key)),
		);
		const now = new Date();
		await program.house.db
			.insertInto("sources.record")
			.values({
				id,
				source: source.id,
				key: id,
				said: JSON.stringify(said),
				first_seen_at: now,
				seen_at: now,
				changed_at: now,
			})
			.execute();
		const node = { id, source: source.id, kind: "person", beganAt: now, restricted: false, goneAt: null } as const;
		await takeInAll(program.house.db, [{ ...node, changedAt: now, standard: {} }]);
		return { id, source: source.name };
	}

	async function ownPair(more: Parameters<typeof pairOf>[2] = {}) {
		const [one, other] = [await customer("Jo Reed"), await customer("J Reed")];
		return { one, other, id: await pairOf(program.ctx(), [one.id, other.id], more) };
	}

	it("shows what each says, never a date of birth that may only be checked, and writes the reading to the ledger", async () => {
		const [one, other] = [await customer("Jo Reed"), await sourced("Jo Reed", "1984-02-29")];
		const id = await pairOf(program.ctx(), [one.id, other.id], { reasons: unlikeBirths });
		const { status, text } = await ada.ask(`/desk/pairs/${id}`);
		assert.equal(status, 200);
		for (const said of ["Jo Reed", other.source, "Held, not shown", "Date of birth", "−3.0"])
			assert.ok(text.includes(said), said);
		assert.doesNotMatch(text, /1984|29 February/);
		const { rows } = {
			rows: await program.house.db
				.selectFrom("audit.entry")
				.select(["actor_name", "purpose"])
				.where("action", "=", "pair.read")
				.where("subject_id", "=", id)
				.execute(),
		};
		assert.deepEqual(rows, [{ actor_name: "Ada Ash", purpose: "match review" }]);
	});

	it("shows the next pair after a verdict, and the list when nothing is left", async () => {
		const { id } = await ownPair();
		const { id: next } = await ownPair();
		const fields = { verdict: "same", seen: "0", order: "oldest" };
		const saved = await ada.post(`/desk/pairs/${id}/opinions`, Object.entries(fields));
		assert.equal(saved.status, 303);
		assert.match(saved.headers.get("location") ?? "", /^\/desk\/pairs\/[\da-f-]{36}\?order=oldest&done=same$/);
		const page = await ada.follow(saved.headers.get("location") ?? "");
		assert.match(page.text, /The two are one customer now/);
		assert.ok((await ada.ask("/desk/pairs?order=oldest")).text.includes(next));
	});

	it("asks for a verdict, and for the reason where one is needed, and keeps what was typed", async () => {
		const { id } = await ownPair({ probability: 0.6 });
		const none = await ada.post(`/desk/pairs/${id}/opinions`, [["why", "Looks so"]]);
		assert.equal(none.status, 422);
		assert.match(none.text, /Choose what they are[\s\S]*Looks so/);
		const noReason = await ada.post(`/desk/pairs/${id}/opinions`, [["verdict", "same"]]);
		assert.equal(noReason.status, 422);
		assert.match(noReason.text, /Say why/);
		assert.match(noReason.text, /value="same" checked/);
	});

	it("tells the second of two officers at once who judged it", async () => {
		const { id } = await ownPair();
		await Promise.all([ada.token(), bob.token()]);
		const sent = await Promise.all([
			ada.post(`/desk/pairs/${id}/opinions`, [
				["verdict", "same"],
				["seen", "0"],
			]),
			bob.post(`/desk/pairs/${id}/opinions`, [
				["verdict", "same"],
				["seen", "0"],
			]),
		]);
		assert.deepEqual(
			sent.map(({ status }) => status).toSorted((one, other) => one - other),
			[303, 409],
		);
		const told = sent.find(({ status }) => status === 409)?.text ?? "";
		assert.match(told, /A colleague judged this pair after you opened it/);
		assert.match(told, /said (Ada Ash|Bob Birch)/);
	});

	it("merges two customers and parts them again; both references lead to them, and what was written meanwhile is listed", async () => {
		const [one, other] = [await customer("Kit Lee"), await customer("Kit Leigh")];
		const found = await ada.ask(`/desk/customers/${one.reference}/merges/new?q=${other.reference}`);
		assert.ok(found.text.includes(`with=${other.reference}`), "the other is found by its reference");
		const form = await ada.ask(`/desk/customers/${other.id}/merges/new?with=${one.reference}`);
		assert.match(form.text, /Make these one customer\?/);
		const fields = { with: other.reference, why: "Kit changed names" };
		const merged = await ada.post(`/desk/customers/${one.reference}/merges`, Object.entries(fields));
		assert.equal(merged.status, 303, merged.text);
		const again = await bob.post(`/desk/customers/${one.reference}/merges`, Object.entries(fields));
		assert.match(again.headers.get("location") ?? "", /links\?done=already$/);
		for (const known of [one.reference, other.reference, one.id, other.id]) {
			const links = await ada.follow(`/desk/customers/${known}/links`);
			assert.match(links.text, /Merged by an officer[\s\S]*Kit changed names/);
		}
		const request = await program.request();
		await program.house.db
			.updateTable("requests.request")
			.set({ customer_id: other.id })
			.where("id", "=", request.id)
			.execute();
		const [, end = ""] =
			/href="(\/desk\/links\/[\da-f-]+\/end)"/.exec((await ada.follow(`/desk/customers/${one.id}/links`)).text) ?? [];
		assert.match((await ada.ask(end)).text, /Part these into two customers\?/);
		assert.equal((await ada.post(end, [["why", ""]])).status, 422);
		const parted = await ada.post(end, [["why", "Two sisters"]]);
		assert.equal(parted.status, 303, parted.text);
		const late = await bob.post(end, [["why", "Two of them"]]);
		assert.equal(late.status, 409);
		assert.match(late.text, /ended by Ada Ash[\s\S]*Two sisters/);
		const list = await ada.follow(`/desk/customers/${other.id}/look-through`);
		assert.match(list.text, new RegExp(`/desk/requests/${request.reference}`));
		const [, box = ""] = /name="done" type="checkbox" value="([^"]+)"/.exec(list.text) ?? [];
		const done = await ada.post(`/desk/customers/${other.reference}/look-through`, [["done", box]]);
		assert.equal(done.status, 303);
		assert.match((await bob.follow(`/desk/customers/${other.id}/look-through`)).text, /looked through by Ada Ash/);
	});

	it("shows nobody a pair or a merge with a record that is kept from matching", async () => {
		const { one, other, id } = await ownPair();
		await program.house.db.updateTable("records.record").set({ restricted: true }).where("id", "=", other.id).execute();
		const hidden = [
			`/desk/pairs/${id}`,
			`/desk/customers/${one.reference}/merges/new?with=${other.reference}`,
			`/desk/customers/${other.reference}/merges/new`,
		];
		for (const address of hidden) assert.equal((await ada.ask(address)).status, 404, address);
		const list = await ada.ask("/desk/pairs");
		assert.ok(!list.text.includes(id));
		const found = await ada.ask(`/desk/customers/${one.reference}/merges/new?q=${other.reference}`);
		assert.ok(!found.text.includes(`with=${other.reference}`));
		const sent = await ada.post(`/desk/pairs/${id}/opinions`, [
			["verdict", "same"],
			["seen", "0"],
		]);
		assert.equal(sent.status, 404);
		const restriction = `/desk/customers/${other.reference}/restriction`;
		assert.doesNotMatch((await ada.ask(restriction)).text, /J Reed/);
		assert.equal((await ada.post(restriction, [["why", " "]])).status, 422);
		for (const why of ["The order has ended", "Again"])
			assert.equal((await ada.post(restriction, [["why", why]])).status, 303);
		assert.equal((await ada.ask(`/desk/pairs/${id}`)).status, 200, "until it may be matched again");
	});

	it("is closed to officers without the permission", async () => {
		const ctx = officerNamed(program.ctx(), "Cyd Cole");
		const closed = { ...ctx, actor: { ...ctx.actor, permissions: new Set(["customers.read"] as const) } };
		const visit = {
			url: "/desk",
			address: "",
			agent: "",
			csrf: () => "",
			cookie: () => undefined,
			setCookie: () => undefined,
		};
		for (const route of [...pairRoutes, ...mergingRoutes]) {
			const run = () => route.run(closed, { params: { id: newId() }, query: {}, form: {}, files: [], visit });
			assert.throws(run, Forbidden, route.path);
		}
	});

	it("answers each hostile text with words, and never makes it markup", async () => {
		const faults = program.lines.length;
		const { id } = await ownPair({ probability: 0.6 });
		const [one, other] = [await customer("<breakout>"), await customer(`"><breakout a="`)];
		const forms: [string, Record<string, string>][] = [
			[`/desk/pairs/${id}/opinions`, { verdict: "same", seen: "x" }],
			[`/desk/customers/${one.reference}/merges`, { with: other.reference }],
		];
		for (const text of hostileTexts)
			for (const [address, fields] of forms) {
				const long = `${text} ${"x".repeat(1_100)}`;
				const answered = await ada.post(address, Object.entries({ ...fields, why: long, confirm: text }));
				mustBeCalm(answered, address);
				assert.equal(answered.status, 422, `${address} given ${JSON.stringify(text.slice(0, 60))}`);
				mustHoldItsShape(answered.text, address);
			}
		const asked = hostileTexts.flatMap((text) => {
			const typed = encodeURIComponent(text.slice(0, 300).toWellFormed());
			return [
				`/desk/customers/${one.reference}/merges/new?q=${typed}`,
				`/desk/customers/${typed}/links`,
				`/desk/pairs?view=${typed}&order=${typed}&source=${typed}&after=${typed}&done=${typed}`,
			];
		});
		for (const address of asked) {
			const answered = await ada.follow(address);
			mustBeCalm(answered, address);
			if (answered.status === 200) mustHoldItsShape(answered.text, address);
		}
		const ticked = hostileTexts.map((text): [string, string] => ["done", `${newId()}|request|${text}`]);
		mustBeCalm(await ada.post(`/desk/customers/${one.reference}/look-through`, ticked), "look-through");
		assert.deepEqual(program.lines.slice(faults), []);
	});
});

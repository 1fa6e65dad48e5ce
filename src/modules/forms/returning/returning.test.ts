import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { secretSlot } from "../../../platform/auth/index.ts";
import { type House, type OfficerContext, systemContext } from "../../../platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "../../../platform/db/testing.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { keepTyped, saveAnswers, startDraft, sweepDrafts, withDraftForSubmission } from "../actions.ts";
import { pageOf } from "../path.ts";
import { draftOf } from "../queries.ts";
import { treeForm } from "../testing.ts";
import { draftByCode, draftByLink, makeLink, markOf, openByCode, openByLink, saveForLater, waysBack } from "./index.ts";
import { withdrawCode, withdrawLink } from "./index.ts";

const hashOf = (name: string) => createHash("sha256").update(name).digest();
const home = hashOf("home");
const phone = hashOf("phone");
const monday = new Date("2026-06-01T09:00:00Z");

describe("A draft that is come back to", () => {
	let database: TestDatabase;
	let house: House;
	before(async () => {
		database = await cloneDatabase();
		house = { db: database.db };
		secretSlot.put(house, "a secret of thirty-two characters or more");
	});
	after(() => database.close());

	const at = (now = monday) => systemContext(house, "test", now);
	const begin = async () => {
		const draft = await startDraft(at(), {
			service: { id: "tree", version: 1 },
			browserHash: home,
			channel: "web",
		});
		return { id: draft.id, browserHash: home };
	};
	const page = (id: string) => {
		const found = pageOf(treeForm, id, {});
		assert.ok(found);
		return found;
	};
	async function linkTo(key: { id: string; browserHash: Buffer }): Promise<{ id: string; token: string }> {
		let link = { id: "", token: "" };
		const made = await makeLink(at(), key, "jo@example.com", async (_, __, fresh) => {
			link = fresh;
		});
		assert.ok(!isRefusal(made));
		return link;
	}
	async function codeOf(key: { id: string; browserHash: Buffer }): Promise<string> {
		const saved = await saveForLater(at(), key);
		assert.ok(!isRefusal(saved));
		return (await waysBack(at(), saved.draft))?.code ?? "";
	}
	let addresses = 0;
	const somewhere = () => `10.0.0.${addresses++}`;
	async function officer(name: string): Promise<OfficerContext> {
		const id = newId();
		const email = `${name.toLowerCase()}@council.example`;
		await database.db.insertInto("staff.officer").values({ id, email, name, created_at: monday }).execute();
		return {
			...at(),
			actor: { kind: "officer", id, name, email, teams: [], roles: [], permissions: new Set<never>() },
		};
	}

	it("opens in another browser by its link, as often as it is used, and goes on in the first", async () => {
		const key = await begin();
		const { token } = await linkTo(key);
		assert.equal(await draftOf(at(), { ...key, browserHash: phone }), undefined);
		for (let times = 0; times < 2; times++) {
			const opened = await openByLink(at(), token, phone);
			assert.ok(!isRefusal(opened));
			assert.deepEqual(opened, { draftId: key.id, serviceId: "tree", until: "2026-06-29" });
		}
		assert.ok(await draftOf(at(), { ...key, browserHash: phone }));
		assert.ok(await draftOf(at(), key));
		const kept = await sql<{ kept: string }>`select d::text || l::text as kept
			from forms.draft d join forms.draft_link l on l.draft_id = d.id`.execute(database.db);
		for (const { kept: row } of kept.rows) assert.ok(!row.includes(token), "only the hash of the token is kept");
	});

	it("is shut to whoever came by a link once that was withdrawn, and to nobody else", async () => {
		const key = await begin();
		const wrong = await linkTo(key);
		const right = await linkTo(key);
		await openByLink(at(), wrong.token, hashOf("stranger"));
		await openByLink(at(), right.token, phone);
		await withdrawLink(at(), key, wrong.id);
		assert.equal(await draftOf(at(), { ...key, browserHash: hashOf("stranger") }), undefined);
		assert.ok(await draftOf(at(), { ...key, browserHash: phone }));
		const again = await openByLink(at(), wrong.token, hashOf("stranger"));
		assert.ok(isRefusal(again) && again.code === "none");
		const other = await begin();
		await withdrawLink(at(), other, right.id);
		assert.ok(!isRefusal(await draftByLink(at(), right.token)), "a link is withdrawn by its own draft alone");
	});

	it("makes five links in an hour", async () => {
		const key = await begin();
		for (let n = 0; n < 5; n++) await linkTo(key);
		const sixth = await makeLink(at(), key, "jo@example.com", () => assert.fail("nothing is sent"));
		assert.ok(isRefusal(sixth) && sixth.code === "too-many");
	});

	it("opens by its code however that is typed, and not by one that was withdrawn", async () => {
		const key = await begin();
		const code = await codeOf(key);
		assert.match(code, /^[2-9C-X]{4}-[2-9C-X]{4}-[2-9C-X]{4}$/);
		assert.equal(await codeOf(key), code, "the code stays");
		assert.ok(!isRefusal(await openByCode(at(), code.toLowerCase().replaceAll("-", " "), phone, somewhere())));
		assert.ok(await draftOf(at(), { ...key, browserHash: phone }));
		await withdrawCode(at(), key);
		const old = await openByCode(at(), code, hashOf("third"), somewhere());
		assert.ok(isRefusal(old) && old.code === "none");
		assert.equal(await draftOf(at(), { ...key, browserHash: phone }), undefined);
		assert.ok(await draftOf(at(), key));
	});

	it("makes whoever guesses codes wait, and whoever knows one not", async () => {
		const key = await begin();
		const code = await codeOf(key);
		const guess = await codeOf(await begin());
		await withdrawCode(at(), { id: key.id, browserHash: home });
		const from = somewhere();
		for (let n = 0; n < 10; n++) {
			const wrong = await openByCode(at(), code, phone, from);
			assert.ok(isRefusal(wrong) && wrong.code === "none");
		}
		const next = await openByCode(at(), guess, phone, from);
		assert.ok(isRefusal(next) && next.code === "wait");
		for (let n = 0; n < 20; n++) assert.ok(!isRefusal(await openByCode(at(), guess, phone, "10.9.9.9")));
	});

	it("is opened to an officer who is told the code, for twelve hours, and the ledger says why", async () => {
		const key = await begin();
		const code = await codeOf(key);
		const ctx = await officer("Sam");
		const own = { id: key.id, officerId: ctx.actor.id };
		assert.equal(await draftOf(ctx, own), undefined);
		assert.ok(!isRefusal(await draftByCode(ctx, code, "phone")));
		const saved = await saveAnswers(ctx, own, treeForm, page("danger"), { danger: "no" });
		assert.ok(!isRefusal(saved));
		const said = saved.draft.sources["danger"];
		assert.deepEqual(said, { who: "officer", name: "Sam", by: "phone", at: monday.toISOString() });
		assert.equal(await draftOf({ ...ctx, now: new Date("2026-06-01T21:30:00Z") }, own), undefined);
		const { rows } = await sql`select actor_name, purpose from audit.entry where subject_id = ${key.id}`.execute(
			database.db,
		);
		assert.deepEqual(rows, [{ actor_name: "Sam", purpose: "to go on with a form with a customer on the telephone" }]);
	});

	it("tells the second of two who answer one page at once, and keeps the first's answer until they decide", async () => {
		const key = await begin();
		const other = { ...key, browserHash: phone };
		await openByLink(at(), (await linkTo(key)).token, phone);
		const was = markOf(page("danger"), {});
		const [first, second] = await Promise.all([
			saveAnswers(at(), key, treeForm, page("danger"), { danger: "no" }, was),
			saveAnswers(at(), other, treeForm, page("danger"), { danger: "yes" }, was),
		]);
		const refused = [first, second].filter(isRefusal);
		assert.equal(refused.length, 1);
		const [late] = refused;
		assert.ok(late?.code === "overtaken");
		const held = late.details.draft.answers;
		assert.deepEqual((await draftOf(at(), key))?.answers, held);
		const loser = isRefusal(first) ? key : other;
		const theirs = { danger: held["danger"] === "no" ? "yes" : "no" };
		const now = markOf(page("danger"), held);
		assert.ok(!isRefusal(await saveAnswers(at(), loser, treeForm, page("danger"), theirs, now)));
		assert.deepEqual((await draftOf(at(), key))?.answers, theirs);
	});

	it("lets one browser go back and answer a page anew", async () => {
		const key = await begin();
		const was = markOf(page("danger"), {});
		await saveAnswers(at(), key, treeForm, page("danger"), { danger: "no" }, was);
		assert.ok(!isRefusal(await saveAnswers(at(), key, treeForm, page("danger"), { danger: "yes" }, was)));
	});

	it("says only that it was sent, once it was", async () => {
		const key = await begin();
		const { token } = await linkTo(key);
		const code = await codeOf(key);
		await openByLink(at(), token, phone);
		const other = { ...key, browserHash: phone };
		await withDraftForSubmission(at(), other, async () => ({ reference: "REF-1", link: "/track/1" }));
		assert.equal((await draftOf(at(), key))?.submitted?.reference, "REF-1");
		for (const found of [
			await openByLink(at(), token, hashOf("third")),
			await openByCode(at(), code, hashOf("third"), somewhere()),
		]) {
			assert.ok(isRefusal(found) && found.code === "sent");
		}
		assert.equal(await draftOf(at(), { ...key, browserHash: hashOf("third") }), undefined);
		const saved = await saveForLater(at(), key);
		assert.ok(isRefusal(saved) && saved.code === "sent");
	});

	it("takes its links, codes, browsers and officers with it when it is forgotten", async () => {
		const key = await begin();
		const { token } = await linkTo(key);
		const code = await codeOf(key);
		await openByLink(at(), token, phone);
		await draftByCode(await officer("Kim"), code, "desk");
		const late = new Date("2026-07-01T09:00:00Z");
		for (const found of [await draftByLink(at(late), token), await openByCode(at(late), code, phone, somewhere())]) {
			assert.ok(isRefusal(found) && found.code === "none");
		}
		await sweepDrafts(at(late));
		const { rows } = await sql`select id from forms.draft union all select draft_id from forms.draft_link
			union all select draft_id from forms.draft_browser union all select draft_id from forms.draft_officer`.execute(
			database.db,
		);
		assert.equal(rows.length, 0);
	});

	it("opens for nothing that is not one of its tokens", async () => {
		for (const token of ["", "x", randomBytes(32).toString("base64url"), "../../x", "'; --", "a".repeat(100_000)]) {
			const found = await openByLink(at(), token, phone);
			assert.ok(isRefusal(found) && found.code === "none");
			const typed = await openByCode(at(), token, phone, somewhere());
			assert.ok(isRefusal(typed) && typed.code === "none");
		}
	});

	it("keeps what was typed and is no answer yet, and no more of it than an answer may have", async () => {
		const key = await begin();
		const lists = Array.from({ length: 5_000 }, () => "x".repeat(500));
		const typed = { what: "y".repeat(500_000), when: { day: "31", month: "z".repeat(500_000) }, which: lists };
		await keepTyped(at(), key, { at: "what", typed });
		const { unfinished } = (await draftOf(at(), key)) ?? {};
		assert.match(JSON.stringify(unfinished?.typed["when"]), /"day":"31"/);
		assert.ok(JSON.stringify(unfinished).length < 70_000);
	});
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Answer, type Route } from "../../../platform/http/index.ts";
import { Forbidden, NotFound } from "../../../platform/refusal/index.ts";
import { submitRequest } from "../actions/submit.ts";
import { deskRoutes } from "../desk.routes.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";

describe("the desk", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const received = async (answers: Record<string, string> = {}) =>
		submitRequest(council.resident(), {
			service: council.service,
			answers: { blocks: "no", name: "Zoë <b>Ward</b>", email: "zoe@example.org", ...answers },
			channel: "web",
		});
	const routeTo = (method: string, path: string): Route => {
		const found = deskRoutes.find((route) => route.method === method && route.path === path);
		return found ?? assert.fail(`no route ${method} ${path}`);
	};
	type Raw = { params?: unknown; query?: unknown; form?: unknown };
	const ask = async (ctx: OfficerContext, method: "GET" | "POST", path: string, raw: Raw = {}): Promise<Answer> =>
		routeTo(method, path).run(ctx, { params: {}, query: {}, form: {}, files: [], visit: visitTo("/desk"), ...raw });
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));
	const open = async (reference: string, ctx = council.as("ada")) =>
		shown(await ask(ctx, "GET", "/desk/requests/:reference", { params: { reference } }));
	const post = (noun: string, reference: string, form: Record<string, unknown>, ctx = council.as("ada")) =>
		ask(ctx, "POST", `/desk/requests/:reference/${noun}`, { params: { reference }, form });

	it("lists open requests with their promise, and audits that they were listed", async () => {
		const { reference } = await received();
		const list = shown(await ask(council.as("ada"), "GET", "/desk/requests"));
		assert.ok(list.includes(`href="/desk/requests/${reference}"`));
		assert.ok(list.includes("By Thursday 5 March 2026"));
		assert.ok(list.includes("Zoë &lt;b&gt;Ward&lt;/b&gt;"));
		assert.ok(list.includes("Nobody yet, "));
		const { rows } = await council.pool.query("select count(*) from audit.entry where action = 'requests.listed'");
		assert.equal(rows[0].count, 1);
	});

	it("notes what was searched by a mark that only the same search makes, and never who was searched for", async () => {
		const search = async (q: string) => {
			await ask(council.as("ada"), "GET", "/desk/requests", { query: { q, team: "trees" } });
			const { rows } = await council.pool.query(
				"select after from audit.entry where action = 'requests.listed' order by id desc limit 1",
			);
			return rows[0].after;
		};
		const one = await search("Zoe@Example.org");
		assert.deepEqual([one.searched, one.team], ["email", "trees"]);
		assert.deepEqual(await search(" zoe@example.org"), one);
		assert.notEqual((await search("amir@example.org")).mark, one.mark);
		assert.equal((await search("sr-2222-2222")).reference, "SR-2222-2222");
		for (const q of ["07700 900123", "Zoë Ward", "TS1 9FT"]) await search(q);
		const { rows } = await council.pool.query("select after::text from audit.entry where action = 'requests.listed'");
		assert.doesNotMatch(JSON.stringify(rows), /example\.org|Zo[eë]|900123|9FT/i);
	});

	it("notes each reading, also on the page of an action and after a refusal", async () => {
		const { reference, id } = await received();
		await ask(council.as("ada"), "GET", "/desk/requests/:reference/closure", { params: { reference } });
		await post("closure", reference, { revision: "1" });
		const { rows } = await council.pool.query(
			"select purpose from audit.entry where action = 'request.read' and subject_id = $1",
			[id],
		);
		assert.deepEqual(rows, [{ purpose: "casework" }, { purpose: "casework" }]);
	});

	it("says in words that nothing is there, also to an address that asks for nonsense", async () => {
		const mine = shown(await ask(council.as("bob"), "GET", "/desk/requests", { query: { officer: "me" } }));
		assert.ok(mine.includes("You have no open requests."));
		assert.ok(mine.includes("Clear filters"));
		const q = `"'><script>alert(1)</script>`;
		const nothing = shown(
			await ask(council.as("ada"), "GET", "/desk/requests", { query: { q, stage: "x", after: "!", officer: "'" } }),
		);
		assert.ok(nothing.includes("Nothing matches"));
		assert.ok(!nothing.includes("<script>"));
	});

	it("shows a request with the likeliest next step, and audits the reading with its purpose", async () => {
		const { reference, id } = await received({ more: "It <i>fell</i>\nlast night" });
		assert.ok((await open(reference)).includes("Take this request"));
		await post("ownership", reference, { revision: "1" });
		const mine = await open(reference);
		assert.ok(mine.includes("Move to: Being looked at"));
		const ids = [...mine.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		assert.equal(new Set(ids).size, ids.length);
		assert.ok(mine.includes("Someone has been to look</textarea>"));
		assert.ok(mine.includes("It &lt;i&gt;fell&lt;/i&gt;<br>last night"));
		assert.ok(mine.includes("3 working days after Monday 2 March 2026"));
		const { rows } = await council.pool.query(
			"select purpose from audit.entry where action = 'request.read' and subject_id = $1",
			[id],
		);
		assert.deepEqual(rows, [{ purpose: "casework" }, { purpose: "casework" }]);
	});

	it("keeps sealed answers from whoever may not read them", async () => {
		const { reference } = await received({ seen: "A man in a red van" });
		assert.ok(!(await open(reference)).includes("red van"));
		assert.ok((await open(reference)).includes("One answer is sealed"));
		const sees = council.as("ada", monday, ["requests.read", "requests.read-sealed"]);
		assert.ok((await open(reference, sees)).includes("red van"));
	});

	it("tells the second of two officers what the first did, and keeps what the second wrote", async () => {
		const { reference } = await received();
		await post("moves", reference, { revision: "1", to: "ordered", message: "On Tuesday" }, council.as("bob"));
		const answer = await post("closure", reference, { revision: "1", outcome: "done", message: "We <cleared> it" });
		assert.equal(answer.kind === "page" && answer.status, 409);
		const refused = shown(answer);
		assert.ok(refused.includes("Bob Birch, 2 Mar 2026 at 10am: Moved to Crew ordered"));
		assert.ok(refused.includes("We &lt;cleared&gt; it</textarea>"));
		assert.ok(/value="done" checked/.test(refused));
		assert.ok(refused.includes('name="revision" value="2"'));
		const again = await post("closure", reference, { revision: "2", outcome: "done", message: "We cleared it" });
		assert.ok(again.kind === "redirect" && again.to === `/desk/requests/${reference}?done=closed`);
	});

	it("says at the field what is missing", async () => {
		const { reference } = await received();
		const refused = async (noun: string, form: Record<string, unknown>) =>
			shown(await post(noun, reference, { revision: "1", ...form }));
		assert.ok((await refused("closure", {})).includes("Choose how it ended"));
		assert.ok((await refused("closure", { outcome: "not-ours" })).includes("this outcome needs a message"));
		assert.ok((await refused("hand-overs", { team: "roads" })).includes("Say why"));
		assert.ok((await refused("hand-overs", { team: ["nowhere", "x"], reason: "a" })).includes("Choose the team"));
		assert.ok((await refused("assignment", { officer: "nobody-at-all" })).includes("Choose an officer of the team"));
		assert.ok((await refused("moves", { to: "closed" })).includes("Choose a stage"));
		assert.ok((await refused("notes", { note: "" })).includes("Write the note"));
		assert.ok((await refused("notes", { note: "y".repeat(5000) })).includes("y".repeat(5000)));
		assert.ok((await refused("reopening", { reason: "x" })).includes("nothing to reopen"));
	});

	it("shows each action on a page of its own, and lets nobody in without the permission", async () => {
		const submission = { service: council.papers, answers: { blocks: "no" }, channel: "web" } as const;
		const { reference: papers } = await submitRequest(council.resident(), submission);
		const { reference: tree } = await received();
		for (const route of deskRoutes.filter((one) => one.method === "GET" && /:reference\/[a-z-]+$/.test(one.path))) {
			const reference = route.path.endsWith("/opinions") ? tree : papers;
			assert.ok(shown(await ask(council.as("ada"), "GET", route.path, { params: { reference } })).includes("<form"));
			const reader = council.as("ada", monday, ["requests.read"]);
			await assert.rejects(ask(reader, "GET", route.path, { params: { reference } }), Forbidden);
		}
		await assert.rejects(open("SR-2222-2222"), NotFound);
	});

	it("says how a date was worked out, and makes it longer where the law allows that", async () => {
		const submission = { service: council.papers, answers: { blocks: "no" }, channel: "web" } as const;
		const { reference } = await submitRequest(council.resident(), submission);
		const params = { reference };
		const form = shown(await ask(council.as("ada"), "GET", "/desk/requests/:reference/extensions", { params }));
		assert.ok(form.includes("At most 5 working days more. It is due by Monday 16 March 2026 now."));
		const asked = { revision: "1", extension: "send:many", longer: "nine", reason: "there are 900 boxes" };
		assert.ok(shown(await post("extensions", reference, asked)).includes("Enter a whole number"));
		assert.equal((await post("extensions", reference, { ...asked, longer: "" })).kind, "redirect");
		const page = await open(reference);
		assert.ok(page.includes("15 working days after Monday 2 March 2026, until the end of that day."));
		assert.ok(page.includes("Made longer, from Monday 16 March 2026 to Monday 23 March 2026"));
		assert.ok(page.includes("7 Mar 2026: Saturday"));
		assert.ok(page.includes("Papers Act, section 4. Ada Ash"));
		assert.ok(page.includes("We need longer, because there are 900 boxes. You have them by Monday 23 March 2026."));
		assert.ok(!page.includes("Make a promise longer<"));
		const { reference: tree } = await received();
		const none = await ask(council.as("ada"), "GET", "/desk/requests/:reference/extensions", {
			params: { reference: tree },
		});
		assert.ok(shown(none).includes("No promise of this request can be made longer now."));
	});

	it("finds a request by its id too", async () => {
		const { reference, id } = await received();
		const answer = await ask(council.as("ada"), "GET", "/desk/requests/:reference", { params: { reference: id } });
		assert.ok(answer.kind === "redirect" && answer.to === `/desk/requests/${reference}`);
	});
});

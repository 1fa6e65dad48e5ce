import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Answer } from "../../../platform/http/index.ts";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { Forbidden } from "../../../platform/refusal/index.ts";
import { needsPart } from "../../../modules/customers/index.ts";
import { purposesPart, recordsModule, treeOf } from "../../../modules/records/index.ts";
import { reporting } from "../customers/council.test-data.ts";
import { openCustomers } from "../customers/testing.ts";
import { needRoutes } from "./needs.routes.ts";
import { relationRoutes } from "./relations.routes.ts";

const routes = [...needRoutes, ...relationRoutes, ...recordsModule.routes];
const visit = {
	url: "/desk",
	address: "203.0.113.7",
	agent: "test",
	csrf: () => "token",
	cookie: () => undefined,
	setCookie: () => undefined,
};

describe("The pages of what a customer needs, and whom they deal with", () => {
	let council: Awaited<ReturnType<typeof openCustomers>>;
	let work: string;
	let id: string;
	let reference: string;
	let carer: string;
	before(async () => {
		council = await openCustomers();
		needsPart.put(council.house, [
			{ code: "COM-LARGE", says: "Send letters in large print", group: "telling", review: 365 },
			{ code: "COM-INTERP", says: "Get an interpreter", group: "telling", detail: "Which language?", review: 365 },
			{ code: "SAF-TWO", says: "Visit with two officers", group: "safety", safety: true, review: 90 },
		]);
		purposesPart.put(
			council.house,
			purposesPart
				.of(council.house)
				.flatMap((one) =>
					[one, { ...one, id: "others", name: "For others", roles: ["boss"] }].slice(0, one.id === "tax" ? 2 : 1),
				),
		);
		work = await council.send(reporting, { what: "A tree", name: "Fred Frail", email: "fred@example.org" });
		await council.send(reporting, { what: "A tree", name: "Cara Carer", email: "cara@example.org" });
		await council.say([]);
		const known = await council.db.selectFrom("customers.customer").select(["id", "name"]).execute();
		const idOf = (name: string) => known.find((one) => one.name === name)?.id ?? assert.fail(name);
		id = idOf("Fred Frail");
		carer = idOf("Cara Carer");
		reference = (await treeOf(council.db, id))?.head.reference ?? assert.fail();
	});
	after(() => council.close());

	const go = async (
		method: "GET" | "POST",
		path: string,
		raw: { params?: Record<string, string>; query?: unknown; form?: unknown } = {},
		ctx: OfficerContext = council.as("ada"),
	): Promise<Answer> => {
		const route = routes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		const params = { id: reference, ...raw.params };
		return route.run(ctx, { query: {}, form: {}, files: [], visit, ...raw, params });
	};
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));
	const sentTo = (answer: Answer) => (answer.kind === "redirect" ? answer.to : assert.fail(`a ${answer.kind}`));
	const needs = "/desk/customers/:id/needs";
	const relations = "/desk/customers/:id/relationships";

	it("open to nobody who has not said why, who then comes to where they were going", async () => {
		const asked = sentTo(await go("GET", needs));
		assert.equal(asked, `/desk/customers/${reference}/look-ups/new?next=%2Fdesk%2Fcustomers%2F${reference}%2Fneeds`);
		const form = { purpose: "tax", next: `/desk/customers/${reference}/needs` };
		assert.equal(sentTo(await go("POST", "/desk/customers/:id/look-ups", { form })), form.next);
		assert.match(shown(await go("GET", needs)), /Fred Frail/);
		for (const next of [
			"https://elsewhere.example",
			"//elsewhere.example",
			"/desk/admin/officers",
			"/desk/customers/../admin",
		]) {
			const to = sentTo(await go("POST", "/desk/customers/:id/look-ups", { form: { purpose: "tax", next } }));
			assert.ok(to.startsWith("/desk/customers/"), to);
		}
	});

	it("ask again who chose no reason, show no name before one is given, and say calmly whose a reason is", async () => {
		const unasked = await go("POST", "/desk/customers/:id/look-ups", {}, council.as("bob"));
		assert.match(shown(unasked), /Select why you are opening this record/);
		assert.ok(!shown(unasked).includes("Fred Frail"));
		const refused = await go(
			"POST",
			"/desk/customers/:id/look-ups",
			{ form: { purpose: "others" } },
			council.as("bob"),
		);
		assert.ok(refused.kind === "page" && refused.status === 403);
		assert.match(shown(refused), /You cannot open this record for “For others”/);
		assert.ok(!shown(refused).includes("Fred Frail"));
		assert.match(sentTo(await go("GET", needs, {}, council.as("bob"))), /look-ups\/new/);
	});

	it("ask nothing of whoever has the customer's own request in hand", async () => {
		const at = "/desk/customers/:id/look-ups/new";
		assert.equal(
			sentTo(await go("GET", at, { query: { work } }, council.as("bob", 1))),
			`/desk/customers/${reference}`,
		);
		assert.match(shown(await go("GET", needs, {}, council.as("bob", 1))), /What to do differently/);
	});

	it("note a need, show it, and end it for a reason", async () => {
		const wrong = await go("POST", needs, { form: { code: "COM-INTERP" } });
		assert.match(shown(wrong), /Answer “Which language\?” in 80 characters or fewer/);
		const form = { code: "COM-INTERP", detail: { "COM-INTERP": "<b>Turkish" }, "said-by": "customer" };
		assert.equal(sentTo(await go("POST", needs, { form })), `/desk/customers/${reference}/needs`);
		assert.match(shown(await go("GET", needs)), /Get an interpreter: &lt;b&gt;Turkish/);
		const [need] = await council.db.selectFrom("customers.need").select("id").execute();
		const params = { need: need?.id ?? "" };
		sentTo(await go("POST", `${needs}/:need/review`, { params }));
		assert.match(shown(await go("GET", `${needs}/:need/end`, { params })), /Is this no longer so\?/);
		assert.match(shown(await go("POST", `${needs}/:need/end`, { params })), /Write why it ends/);
		sentTo(await go("POST", `${needs}/:need/end`, { params, form: { why: "She speaks English" } }));
		assert.ok(!shown(await go("GET", needs)).includes("Turkish"));
	});

	it("note a carer, show them on both records, and end it for a reason", async () => {
		const found = shown(await go("GET", relations, { query: { q: "Cara" } }));
		assert.ok(found.includes("Cara Carer") && found.includes(carer));
		assert.ok(
			!shown(await go("GET", relations, { query: { q: "Fred" } })).includes(`value="${id}"`),
			"nobody is their own carer",
		);
		const form = { q: "Cara", other: carer, kind: "carer has", scope: ["ask", "tell"], evidence: "Letter of 1 March" };
		for (const [lacking, says] of [
			[{ other: "x" }, "Select the other customer"],
			[{ other: id }, "Select somebody else"],
			[{ kind: "king has" }, "Select what one is to the other"],
			[{ scope: [] }, "Select what they may do"],
			[{ evidence: " " }, "Write what you saw"],
			[{ from: "1 March" }, "Enter days like"],
		] as const)
			assert.match(shown(await go("POST", relations, { form: { ...form, ...lacking } })), new RegExp(says));
		sentTo(await go("POST", relations, { form }));
		assert.match(shown(await go("GET", relations)), /Is cared for by <a [^>]*>Cara Carer/);
		assert.match(shown(await go("POST", relations, { form })), /This is noted already/);
		const other = { params: { id: carer } };
		await go("POST", "/desk/customers/:id/look-ups", { ...other, form: { purpose: "tax" } });
		assert.match(shown(await go("GET", relations, other)), /Cares for <a [^>]*>Fred Frail/);
		const [one] = await council.db.selectFrom("customers.relationship").select("id").execute();
		const params = { relationship: one?.id ?? "" };
		assert.match(shown(await go("GET", `${relations}/:relationship/end`, { params })), /Cara Carer/);
		sentTo(await go("POST", `${relations}/:relationship/end`, { params, form: { why: "Moved away" } }));
		assert.ok(!shown(await go("GET", relations)).includes("Cara Carer"));
	});

	it("are changed only by those who may correct records", async () => {
		const reader = council.as("ada", 0, ["customers.read"]);
		assert.ok(!shown(await go("GET", needs, {}, reader)).includes("<form"));
		await assert.rejects(go("POST", needs, { form: { code: "COM-LARGE" } }, reader), Forbidden);
		await assert.rejects(go("POST", relations, { form: {} }, reader), Forbidden);
		await assert.rejects(go("GET", needs, {}, council.as("ada", 0, [])), Forbidden);
	});

	it("take whatever is typed", async () => {
		for (const text of hostileTexts) {
			const form = {
				code: text,
				detail: { [text || "x"]: text },
				until: text,
				purpose: text,
				why: { x: text },
				next: text,
			};
			await go("POST", needs, { form });
			await go("POST", needs, { form: { ...form, code: "COM-INTERP", detail: { "COM-INTERP": text } } });
			await go("POST", relations, {
				form: { other: text, kind: text, scope: text, evidence: text, q: text.slice(0, 50) },
			});
			await go("POST", "/desk/customers/:id/look-ups", { form });
		}
		assert.ok(!shown(await go("GET", needs)).includes("<script"));
	});
});

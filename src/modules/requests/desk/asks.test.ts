import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Answer } from "../../../platform/http/index.ts";
import { submitRequest } from "../actions/submit.ts";
import { takeRequest } from "../actions/take.ts";
import { requestByReference } from "../queries/request.ts";
import { setTaskAside } from "../tasks/actions.ts";
import { deskRoutes } from "../desk.routes.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";

describe("the form of a step that asks the officer something", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const received = async () =>
		(await submitRequest(council.resident(), { service: council.hedges, answers: { blocks: "yes" }, channel: "web" }))
			.reference;
	const ask = async (ctx: OfficerContext, method: string, noun: string, reference: string, raw: object = {}) => {
		const path = `/desk/requests/:reference${noun}`;
		const route = deskRoutes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		const input = { params: { reference }, query: {}, form: {}, files: [], visit: visitTo("/desk") };
		return route.run(ctx, { ...input, ...raw });
	};
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));
	const post = (noun: string, reference: string, form: Record<string, unknown>, who: "ada" | "bob" = "bob") =>
		ask(council.as(who), "POST", `/${noun}`, reference, { form });

	it("offers only what the officer's role may do, and says who may to whoever tries", async () => {
		const reference = await received();
		const moves = async (who: "ada" | "bob") => shown(await ask(council.as(who), "GET", "/moves", reference));
		assert.ok((await moves("bob")).includes('value="decided"'));
		assert.ok(!(await moves("ada")).includes('value="decided"'));
		const closure = shown(await ask(council.as("ada"), "GET", "/closure", reference));
		assert.ok(closure.includes('value="fee-back"') && !closure.includes('value="dropped"'));
		assert.ok(!closure.includes('value="done"'));
		const refused = shown(await post("moves", reference, { revision: "1", to: "decided" }, "ada"));
		assert.ok(refused.includes("Only these officers may do this: Team lead"));
	});

	it("comes after the choice, keeps what was written, and only then says what is missing", async () => {
		const reference = await received();
		const chosen = await post("moves", reference, { revision: "1", to: "decided", message: "Soon" });
		assert.ok(chosen.kind === "page" && chosen.status === 200);
		const page = shown(chosen);
		assert.ok(
			page.includes("How high is it?") && page.includes("Soon</textarea>") && page.includes('name="asks-height"'),
		);
		assert.ok(!page.includes("There is a problem") && !page.includes("Why may it stay?"));
		const form = { revision: "1", to: "decided", asked: "decided", message: "Soon", "asks-decision": "stay" };
		const refused = await post("moves", reference, form);
		assert.ok(refused.kind === "page" && refused.status === 422);
		const again = shown(refused);
		assert.ok(again.includes('href="#asks-height"') && again.includes("Enter how high it is"));
		assert.ok(again.includes("Why may it stay?") && /value="stay" checked/.test(again));
		const done = await post("moves", reference, { ...form, "asks-height": "4", "asks-because": "It is old" });
		assert.ok(done.kind === "redirect");
	});

	it("is linked from the request page, which shows what was filled in, and what is sealed only to whoever may read it", async () => {
		const reference = await received();
		await takeRequest(council.as("bob"), { reference, revision: 1 });
		await post("moves", reference, { revision: "2", to: "visited" });
		const open = async (permissions?: Parameters<Council["as"]>[2]) =>
			shown(await ask(council.as("bob", monday, permissions), "GET", "", reference));
		assert.ok((await open()).includes(`href="/desk/requests/${reference}/moves?to=decided"`));
		const request = await requestByReference(council.db, council.as("bob").actor, reference);
		await setTaskAside(council.as("bob"), { reference, id: request?.tasks.at(-1)?.id ?? "" }, "Known");
		const form = { "asks-height": "4", "asks-decision": "stay", "asks-because": "It is old" };
		await post("moves", reference, { revision: "4", to: "decided", asked: "decided", ...form });
		assert.ok((await open()).includes("4 metres") && (await open()).includes("It may stay"));
		assert.ok(!(await open()).includes("It is old") && (await open()).includes("One answer is sealed"));
		assert.ok((await open(["requests.read", "requests.read-sealed"])).includes("It is old"));
	});

	it("takes a date in its boxes", async () => {
		const reference = await received();
		const page = shown(await ask(council.as("ada"), "GET", "/moves", reference, { query: { to: "checked" } }));
		assert.ok(page.includes('name="asks-on[day]"') && page.includes('id="asks-on-day"'));
		const form = { revision: "1", to: "checked", asked: "checked", "asks-on": { day: "31", month: "2", year: "2026" } };
		assert.ok(shown(await post("moves", reference, form, "ada")).includes('href="#asks-on'));
		const real = { ...form, "asks-on": { day: "1", month: "3", year: "2026" } };
		assert.equal((await post("moves", reference, real, "ada")).kind, "redirect");
	});
});

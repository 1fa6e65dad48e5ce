import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Answer } from "../../../platform/http/index.ts";
import { moveRequest } from "../actions/move.ts";
import { submitRequest } from "../actions/submit.ts";
import { takeRequest } from "../actions/take.ts";
import { deskRoutes } from "../desk.routes.ts";
import { requestByReference } from "../queries/request.ts";
import { type Council, monday, openCouncil, visitTo } from "../testing.ts";

describe("tasks at the desk", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());

	const received = async (blocks = "yes") =>
		(await submitRequest(council.resident(), { service: council.hedges, answers: { blocks }, channel: "web" }))
			.reference;
	const ask = async (ctx: OfficerContext, method: string, path: string, raw: object = {}) => {
		const route = deskRoutes.find((one) => one.method === method && one.path === path) ?? assert.fail(path);
		const input = { params: {}, query: {}, form: {}, files: [], visit: visitTo("/desk") };
		return route.run(ctx, { ...input, ...raw });
	};
	const shown = (answer: Answer) => (answer.kind === "page" ? answer.main.text : assert.fail(`a ${answer.kind}`));
	const open = async (reference: string, permissions?: Parameters<Council["as"]>[2]) =>
		shown(
			await ask(council.as("bob", monday, permissions), "GET", "/desk/requests/:reference", { params: { reference } }),
		);
	const taskOf = async (reference: string, task: string) => {
		const request = await requestByReference(council.db, council.as("bob").actor, reference);
		return request?.tasks.find((one) => one.task === task)?.id ?? assert.fail(task);
	};
	const end = async (reference: string, task: string, noun: string, form?: object, who: "ada" | "bob" = "bob") =>
		ask(council.as(who), form ? "POST" : "GET", `/desk/requests/:reference/tasks/:task/${noun}`, {
			params: { reference, task: await taskOf(reference, task) },
			...(form ? { form } : {}),
		});

	it("stand on the request's page with their clock, and in the list of the team that has to do them", async () => {
		const reference = await received();
		const page = await open(reference);
		assert.ok(page.includes("Ask for photos") && page.includes("Ask the customer for photos."));
		assert.ok(page.includes("Tasks given: Ask for photos"));
		const list = async (who: "ada" | "bob", whose = "teams") =>
			shown(await ask(council.as(who), "GET", "/desk/tasks", { query: { whose } }));
		assert.ok((await list("bob")).includes(reference) && !(await list("ada")).includes(reference));
		assert.ok((await list("ada", "all")).includes(reference));
		assert.ok(!(await list("ada", "owned")).includes(reference));
		await takeRequest(council.as("ada"), { reference, revision: 1 });
		assert.ok((await list("ada", "owned")).includes(reference));
		const { rows } = await council.pool.query(
			"select distinct subject_id from audit.entry where action = 'tasks.listed' order by 1",
		);
		assert.deepEqual(
			rows.map((row) => row.subject_id),
			["all", "owned", "teams"],
		);
	});

	it("are listed by when they run out, a page at a time, there and back", async () => {
		const first = await received();
		for (let more = 0; more < 60; more++) await received();
		await council.pool.query(
			"update requests.task set due_at = $1 where request_id = (select id from requests.request where reference = $2)",
			["2026-03-01T10:00:00Z", first],
		);
		const list = async (query: object = {}) => shown(await ask(council.as("bob"), "GET", "/desk/tasks", { query }));
		const page = await list();
		assert.ok(page.indexOf(first) > 0 && page.indexOf(first) < page.indexOf("</tr>", page.indexOf("<tbody>")));
		const next = /href="\/desk\/tasks\?(after=[^"]+)"/.exec(page)?.[1] ?? assert.fail("no next page");
		const second = await list(Object.fromEntries(new URLSearchParams(next)));
		assert.ok(!second.includes(first));
		const back = /href="\/desk\/tasks\?(before=[^"]+)"/.exec(second)?.[1] ?? assert.fail("no page before");
		assert.equal(await list(Object.fromEntries(new URLSearchParams(back))), page);
	});

	it("are done on a page of their own with what they ask, which stands in the timeline", async () => {
		const reference = await received("no");
		await moveRequest(council.as("bob"), { reference, revision: 1 }, { to: "visited" });
		const page = shown(await end(reference, "visit", "completion"));
		assert.ok(page.includes("Measure it from the neighbour&#39;s side.") || page.includes("neighbour's side"));
		assert.ok(page.includes('name="asks-metres"'));
		const refused = await end(reference, "visit", "completion", { "asks-neighbour": "He shouted" });
		assert.ok(refused.kind === "page" && refused.status === 422);
		assert.ok(shown(refused).includes('href="#asks-metres"') && shown(refused).includes("He shouted"));
		const done = await end(reference, "visit", "completion", { "asks-metres": "4", "asks-neighbour": "He shouted" });
		assert.ok(done.kind === "redirect" && done.to === `/desk/requests/${reference}?done=task-done`);
		const after = await open(reference);
		assert.ok(after.includes("Task done: Visit the hedge") && after.includes("4 metres"));
		assert.ok(!after.includes("He shouted"));
		assert.ok((await open(reference, ["requests.read", "requests.read-sealed"])).includes("He shouted"));
		assert.equal((await end(reference, "visit", "completion")).kind, "redirect");
		const again = await end(reference, "visit", "setting-aside", { words: "Too late" });
		assert.ok(shown(again).includes("Somebody has done this task"));
	});

	it("say what is missing before a request goes on, and who may end a task of a role", async () => {
		const reference = await received("no");
		await moveRequest(council.as("bob"), { reference, revision: 1 }, { to: "visited" });
		const form = { revision: "2", to: "decided", asked: "decided", "asks-height": "4", "asks-decision": "cut" };
		const params = { reference };
		const stopped = shown(await ask(council.as("bob"), "POST", "/desk/requests/:reference/moves", { params, form }));
		assert.ok(stopped.includes("First do the task “Visit the hedge”, or set it aside with a reason"));
		const give = await ask(council.as("bob"), "POST", "/desk/requests/:reference/tasks", {
			params,
			form: { task: "law" },
		});
		assert.equal(give.kind, "redirect");
		const none = shown(await ask(council.as("bob"), "POST", "/desk/requests/:reference/tasks", { params }));
		assert.ok(none.includes("Choose the task to give") && !none.includes('value="law"'));
		assert.ok(
			shown(await end(reference, "law", "setting-aside", { words: "x" }, "ada")).includes(
				"Only these officers may do this: Team lead",
			),
		);
		assert.ok(shown(await end(reference, "law", "setting-aside", { words: "" })).includes("Say why"));
	});
});

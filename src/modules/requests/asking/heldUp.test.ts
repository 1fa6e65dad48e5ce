import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { systemContext } from "../../../platform/context/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { definitionShape, serviceById } from "../../services/index.ts";
import { submitRequest } from "../actions/submit.ts";
import { moveRequest } from "../actions/move.ts";
import { askOpinion } from "../opinions/ask.ts";
import { reply } from "../opinions/reply.ts";
import { outsideDefinition } from "../outside.test-data.ts";
import { requestByReference } from "../queries/request.ts";
import { completeTask, giveTask } from "../tasks/actions.ts";
import { type Council, monday, openCouncil, treeDefinition } from "../testing.ts";
import { answerQuestion } from "./answer.ts";
import { askQuestion } from "./ask.ts";
import { endJob } from "./jobs.ts";
import { withdrawQuestion } from "./withdraw.ts";

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const set = { set: "which-tree", question: "", days: "" };
const outside = outsideDefinition(treeDefinition);

/** The tree has to be measured before a crew is ordered, and from there it can only be cleared. */
const careful = definitionShape.parse({
	...outside,
	id: "careful-tree",
	name: "Report a tree that is measured",
	open311: undefined,
	stages: outside.stages.map((stage) => (stage.id === "ordered" ? { ...stage, to: ["cleared"] } : stage)),
	tasks: outside.tasks.map((task) => ({ ...task, on: "new", before: ["ordered", "new"] })),
	outcomes: outside.outcomes.map((outcome) => ({ ...outcome, "needs-message": false })),
});

describe("a request that would go on by itself", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil([], [careful]);
	});
	after(() => council.close());

	const read = async (reference: string) =>
		(await requestByReference(council.db, council.as("ada").actor, reference)) ?? assert.fail(reference);
	const seen = async (reference: string) => ({ reference, revision: (await read(reference)).revision });
	const received = async () => {
		const service = serviceById(council.house, careful.id) ?? assert.fail();
		const answers = { blocks: "no", name: "Zoë", email: "zoe@example.org" };
		return (await submitRequest(council.resident(), { service, answers, channel: "web" })).reference;
	};
	const asked = async (reference: string) => {
		assert.ok(!isRefusal(await askQuestion(council.as("ada"), await seen(reference), set)));
		return (await read(reference)).askings[0]?.id ?? assert.fail();
	};
	const measure = async (reference: string) => {
		const id = (await read(reference)).tasks.find(({ endedAt }) => endedAt === null)?.id ?? assert.fail();
		assert.ok(!isRefusal(await completeTask(council.as("ada"), { reference, id }, {})));
	};
	/** Where it is, its last line, and since when it waits for an officer. */
	const standing = async (reference: string) => {
		const { stage, entries, newsAt } = await read(reference);
		const last = entries.at(-1);
		return [stage, last?.kind, last?.note, newsAt];
	};
	const first = "The task “Measure the tree” has to be done first.";

	it("stays for an officer when it was answered and a task comes first", async () => {
		const reference = await received();
		const id = await asked(reference);
		await answerQuestion(council.resident(later(2)), reference, id, { kind: "elm" });
		const note = `It should have gone on to “Crew ordered”. ${first}`;
		assert.deepEqual(await standing(reference), ["looked-at", "stopped", note, later(2)]);
		const { askings, entries } = await read(reference);
		assert.deepEqual(
			[askings[0]?.state, askings[0]?.wentOn, entries.at(-1)?.actorName],
			["answered", false, "The system"],
		);
	});

	it("is not closed by itself over a task that comes first", async () => {
		const reference = await received();
		const id = await asked(reference);
		await endJob.run(systemContext(council.house, "worker", later(15)), { id });
		const note = `It should have closed as “Not ours”. ${first}`;
		assert.deepEqual(await standing(reference), ["looked-at", "stopped", note, later(15)]);
	});

	it("is moved by a partner's link no further than an officer could move it", async () => {
		const reference = await received();
		const crew = { opinion: "crew", name: "Kit", email: "kit@crew.example", words: "" };
		assert.ok(!isRefusal(await askOpinion(council.as("ada"), await seen(reference), crew)));
		const say = async (news: string, now: Date) => {
			const { id: requestId, opinions, closedAt, answers, serviceId, serviceVersion } = await read(reference);
			const about = { reference, requestId, serviceId, serviceVersion, closedAt, answers };
			const linked = { ...about, opinion: opinions[0] ?? assert.fail() };
			return reply(council.resident(now), linked, { news, whereNow: "ordered" });
		};
		await say("On Friday", later(1));
		assert.deepEqual(await standing(reference), [
			"new",
			"stopped",
			`It should have gone on to “Crew ordered”. ${first}`,
			later(1),
		]);
		await measure(reference);
		await say("On Monday", later(2));
		assert.equal((await read(reference)).stage, "ordered");
	});

	it("is not asked where it could not wait for the answer, and the officer is told why", async () => {
		const reference = await received();
		await measure(reference);
		await moveRequest(council.as("ada"), await seen(reference), { to: "ordered" });
		const refused = await askQuestion(council.as("ada"), await seen(reference), set);
		assert.ok(isRefusal(refused) && refused.code === "cannot-wait-there");
		assert.equal(refused.details.because, "From “Crew ordered” it may not go to “Being looked at”");
		assert.deepEqual((await read(reference)).askings, []);
	});

	it("goes back to where it was when the question is withdrawn and it still waits for nothing else", async () => {
		const reference = await received();
		await measure(reference);
		const id = await asked(reference);
		assert.equal((await read(reference)).stage, "looked-at");
		await withdrawQuestion(council.as("ada"), reference, id);
		const { stage, askings } = await read(reference);
		assert.deepEqual([stage, askings[0]?.state], ["new", "withdrawn"]);
	});

	it("stays where an officer has moved it meanwhile, and where a task comes before going back", async () => {
		const moved = await received();
		await measure(moved);
		const one = await asked(moved);
		await moveRequest(council.as("ada"), await seen(moved), { to: "second-look" });
		await withdrawQuestion(council.as("ada"), moved, one);
		assert.equal((await read(moved)).stage, "second-look");
		const waits = await received();
		await measure(waits);
		const other = await asked(waits);
		await giveTask(council.as("ada"), waits, "measure");
		await withdrawQuestion(council.as("ada", later(3)), waits, other);
		const note = `It should have gone back to “New”. ${first}`;
		assert.deepEqual(await standing(waits), ["looked-at", "stopped", note, later(3)]);
	});
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { type Definition, definitionShape, serviceById } from "../../services/index.ts";
import { requestByReference } from "../queries/request.ts";
import { type Council, monday, openCouncil, treeDefinition } from "../testing.ts";
import { closeRequest } from "./close.ts";
import { moveRequest } from "./move.ts";
import { reopenRequest } from "./reopen.ts";
import { submitRequest } from "./submit.ts";

const why = "It decides how soon.";
const grade = {
	id: "grade",
	kind: "choice",
	ask: "Which grade?",
	why,
	error: "Select a grade",
	options: ["high", "low"].map((value) => ({ value, label: value })),
};
const cut = { id: "cut", starts: "looked-at", stops: ["cleared"] };
const by = (days: number) => new Date(monday.getTime() + days * 86_400_000);

/** How bad the inspector finds it decides how soon it is cut, and what happens by itself. */
const graded: Definition = definitionShape.parse({
	...treeDefinition,
	id: "graded-tree",
	name: "Report a tree that is graded",
	open311: undefined,
	stages: treeDefinition.stages.map((stage) => (stage.id === "looked-at" ? { ...stage, asks: [grade] } : stage)),
	tasks: [
		{
			id: "cones",
			name: "Cones",
			does: "Put them up",
			within: { days: 1 },
			on: "ordered",
			when: 'filled.grade == "high"',
		},
	],
	promise: [
		...treeDefinition.promise.filter(({ id }) => id === "clear"),
		{ ...cut, when: 'filled.grade == "high"', within: { hours: 2 }, words: "Within 2 hours", law: "High Act" },
		{ ...cut, within: { hours: 48 }, words: "Within 2 days", law: "Low Act" },
	],
});

describe("what an officer filled in", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil([], [graded]);
	});
	after(() => council.close());

	const read = async (reference: string) =>
		(await requestByReference(council.db, council.as("bob").actor, reference)) ?? assert.fail();
	const received = async () => {
		const service = serviceById(council.house, graded.id) ?? assert.fail();
		const sent = { service, answers: { blocks: "no" }, channel: "web" } as const;
		return (await submitRequest(council.resident(), sent)).reference;
	};
	const move = async (reference: string, to: string, filledIn: Record<string, string> = {}, now = monday) => {
		const { revision } = await read(reference);
		assert.ok(!isRefusal(await moveRequest(council.as("bob", now), { reference, revision }, { to, filledIn })));
	};
	const promised = async (reference: string) =>
		(await read(reference)).clocks.filter(({ clock }) => clock === "cut").map(({ words }) => words);

	it("decides which promise is made at the stage it is filled in for, and what is given later", async () => {
		const high = await received();
		await move(high, "looked-at", { grade: "high" });
		assert.deepEqual(await promised(high), ["Within 2 hours"]);
		await move(high, "ordered");
		assert.deepEqual(
			(await read(high)).tasks.map(({ task }) => task),
			["cones"],
		);
		const low = await received();
		await move(low, "looked-at", { grade: "low" });
		assert.deepEqual(await promised(low), ["Within 2 days"]);
		await move(low, "ordered");
		assert.deepEqual((await read(low)).tasks, []);
	});

	it("is asked anew after a reopening, and changes no promise that was made before", async () => {
		const reference = await received();
		await move(reference, "looked-at", { grade: "low" });
		await closeRequest(council.as("bob"), { reference, revision: 2 }, { outcome: "done" });
		await reopenRequest(council.as("bob", by(1)), { reference, revision: 3 }, "It fell again");
		await move(reference, "looked-at", { grade: "high" }, by(2));
		assert.deepEqual(await promised(reference), ["Within 2 days", "Within 2 hours"]);
	});
});

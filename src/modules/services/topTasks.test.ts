import assert from "node:assert/strict";
import { test } from "node:test";
import { topTasks } from "./topTasks.ts";

const services = [
	{ id: "bin", name: "Bin", "top-task": 2 },
	{ id: "hole", name: "Hole", "top-task": 1 },
	{ id: "tax", name: "Tax" },
	{ id: "vote", name: "Vote" },
];
const ids = (use: Record<string, number>, most = 4) =>
	topTasks(services, new Map(Object.entries(use)), most).map(({ id }) => id);

test("top tasks are those that people use, the most used first", () => {
	assert.deepEqual(ids({ tax: 40, bin: 20, vote: 30 }, 3), ["tax", "vote", "bin"]);
});

test("those that the definitions place fill what use leaves empty, and none stands there twice", () => {
	assert.deepEqual(ids({ tax: 40, bin: 20 }), ["tax", "bin", "hole"]);
});

test("while there is little use the definitions say", () => {
	assert.deepEqual(ids({ tax: 20, vote: 9 }), ["hole", "bin"]);
	assert.deepEqual(ids({}), ["hole", "bin"]);
});

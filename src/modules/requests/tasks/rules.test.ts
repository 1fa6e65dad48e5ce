import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readyService } from "../../services/index.ts";
import { hedgeDefinition } from "../hedges.test-data.ts";
import { monday, treeDefinition } from "../testing.ts";
import { mayEnd, tasksOn, tasksToGive, taskTimes, undoneBefore } from "./rules.ts";

describe("tasks", () => {
	const service = readyService(hedgeDefinition(treeDefinition), 1);
	const ids = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id);
	const visit = (endedAt: Date | null) => [{ task: "visit", endedAt }];

	it("come with a stage when their condition is true of the answers, unless they are open already", () => {
		assert.deepEqual(ids(tasksOn(service, "new", { blocks: "yes" }, [])), ["photos"]);
		assert.deepEqual(ids(tasksOn(service, "new", { blocks: "no" }, [])), []);
		assert.deepEqual(ids(tasksOn(service, "visited", {}, visit(null))), []);
		assert.deepEqual(ids(tasksOn(service, "visited", {}, visit(monday))), ["visit"]);
		assert.deepEqual(ids(tasksToGive(service, visit(null))), ["photos", "law"]);
	});

	it("hold up the stages they come before, and closing, until they are ended", () => {
		const stage = (id: string) => service.definition.stages.find((one) => one.id === id) ?? assert.fail(id);
		assert.deepEqual(ids(undoneBefore(service, visit(null), stage("decided"))), ["visit"]);
		assert.deepEqual(ids(undoneBefore(service, visit(null), stage("closed"))), ["visit"]);
		assert.deepEqual(ids(undoneBefore(service, visit(null), stage("checked"))), []);
		assert.deepEqual(ids(undoneBefore(service, visit(monday), stage("decided"))), []);
		assert.deepEqual(ids(undoneBefore(service, [{ task: "photos", endedAt: null }], stage("closed"))), []);
	});

	it("run out by their own clock, and are marked after three quarters of it", () => {
		const law = service.definition.tasks.find(({ id }) => id === "law") ?? assert.fail();
		const { warnAt, dueAt } = taskTimes({ ...law, within: { hours: 4 } }, monday);
		assert.deepEqual([warnAt, dueAt], [new Date("2026-03-02T13:00:00Z"), new Date("2026-03-02T14:00:00Z")]);
	});

	it("of a role are ended by its officers", () => {
		assert.equal(mayEnd(["officer"], { role: "lead" }), false);
		assert.equal(mayEnd(["officer", "lead"], { role: "lead" }), true);
		assert.equal(mayEnd([], { role: null }), true);
	});
});

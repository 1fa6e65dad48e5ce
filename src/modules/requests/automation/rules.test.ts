import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mayGoOn, mostSteps, visitOf } from "./rules.ts";

describe("what happens by itself", () => {
	const line = (actorKind: "officer" | "customer" | "system", toStage: string | null = null, id = "x") =>
		({ id, kind: "moved", actorKind, toStage }) as const;
	const steps = (many: number) => Array.from({ length: many }, () => line("system"));

	it("belongs to the last coming to a stage", () => {
		assert.equal(visitOf([line("customer", "new", "a"), line("officer", "b", "b"), line("system")]), "b");
		assert.equal(visitOf([]), undefined);
	});

	it("goes on for so many steps, and again after somebody acted", () => {
		assert.equal(mayGoOn([line("customer"), ...steps(mostSteps - 1)]), "on");
		assert.equal(mayGoOn([line("customer"), ...steps(mostSteps)]), "stops");
		assert.equal(mayGoOn([line("customer"), ...steps(mostSteps), line("officer")]), "on");
		const stopped = { ...line("system"), kind: "stopped" } as const;
		assert.equal(mayGoOn([line("customer"), stopped]), "stopped");
		assert.equal(mayGoOn([line("customer"), stopped, line("officer")]), "on");
	});
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleDefinition } from "../sample.test-data.ts";
import { contradictions } from "../service.ts";

const asks = [{ id: "tons", kind: "number", ask: "How many tons?", why: "To know", error: "Enter how many tons" }];
const stages = [
	{ id: "received", name: "Received", public: "received" },
	{ id: "planned", name: "Planned", public: "planned", asks },
	{ id: "done", name: "Done", public: "acted-on" },
	{ id: "closed", name: "Closed", public: "closed" },
];
const { promise } = sampleDefinition();
const clock = { id: "salt", within: { days: 2 }, words: "Within 2 days" };
const faultsOf = (starts: string, when: string) =>
	contradictions(sampleDefinition({ stages, promise: [...promise, { ...clock, starts, when }] })).map(
		({ sentence, path }) => `${path.join(".")}: ${sentence}`,
	);

test("a condition may ask what officers were asked on the way to its stage, and nothing else of theirs", () => {
	assert.deepEqual(faultsOf("planned", "filled.tons > 2"), []);
	assert.deepEqual(faultsOf("done", "filled.tons > 2"), []);
	assert.match(
		faultsOf("received", "filled.tons > 2").join(),
		/^promise\.2\.when: .*Officers are asked nothing before that/,
	);
	assert.match(faultsOf("done", "filled.tonnes > 2").join(), /asks for “tonnes”, and there is no such thing/);
	assert.match(faultsOf("done", 'filled.tons == "many"').join(), /cannot be asked of/);
});

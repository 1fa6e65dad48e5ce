import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { conditionInWords } from "./conditionSaid.ts";
import { questionShape } from "./question.ts";

const common = { why: "To help", error: "Say" };
const options = [
	{ value: "in", label: "I am moving in" },
	{ value: "out", label: "I am moving out" },
];
const questions = [
	questionShape.parse({ ...common, id: "kind", kind: "choice", ask: "What is happening?", options }),
	questionShape.parse({ ...common, id: "ways", kind: "choices", ask: "Which ways?", options }),
	questionShape.parse({ ...common, id: "sure", kind: "yes-no", ask: "Are you sure?" }),
	questionShape.parse({ ...common, id: "depth", kind: "number", ask: "How deep?" }),
];

describe("a condition for officers", () => {
	for (const [source, words] of [
		['kind == "in"', "“What is happening?” is “I am moving in”"],
		['kind != "out" && sure == "yes"', "“What is happening?” is not “I am moving out” and “Are you sure?” is “Yes”"],
		[
			'"in" in ways || !("out" in ways)',
			"“Which ways?” has “I am moving in” or not (“Which ways?” has “I am moving out”)",
		],
		[
			'sure == "no" && (depth > 4 || depth < 2)',
			"“Are you sure?” is “No” and (“How deep?” is more than 4 or “How deep?” is less than 2)",
		],
		['kind != ""', "“What is happening?” has an answer"],
		["arrived.hour < 8", "arrived.hour < 8"],
		["kind ==", "kind =="],
	] as const) {
		it(`says ${source} in words`, () => assert.equal(conditionInWords(source, questions), words));
	}
});

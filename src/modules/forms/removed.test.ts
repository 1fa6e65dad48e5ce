import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { removedInWords } from "./removed.ts";
import { treeForm } from "./testing.ts";

describe("What a changed answer took away", () => {
	it("is said in a sentence that names both questions", () =>
		assert.deepEqual(removedInWords(treeForm, [{ question: "lane", because: ["blocks"] }]), [
			"Because you changed your answer to “What does it block?”, we removed your answer to “Which lane?”.",
		]));

	it("is one sentence for all that one change took", () =>
		assert.deepEqual(
			removedInWords(treeForm, [
				{ question: "owner", because: ["danger"] },
				{ question: "lane", because: ["danger"] },
			]),
			[
				"Because you changed your answer to “Is anyone in danger now?”, we removed your answers to “Whose tree is it?” and “Which lane?”.",
			],
		));

	it("is not said of a question that the form does not ask", () =>
		assert.deepEqual(removedInWords(treeForm, [{ question: "gone", because: ["blocks"] }]), []));
});

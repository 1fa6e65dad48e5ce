import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { BrokenForm, compileForm } from "./form.ts";
import { type FormDefinition, formShape } from "./definition.ts";
import { treeDefinition } from "./testing.ts";

const faults = (form: FormDefinition): readonly string[] => {
	try {
		compileForm(form);
		return [];
	} catch (error) {
		assert.ok(error instanceof BrokenForm);
		return error.faults.map((fault) => fault.sentence);
	}
};
const text = (id: string, more: object = {}) => ({
	id,
	kind: "text",
	ask: `Ask ${id}`,
	why: "Because",
	error: "Enter it",
	...more,
});
const form = (pages: object[], stops: object[] = []) => formShape.parse({ pages, stops, send: "Send" });

describe("A form", () => {
	it("is compiled when nothing is wrong with it", () => assert.deepEqual(faults(treeDefinition), []));

	const broken: [string, FormDefinition, RegExp][] = [
		[
			"two questions of one name",
			form([
				{ id: "a", questions: [text("q")] },
				{ id: "b", questions: [text("q", { ask: "Other" })] },
			]),
			/Two questions are called “q”/,
		],
		[
			"two pages of one name",
			form([
				{ id: "a", questions: [text("q")] },
				{ id: "a", questions: [text("r")] },
			]),
			/Two pages are called “a”/,
		],
		["several questions without a title", form([{ id: "a", questions: [text("q"), text("r")] }]), /needs a title/],
		[
			"a heading twice",
			form([
				{ id: "a", questions: [text("q", { ask: "Same" })] },
				{ id: "b", questions: [text("r", { ask: "same" })] },
			]),
			/have the heading “same”/,
		],
		[
			"a condition on a later answer",
			form([
				{ id: "a", when: 'r == "x"', questions: [text("q")] },
				{ id: "b", questions: [text("r")] },
			]),
			/No question before it is called “r”/,
		],
		[
			"a condition on the same page",
			form([{ id: "a", title: "T", questions: [text("q"), text("r", { when: 'q == "x"' })] }]),
			/No question before it is called “q”/,
		],
		[
			"a stop after no page",
			form([{ id: "a", questions: [text("q")] }], [{ after: "z", when: 'q == "x"', title: "Stop", say: ["x"] }]),
			/no page is called that/,
		],
		[
			"a page nobody reaches",
			form([
				{ id: "a", questions: [text("q", { kind: "yes-no" })] },
				{ id: "b", when: 'q == "yes" && q == "no"', questions: [text("r")] },
			]),
			/Nobody can reach the page “b”/,
		],
		[
			"a stop nobody comes to",
			form([{ id: "a", questions: [text("q")] }], [{ after: "a", when: "false", title: "Stop", say: ["x"] }]),
			/Nobody comes to the stop/,
		],
		["a name that CEL uses", form([{ id: "a", questions: [text("size")] }]), /cannot be called “size”/],
		[
			"a name that every object has",
			form([{ id: "a", questions: [text("constructor")] }]),
			/cannot be called “constructor”/,
		],
		["a page that every journey has", form([{ id: "sent", questions: [text("q")] }]), /cannot be called “sent”/],
		[
			"an option twice",
			form([
				{
					id: "a",
					questions: [
						text("q", {
							kind: "choice",
							options: [
								{ value: "x", label: "X" },
								{ value: "x", label: "Y" },
							],
						}),
					],
				},
			]),
			/the answer “x” twice/,
		],
		[
			"a number that cannot be",
			form([{ id: "a", questions: [text("q", { kind: "number", least: 5, most: 2 })] }]),
			/No number can answer/,
		],
	];
	for (const [what, definition, says] of broken) {
		it(`is refused for ${what}`, () => assert.match(faults(definition).join("\n"), says));
	}

	it("is refused with every fault at once", () => {
		const two = form([{ id: "a", questions: [text("q"), text("r", { when: "nope == 1" })] }]);
		assert.equal(faults(two).length, 2);
	});
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { questionShape } from "../../forms/index.ts";
import { answerLines } from "./asks.ts";

const why = "To know.";
const people = questionShape.parse({
	id: "people",
	kind: "group",
	ask: "Who lives with you?",
	item: "person",
	add: "Add another person",
	why,
	error: "Add them",
	questions: [
		{ id: "called", kind: "text", ask: "Name", why, error: "Enter it" },
		{ id: "secret", kind: "text", ask: "Secret", why, sealed: true, optional: true },
	],
});
const answers = { people: [{ called: "Ann", secret: "whisper" }, { called: "Ben" }] };

describe("a group at the desk", () => {
	it("is a card for each item", () => {
		const [line] = answerLines([people], answers, true).answers;
		assert.deepEqual(
			line?.items?.map(({ called, answers: given }) => [called, given.map(({ answer }) => answer)]),
			[
				["Person 1", ["Ann", "whisper"]],
				["Person 2", ["Ben"]],
			],
		);
	});

	it("keeps what is sealed in an item from who may not read it, and counts it", () => {
		const lines = answerLines([people], answers, false);
		assert.equal(lines.sealed, 1);
		assert.doesNotMatch(JSON.stringify(lines), /whisper/);
	});
});

it("a property says whether the register of addresses has it", () => {
	const home = questionShape.parse({ id: "home", kind: "property", ask: "Home", why, other: true, error: "Enter it" });
	const address = { lines: ["1 Long Row"], town: "Exton", postcode: "AA3 1AB" };
	const said = (uprn?: string) =>
		answerLines([home], { home: uprn === undefined ? address : { ...address, uprn } }, true).answers[0]?.answer;
	assert.match(said() ?? "", /Typed by hand, not from the register of addresses/);
	assert.match(said("12") ?? "", /UPRN 12$/);
});

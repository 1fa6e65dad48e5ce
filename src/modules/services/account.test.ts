import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answersFrom, askedOf } from "./account.ts";
import { sampleDefinition } from "./sample.test-data.ts";
import { readyService } from "./service.ts";

const why = "So that the test can ask it.";
const error = "Enter it";
const { form } = sampleDefinition();
const page = {
	id: "people",
	title: "People",
	questions: [
		{ id: "full", kind: "name", ask: "Full name", why, error },
		{ id: "reach", kind: "phone", ask: "Telephone", why, error, confirm: true },
		{ id: "witness", kind: "name", ask: "Who saw it?", why, error, other: true },
		{ id: "lives", kind: "address", ask: "Where do you live?", why, error },
	],
};
const service = readyService(
	sampleDefinition({
		form: { ...form, pages: [...form.pages, page] },
		register: { summary: "Something", place: "where", name: "full", home: "lives" },
	}),
	1,
);
const now = new Date("2026-06-01T09:00:00Z");

describe("What an account holds", () => {
	it("answers what the register names and what is to be confirmed, and nothing about others", () => {
		const asked = askedOf(service).map(({ question, what }) => [question.id, what]);
		assert.deepEqual(asked, [
			["full", "name"],
			["reach", "phone"],
			["lives", "home"],
		]);
	});

	it("is an answer as if it had been typed, and none when it could not have been", () => {
		const home = { lines: ["1 High Street"], town: "Exton", postcode: "AA3 1AB", uprn: "100000000001" };
		const answers = answersFrom(service, { name: " Jo  Bloggs ", phone: "not a number", home }, now);
		assert.deepEqual(answers, { full: "Jo Bloggs", lives: home });
		assert.deepEqual(answersFrom(service, {}, now), {});
	});
});

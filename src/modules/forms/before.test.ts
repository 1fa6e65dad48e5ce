import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formShape } from "./definition.ts";
import { everyKindForm } from "./everyKind.test-data.ts";
import { tryForm } from "./form.ts";
import { firstUnanswered, withoutHidden } from "./path.ts";
import { readAnswer, readAnswers } from "./reading/answers.ts";

const terms = { now: new Date("2026-06-01T12:00:00Z") };
const until = everyKindForm.questions.get("until") ?? assert.fail();

describe("A date that may not come before another", () => {
	const given = (date: string, from?: string) =>
		readAnswer(until, date, { ...terms, earlier: from === undefined ? {} : { from } }).problems.map(
			({ message }) => message,
		);

	it("is taken on the same day and after", () => {
		assert.deepEqual(given("2026-06-01", "2026-06-01"), []);
		assert.deepEqual(given("2026-06-02", "2026-06-01"), []);
		assert.deepEqual(given("2020-01-01"), [], "there is nothing to hold it against");
	});

	it("is refused before it, with the date", () =>
		assert.deepEqual(given("2026-05-31", "2026-06-01"), [
			"The end date must be the same as or after Monday 1 June 2026",
		]));

	it("is held against an answer of the same page as it is typed now", () => {
		const from = everyKindForm.questions.get("from") ?? assert.fail();
		const typed = { from: "2026-07-01", until: "2026-06-15" };
		assert.equal(readAnswers({ questions: [from, until] }, typed, terms, { from: "2026-01-01" }).problems.length, 1);
	});

	it("is asked again once the other was moved behind it", () => {
		const moved = { from: "2026-08-01", until: "2026-06-15" };
		const { answers, dropped } = withoutHidden(everyKindForm, moved);
		assert.deepEqual(answers, { from: "2026-08-01" });
		assert.deepEqual(
			dropped.map(({ id }) => id),
			["until"],
		);
		const page = (end: string) => firstUnanswered(everyKindForm, { ...answered, from: "2026-06-01", until: end })?.id;
		assert.equal(page("2026-06-15"), "height");
		assert.equal(page("2026-05-15"), "until");
	});

	const answered = { note: "n", story: "s", colour: "red", colours: ["red"], country: "wales", sure: "yes" };

	it("must name a date that was asked before it", () => {
		const question = (id: string, more: object) => ({
			id,
			ask: `Ask ${id}`,
			why: "To know",
			error: "Enter it",
			...more,
		});
		const faults = (name: string) =>
			tryForm(
				formShape.parse({
					pages: [
						{ id: "a", questions: [question("start", { kind: "date" })] },
						{ id: "b", questions: [question("end", { kind: "date", "not-before": name })] },
						{ id: "c", questions: [question("word", { kind: "text" })] },
						{
							id: "d",
							questions: [
								question("trips", {
									kind: "group",
									item: "trip",
									add: "Add another trip",
									questions: [
										question("out", { kind: "date", "not-before": "start" }),
										question("home", { kind: "date", "not-before": "out" }),
									],
								}),
							],
						},
					],
					send: "Send",
				}),
			).faults.map(({ sentence }) => sentence);
		assert.deepEqual(faults("start"), []);
		assert.match(faults("word").join(), /“end” may not come before “word”, and no question for a date before it/);
		assert.match(faults("end").join(), /no question for a date before it/);
	});
});

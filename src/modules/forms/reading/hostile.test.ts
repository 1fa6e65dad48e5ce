import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { nothing } from "../../../platform/html/html.ts";
import { hostileTexts, hostileValues } from "../../../platform/formats/hostile.ts";
import { everyKindForm } from "../everyKind.test-data.ts";
import { mustBeAnswered } from "../question.ts";
import { treeForm } from "../testing.ts";
import { checkAnswersList } from "../views/answers.ts";
import { questionPage } from "../views/page.ts";
import { readAll, readAnswer, readAnswers } from "./answers.ts";
import { typedOf } from "./typed.ts";

const terms = { now: new Date("2026-06-01T12:00:00Z") };
const questions = [...treeForm.names, ...everyKindForm.names];

function corpus(): readonly string[] {
	const folder = process.env["SHARED_DATA"] ?? join(import.meta.dirname, "../../../../../shared/data");
	const file = join(folder, "robustness/blns.json");
	const read: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
	return Array.isArray(read) ? read.filter((text): text is string => typeof text === "string") : [];
}

/** The text in every shape in which a field can arrive. */
function shapes(text: string): unknown[] {
	const boxes =
		"day month year line1 line2 town postcode street description latitude longitude asset name sortCode accountNumber roll checked".split(
			" ",
		);
	return [text, [text], [text, text], { [text]: text }, Object.fromEntries(boxes.map((box) => [box, text]))];
}

describe("Hostile input", () => {
	const texts = [...hostileTexts, ...corpus()];
	const inputs = [...hostileValues, ...texts.flatMap(shapes)];

	for (const question of questions) {
		it(`to a ${question.kind} question is kept or refused, and never throws (${question.id})`, () => {
			for (const raw of inputs) {
				const reading = readAnswer(question, raw, terms);
				if (reading.value === undefined) {
					assert.ok(
						!mustBeAnswered(question) || reading.problems.length > 0,
						"a question went unanswered without a word",
					);
					continue;
				}
				assert.deepEqual(reading.problems, []);
				const stored: typeof reading.value = JSON.parse(JSON.stringify(reading.value));
				assert.deepEqual(stored, reading.value, "the record gives back what was kept");
				assert.doesNotMatch(JSON.stringify(reading.value), /(?<!\\)(\\\\)*\\u(0000|d[89a-f])/i, "PostgreSQL takes it");
				assert.ok(JSON.stringify(reading.value).length < 30_000);
				const again = readAnswer(question, typedOf(question, stored), terms, stored);
				assert.deepEqual(again.value, reading.value, "what was kept reads as itself");
			}
		});
	}

	it("comes back on the page escaped, in the boxes it was typed in", () => {
		for (const page of [...treeForm.definition.pages, ...everyKindForm.definition.pages]) {
			for (const raw of inputs) {
				const typed = Object.fromEntries(page.questions.map(({ id }) => [id, raw]));
				const read = readAnswers(page, typed, terms);
				const { text } = questionPage({
					page,
					typed: read.typed,
					problems: read.problems,
					csrf: nothing,
					action: "/x",
				});
				assert.doesNotMatch(text, /<script|<img|onerror=alert\(1\)>|<svg|<iframe/i);
				assert.ok(text.length < 200_000, "a page stays small whatever was sent");
			}
		}
	});

	it("shows as text among the answers", () => {
		for (const text of texts) {
			const { answers } = readAll(treeForm, { where: { street: text }, more: text, name: text, owner: text }, terms);
			const shown = checkAnswersList(treeForm, answers, {
				answer: () => "/x",
				item: () => ({ change: "/x", remove: "/x" }),
			}).text;
			assert.doesNotMatch(shown, /<script|<img|<svg|<iframe/i);
		}
	});

	it("by its field names reaches nothing that was not asked", () => {
		const typed: Record<string, unknown> = JSON.parse('{"__proto__":{"danger":"yes"},"constructor":"x","nope":"y"}');
		assert.deepEqual(readAll(treeForm, typed, terms).answers, {});
	});
});

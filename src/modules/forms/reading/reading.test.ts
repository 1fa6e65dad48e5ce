import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { z } from "zod";
import { questionShape } from "../question.ts";
import { treeForm } from "../testing.ts";
import { readAll, readAnswer } from "./answers.ts";
import { slipIn } from "./reach.ts";
import type { Area } from "./reading.ts";

const area: Area = {
	council: "Example Council",
	contains: (latitude) => latitude > 54 && latitude < 55,
	hasPostcode: (postcode) => postcode.startsWith("AB"),
	wardAt: () => "E05000001",
};
const terms = { now: new Date("2026-06-01T12:00:00Z"), area };

function question(more: Partial<z.input<typeof questionShape>> & { kind: string }) {
	return questionShape.parse({ id: "q", ask: "What?", why: "Because", error: "Enter it", ...more });
}
const value = (more: Parameters<typeof question>[0], raw: unknown) => {
	const reading = readAnswer(question(more), raw, terms);
	assert.deepEqual(reading.problems, []);
	return reading.value;
};
const problem = (more: Parameters<typeof question>[0], raw: unknown) => {
	const reading = readAnswer(question(more), raw, terms);
	assert.equal(reading.value, undefined);
	return reading.problems.map(({ field, message }) => `${field}: ${message}`).join("; ");
};

describe("What a customer types", () => {
	it("is tidied text, or a sentence about its length", () => {
		assert.equal(value({ kind: "text" }, "  a \u200b b "), "a b");
		assert.equal(value({ kind: "long-text" }, "a\r\n\r\n\r\n\r\nb"), "a\n\nb");
		assert.equal(problem({ kind: "text" }, "   "), "q: Enter it");
		assert.equal(
			problem({ kind: "text", most: 3, called: "The note" }, "abcd"),
			"q: The note must be 3 characters or less",
		);
		assert.equal(problem({ kind: "name" }, "x".repeat(101)), "q: Full name must be 100 characters or less");
		assert.equal(value({ kind: "text", optional: true }, ""), undefined);
	});

	it("is an answer from the list", () => {
		const options = [
			{ value: "a", label: "A" },
			{ value: "b", label: "B" },
			{ value: "none", label: "None", apart: true },
		];
		assert.equal(value({ kind: "choice", options }, "b"), "b");
		assert.equal(problem({ kind: "choice", options }, "c"), "q: Enter it");
		assert.equal(problem({ kind: "choice", options }, ["a", "b"]), "q: Enter it");
		assert.deepEqual(value({ kind: "choices", options }, "b"), ["b"]);
		assert.deepEqual(value({ kind: "choices", options }, ["b", "a", "b"]), ["a", "b"]);
		assert.equal(problem({ kind: "choices", options }, ["a", "x"]), "q: Enter it");
		assert.equal(
			problem({ kind: "choices", options }, ["a", "none"]),
			"q: Select “None” alone, or the others without it",
		);
		assert.equal(value({ kind: "yes-no" }, "no"), "no");
	});

	it("is a date in boxes, with months as numbers or names", () => {
		const date = { kind: "date", called: "The date" } as const;
		assert.equal(value(date, { day: "3", month: "03", year: "2026" }), "2026-03-03");
		assert.equal(value(date, { day: " 3 ", month: "Mar", year: "2026" }), "2026-03-03");
		assert.equal(value(date, { day: "3", month: "sept.", year: "2025" }), "2025-09-03");
		assert.equal(value(date, "2026-03-03"), "2026-03-03");
		assert.equal(problem(date, {}), "q-day: Enter it");
		assert.equal(problem(date, { day: "3", year: "2026" }), "q-month: The date must include a month");
		assert.equal(problem(date, { year: "2026" }), "q-day: The date must include a day and month");
		assert.equal(problem(date, { day: "31", month: "2", year: "2026" }), "q-day: The date must be a real date");
		assert.equal(problem(date, { day: "3", month: "13", year: "2026" }), "q-month: The date must be a real date");
		assert.equal(problem(date, { day: "3", month: "3", year: "26" }), "q-year: Year must include 4 numbers");
	});

	it("is a date that keeps to its limits", () => {
		const past = { kind: "date", past: true, within: 30 } as const;
		assert.equal(value(past, "2026-06-01"), "2026-06-01");
		assert.equal(problem(past, "2026-06-02"), "q-day: The date must be today or in the past");
		assert.equal(problem(past, "2026-05-01"), "q-day: The date must be the same as or after Saturday 2 May 2026");
		assert.equal(problem({ kind: "date", within: 7 }, "2026-05-31"), "q-day: The date must be today or in the future");
		assert.equal(
			problem({ kind: "date", within: 7 }, "2026-06-09"),
			"q-day: The date must be the same as or before Monday 8 June 2026",
		);
	});

	it("is a number, whole unless more is allowed", () => {
		assert.equal(value({ kind: "number" }, " 1,200 "), 1200);
		assert.equal(value({ kind: "number", decimals: 2, unit: "metres" }, "2.50 metres"), 2.5);
		assert.equal(value({ kind: "number" }, "３"), 3);
		assert.equal(problem({ kind: "number" }, "2.5"), "q: The number must be a whole number");
		assert.equal(problem({ kind: "number" }, "1e3"), "q: The number must be a number, like 30");
		assert.equal(problem({ kind: "number", least: 1, most: 5 }, "6"), "q: The number must be between 1 and 5");
		assert.equal(problem({ kind: "number", least: 1 }, "0"), "q: The number must be 1 or more");
	});

	it("is an email address or a telephone number", () => {
		assert.equal(value({ kind: "email" }, " jo@Example.COM"), "jo@example.com");
		assert.match(problem({ kind: "email" }, "jo@example"), /in the correct format, like name@example.com/);
		assert.equal(value({ kind: "phone" }, "07700 900982"), "07700 900982");
		assert.match(problem({ kind: "phone" }, "12"), /Enter a phone number, like/);
		assert.equal(slipIn(question({ kind: "email" }), "jo@gmial.com"), "jo@gmail.com");
	});

	it("is an address with a postcode", () => {
		const home = { line1: "1 High Street", line2: "", town: "Exton", postcode: "ab12 3de" };
		assert.deepEqual(value({ kind: "address" }, home), {
			lines: ["1 High Street"],
			town: "Exton",
			postcode: "AB12 3DE",
		});
		assert.equal(
			problem({ kind: "address" }, { line1: "1", postcode: "x" }),
			"q-town: Enter town or city; q-postcode: Enter a full UK postcode, like AA3 1AB",
		);
		assert.equal(value({ kind: "address", optional: true }, { line1: " " }), undefined);
		assert.match(problem({ kind: "address", optional: true }, { town: "Exton" }), /Enter address line 1/);
	});

	it("is a place: a pin in the area, a street, or a postcode with words", () => {
		const pin = { latitude: "54.5700001", longitude: "-1.23" };
		assert.deepEqual(value({ kind: "place" }, pin), { latitude: 54.57, longitude: -1.23, ward: "E05000001" });
		assert.deepEqual(value({ kind: "place" }, { street: "High Street" }), { street: "High Street" });
		assert.deepEqual(value({ kind: "place" }, { postcode: "ab12 3de", description: "by the gate" }), {
			postcode: "AB12 3DE",
			description: "by the gate",
		});
		assert.equal(problem({ kind: "place" }, {}), "q-postcode: Enter it");
		assert.match(problem({ kind: "place" }, { postcode: "AB12 3DE" }), /^q-street: Enter a street, or say where/);
		assert.match(
			problem({ kind: "place" }, { description: "by the gate" }),
			/^q-street: Enter a street or a postcode as well/,
		);
		assert.match(
			problem({ kind: "place" }, { latitude: "51.5", longitude: "-0.1" }),
			/must be in the area of Example Council/,
		);
		assert.match(
			problem({ kind: "place" }, { postcode: "SW1A 1AA", street: "The Mall" }),
			/postcode must be in the area of Example Council/,
		);
		assert.match(problem({ kind: "place" }, { latitude: "x", longitude: "" }), /pin must be on the map/);
	});

	it("is read whole, page after page as the answers lead", () => {
		const typed = {
			where: { street: "High Street" },
			danger: "no",
			blocks: "road",
			lane: "near",
			seen: "2026-05-30",
			name: "Jo",
		};
		const read = readAll(treeForm, typed, terms);
		assert.deepEqual(read.problems, []);
		assert.equal(read.answers["lane"], "near");
		const without = readAll(treeForm, { ...typed, blocks: "path" }, terms);
		assert.equal(without.answers["lane"], undefined);
		assert.equal(readAll(treeForm, { ...typed, lane: undefined }, terms).problems[0]?.message, "Say which lane");
	});
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isRefusal } from "../refusal/index.ts";
import { cleanText } from "./index.ts";

const line = { max: 200, lines: false };
const page = { max: 200, lines: true };

test("words are kept as they were typed, in any script", () => {
	for (const words of [
		'Sofa & mattress <dumped> by the "bins"',
		"Ffôn: ysgol gynradd",
		"می‌خواهم",
		"क्ष क्‍ष",
		"👨‍👩‍👧 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
		"שלום עולם",
		"'; drop table requests; --",
	]) {
		assert.equal(cleanText(words, line), words.normalize("NFC"));
	}
});

test("characters that cannot be seen, or that turn text round, are taken out", () => {
	assert.equal(cleanText("pay\u200bp\u200dal\u00ad.com\ufeff", line), "paypal.com");
	assert.equal(cleanText("invoice\u202egnp.exe\u2066x\u2069", line), "invoicegnp.exex");
	assert.equal(cleanText("nul\u0000 bell\u0007 esc\u001b[31m", line), "nul bell esc[31m");
	assert.equal(cleanText("hello\u{e0041}\u{e0042}\u{e007f}", line), "hello");
	assert.equal(cleanText("e\u0301", line), "é");
	assert.equal(cleanText("half \ud83d a character", line), "half \ufffd a character");
});

test("one line stays one line, and many keep their paragraphs", () => {
	assert.equal(cleanText("  12\tHigh\r\nStreet \u00a0 ", line), "12 High Street");
	assert.equal(cleanText(" one \r\ntwo\u2028three\r\r\n\n\n\nfour\tfive  \n", page), "one\ntwo\nthree\n\nfour five");
	assert.equal(cleanText(" \n\t\u200b ", page), "");
});

test("more than can be kept is refused, not cut", () => {
	const outcome = cleanText("x".repeat(201), line);
	assert.ok(isRefusal(outcome));
	assert.equal(outcome.code, "too-long");
	assert.deepEqual(outcome.details, { max: 200, length: 201 });
	assert.equal(cleanText(` ${"x".repeat(200)} `, line), "x".repeat(200));
});

test("cleaning what is clean changes nothing", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.boolean(), (typed, lines) => {
			const once = cleanText(typed, { max: 1000, lines });
			assert.ok(!isRefusal(once));
			assert.equal(cleanText(once, { max: 1000, lines }), once);
			assert.doesNotMatch(once, lines ? /[\0\r\t\u202e]/ : /[\0\r\n\t\u202e]/);
		}),
		{ numRuns: 1000 },
	);
});

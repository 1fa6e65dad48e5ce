import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isRefusal } from "../refusal/index.ts";
import { add, multiply, pence, pounds, poundsAndPence } from "./index.ts";

test("an amount is read as people type it", () => {
	const typed: [string, number][] = [
		["12.50", 1250],
		["12.5", 1250],
		["£1,234", 123400],
		["£ 5", 500],
		[" 0.07 ", 7],
		["0", 0],
		["1,234,567.890", 123456789],
		["007", 700],
		["4.35", 435],
	];
	for (const [text, amount] of typed) assert.equal(pence(text), amount, text);
});

test("what is not a clear amount is refused, and never guessed", () => {
	const bad: [string, string][] = [
		["", "not-an-amount"],
		["ten", "not-an-amount"],
		["-5", "not-an-amount"],
		["1e3", "not-an-amount"],
		["1.", "not-an-amount"],
		[".50", "not-an-amount"],
		["12,50", "not-an-amount"],
		["1.234,50", "not-an-amount"],
		["0x10", "not-an-amount"],
		["Infinity", "not-an-amount"],
		["١٢", "not-an-amount"],
		["5 5", "not-an-amount"],
		["££5", "not-an-amount"],
		["1.005", "part-of-a-penny"],
		["1000000000", "too-large"],
		["9".repeat(400), "too-large"],
	];
	for (const [text, code] of bad) {
		const outcome = pence(text);
		assert.ok(isRefusal(outcome), text);
		assert.equal(outcome.code, code, text);
	}
});

test("an amount is written with pence only when there are some", () => {
	assert.equal(pounds(1250), "£12.50");
	assert.equal(pounds(123400), "£1,234");
	assert.equal(pounds(7), "£0.07");
	assert.equal(pounds(0), "£0");
	assert.equal(pounds(-0), "£0");
	assert.equal(pounds(-500), "-£5");
	assert.equal(pounds(100000000), "£1,000,000");
	assert.equal(poundsAndPence(123400), "£1,234.00");
	assert.equal(poundsAndPence(-5), "-£0.05");
});

test("what is written is read back the same", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 999_999_999_99 }), (amount) => {
			assert.equal(pence(pounds(amount)), amount);
			assert.equal(pence(poundsAndPence(amount)), amount);
		}),
	);
});

test("sums are exact or they fail", () => {
	assert.equal(add(10, 20), 30);
	assert.equal(add(), 0);
	assert.equal(multiply(435, 3), 1305);
	assert.throws(() => add(0.1, 0.2), RangeError);
	assert.throws(() => add(Number.MAX_SAFE_INTEGER, 1), RangeError);
	assert.throws(() => multiply(100, 1.5), RangeError);
	assert.throws(() => multiply(Number.MAX_SAFE_INTEGER, 2), RangeError);
	assert.throws(() => pounds(12.5), RangeError);
	assert.equal(Object.is(multiply(-5, 0), 0), true);
});

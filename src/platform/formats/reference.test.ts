import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { newReference, readReference } from "./index.ts";

const alphabet = [..."23456789CDFHJKMNPQRTVWX"];
const references = fc
	.array(fc.uint8Array({ minLength: 16, maxLength: 16 }), { minLength: 1, maxLength: 1 })
	.filter(([bytes]) => (bytes?.filter((byte) => byte < 253).length ?? 0) >= 7)
	.map(([bytes]) => newReference("SR", () => bytes ?? new Uint8Array(16)));
const place = fc.integer({ min: 0, max: 7 });

/** Where the eight characters stand in `SR-7K4M-9QXD`. */
const at = (index: number) => (index < 4 ? 3 + index : 4 + index);

test("a new reference has eight characters, none a vowel or easily misread, and reads back as itself", () => {
	for (let i = 0; i < 200; i++) {
		const reference = newReference("SR");
		assert.match(reference, /^SR-[2-9CDFHJKMNPQRTVWX]{4}-[2-9CDFHJKMNPQRTVWX]{4}$/);
		assert.equal(readReference(reference, "SR"), reference);
	}
	assert.match(newReference("BK"), /^BK-/);
});

test("a reference is read however it is typed", () => {
	fc.assert(
		fc.property(references, (reference) => {
			const bare = reference.replaceAll("-", "");
			for (const typed of [
				reference.toLowerCase(),
				bare,
				bare.slice(2),
				` ${reference.replaceAll("-", " ")} `,
				`${bare.slice(2, 6)}–${bare.slice(6)}`,
				`sr/${bare.slice(2)}.`,
				`SR-${bare.slice(2).replaceAll("8", "B").replaceAll("5", "s").replaceAll("2", "Z").replaceAll("6", "g")}`,
			]) {
				assert.equal(readReference(typed, "SR"), reference, typed);
			}
		}),
	);
});

test("one wrong character is always found", () => {
	fc.assert(
		fc.property(references, place, fc.constantFrom(...alphabet), (reference, index, wrong) => {
			fc.pre(reference[at(index)] !== wrong);
			assert.equal(
				readReference(reference.slice(0, at(index)) + wrong + reference.slice(at(index) + 1), "SR"),
				undefined,
			);
		}),
		{ numRuns: 500 },
	);
});

test("two neighbours swapped are always found", () => {
	fc.assert(
		fc.property(references, fc.integer({ min: 0, max: 6 }), (reference, index) => {
			const body = reference.replaceAll("-", "").slice(2).split("");
			const [first = "", second = ""] = body.slice(index, index + 2);
			fc.pre(first !== second);
			body.splice(index, 2, second, first);
			assert.equal(readReference(body.join(""), "SR"), undefined);
		}),
		{ numRuns: 500 },
	);
});

test("what is not one of our references is not read", () => {
	const reference = newReference("SR");
	for (const typed of [
		"",
		"SR",
		"SR-",
		"SR-AEIO-U1L0",
		`XX${reference.slice(2)}`,
		`${reference}2`,
		reference.slice(0, -1),
	]) {
		assert.equal(readReference(typed, "SR"), undefined, typed);
	}
	assert.equal(readReference("2".repeat(100_000), "SR"), undefined);
	assert.equal(readReference(reference, "BK"), undefined);
});

test("every character is equally likely", () => {
	const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
	const counts = new Map<string, number>();
	let next = 0;
	const inTurn = (n: number) => bytes.subarray(next, (next += n));
	for (let i = 0; i < 16; i++) {
		for (const character of newReference("SR", inTurn).replaceAll("-", "").slice(2, 9)) {
			counts.set(character, (counts.get(character) ?? 0) + 1);
		}
	}
	assert.ok(counts.size === 23 && Math.max(...counts.values()) <= 11);
});

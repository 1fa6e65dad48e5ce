import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AnswerValue } from "../answer.ts";
import { questionShape } from "../question.ts";
import { answerInWords } from "../words.ts";
import { readAnswer } from "./answers.ts";
import { typedOf } from "./typed.ts";

const terms = { now: new Date("2026-06-01T12:00:00Z") };
type Given = Record<string, unknown> & { kind: string };

function question(more: Given) {
	return questionShape.parse({ id: "q", ask: "What?", why: "Because", error: "Enter it", ...more });
}

/** What is kept of an answer, having been said in words and typed again as the page shows it. */
function kept(more: Given, raw: unknown): { value: AnswerValue | undefined; words: string } {
	const asked = question(more);
	const { value, problems } = readAnswer(asked, raw, terms);
	assert.deepEqual(problems, [], String(raw));
	assert.deepEqual(readAnswer(asked, typedOf(asked, value), terms).value, value, "what is shown again reads as itself");
	return { value, words: answerInWords(asked, value) };
}

const wrong = (more: Given, raw: unknown) => {
	const { value, problems } = readAnswer(question(more), raw, terms);
	assert.equal(value, undefined);
	return problems.map(({ field, message }) => `${field}: ${message}`).join("; ");
};

describe("Money", () => {
	const money = (raw: unknown, more: object = {}) => kept({ kind: "money", ...more }, raw);

	it("is kept in pence however the pounds are typed", () => {
		assert.deepEqual(money("£1,240.50"), { value: 124050, words: "£1,240.50" });
		assert.deepEqual(money(" 12 "), { value: 1200, words: "£12" });
		assert.deepEqual(money("1２.5"), { value: 1250, words: "£12.50" });
		assert.deepEqual(money(19.99), { value: 1999, words: "£19.99" });
		assert.deepEqual(money("0"), { value: 0, words: "£0" });
	});

	it("is refused when it is no amount, or outside its limits, in words", () => {
		const q = { kind: "money", called: "Your rent", least: 10, most: 99.99 } as const;
		assert.equal(wrong(q, "lots"), "q: Your rent must be an amount of money, like 600 or 193.54");
		assert.equal(wrong(q, "-20"), "q: Your rent must be an amount of money, like 600 or 193.54");
		assert.equal(wrong(q, "12.345"), "q: Your rent must not include parts of a penny");
		assert.equal(wrong(q, "100"), "q: Your rent must be between £10 and £99.99");
		assert.equal(money("99.99", { least: 10, most: 99.99 }).value, 9999, "the limits themselves are taken");
		assert.equal(wrong(q, ""), "q: Enter it");
		assert.match(wrong({ kind: "money" }, "9".repeat(30)), /must be less than £1,000,000,000/);
	});
});

describe("A registration number", () => {
	it("is taken in every shape there has been, and set as it stands on the plate", () => {
		const plates: [string, string][] = [
			["ab12cde", "AB12 CDE"],
			["AB12 CDE", "AB12 CDE"],
			["p 123 abc", "P123 ABC"],
			["Q123ABC", "Q123 ABC"],
			["abc123d", "ABC 123D"],
			["aiz 1234", "AIZ 1234"],
			["a 1", "A 1"],
			["1234 ab", "1234 AB"],
			["123d456", "123 D 456"],
			["ＡＢ12ＣＤＥ", "AB12 CDE"],
		];
		for (const [typed, plate] of plates) assert.equal(kept({ kind: "vehicle" }, typed).value, plate, typed);
	});

	it("is refused when it cannot be one", () => {
		for (const typed of ["12345678", "ABCDEFG", "AB12 CDEF", "AB12-CD€", "a".repeat(5000)]) {
			assert.equal(
				wrong({ kind: "vehicle" }, typed),
				"q: Enter a registration number in the correct format, like AB12 CDE",
			);
		}
	});
});

describe("A National Insurance number", () => {
	it("is kept close and shown in its groups", () =>
		assert.deepEqual(kept({ kind: "nino" }, "jg 10-37 59a"), { value: "JG103759A", words: "JG 10 37 59 A" }));

	it("is refused when it was never issued", () => {
		for (const typed of ["QQ 12 34 56 C", "GB 12 34 56 A", "JG 10 37 59 E", "JG10375", ["JG103759A"]]) {
			assert.match(wrong({ kind: "nino" }, typed), /^q: Enter a National Insurance number in the correct format/);
		}
	});
});

describe("Bank details", () => {
	const bank = { kind: "bank", roll: true } as const;
	const account = { name: "Zoë O’Hara", sortCode: "08-99-99", accountNumber: "6637 4958", roll: "" };

	it("are tidied, with the eight digits that banks use", () => {
		assert.deepEqual(kept(bank, { ...account, roll: "d/1234 5-a." }), {
			value: { name: "Zoë O’Hara", sortCode: "089999", accountNumber: "66374958", roll: "D/1234 5-A." },
			words: "Zoë O’Hara\nSort code 08-99-99\nAccount number 66374958\nRoll number D/1234 5-A.",
		});
		// No weights are known for this sort code, so nothing speaks against it.
		assert.deepEqual(kept(bank, { ...account, sortCode: "000000", accountNumber: "733445" }).value, {
			name: "Zoë O’Hara",
			sortCode: "000000",
			accountNumber: "00733445",
		});
	});

	it("say at each box what is wrong with it", () => {
		assert.equal(
			wrong(bank, { sortCode: "1234", accountNumber: "12345" }),
			"q-name: Enter the name on the account; q-sortCode: Enter a valid sort code like 309430; q-accountNumber: Account number must be between 6 and 8 digits",
		);
		assert.match(wrong(bank, { ...account, accountNumber: "lots" }), /valid account number like 00733445/);
		assert.match(wrong(bank, { ...account, roll: "x".repeat(19) }), /^q-roll: Building society roll number must be/);
		assert.equal(wrong(bank, { sortCode: " " }), "q-name: Enter it");
	});

	it("whose numbers do not fit are asked about once, and then taken and marked for the officer", () => {
		const odd = { ...account, accountNumber: "66374959" };
		assert.match(wrong(bank, odd), /^q-sortCode: Check the sort code and account number/);
		const again = kept(bank, { ...odd, checked: "089999 66374959" });
		assert.match(again.words, /did not pass the check. Confirm them before paying/);
		assert.match(wrong(bank, { ...odd, accountNumber: "66374950", checked: "089999 66374959" }), /Check the sort code/);
	});

	it("are sealed, and a definition cannot unseal them", () => {
		assert.equal(question(bank).sealed, true);
		assert.throws(() => question({ ...bank, sealed: false }), /always sealed/);
	});
});

describe("A choice from a long list and a declaration", () => {
	const options = [
		{ value: "wales", label: "Wales" },
		{ value: "cote-divoire", label: "Côte d’Ivoire" },
	];

	it("are taken by their value and said by their words", () => {
		assert.deepEqual(kept({ kind: "select", options }, "cote-divoire"), {
			value: "cote-divoire",
			words: "Côte d’Ivoire",
		});
		const agree = { kind: "declaration", say: ["Read this."], agree: "I understand" } as const;
		assert.deepEqual(kept(agree, "yes"), { value: "yes", words: "I understand" });
		assert.equal(wrong(agree, "no"), "q: Enter it");
	});

	it("are refused when nothing of the list was chosen", () => {
		for (const raw of ["", "Wales", "france", ["wales", "wales"], { wales: 1 }]) {
			assert.equal(wrong({ kind: "select", options }, raw), "q: Enter it");
		}
	});

	it("take options or the name of a list, and not both or neither", () => {
		assert.throws(() => question({ kind: "select" }));
		assert.throws(() => question({ kind: "select", options, list: "countries" }));
		assert.equal(question({ kind: "select", list: "countries" }).kind, "select");
	});
});

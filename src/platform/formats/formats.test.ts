import assert from "node:assert/strict";
import { test } from "node:test";
import { emailHint, ninoInWords, phoneInWords, readEmail, readNino, readPhone, readPostcode } from "./index.ts";

test("a postcode is read however it is spaced", () => {
	const read: [string, string][] = [
		["TS1 9FT", "TS1 9FT"],
		["ts19ft", "TS1 9FT"],
		["TS1  9FT", "TS1 9FT"],
		["M1 1AE", "M1 1AE"],
		["B33 8TH", "B33 8TH"],
		["CR2 6XH", "CR2 6XH"],
		["DN55 1PT", "DN55 1PT"],
		["W1A 0AX", "W1A 0AX"],
		["EC1A 1BB", "EC1A 1BB"],
		["GIR 0AA", "GIR 0AA"],
		["N1C 4AG", "N1C 4AG"],
		["  ne29-0aa. ", "NE29 0AA"],
	];
	for (const [typed, postcode] of read) assert.equal(readPostcode(typed), postcode);
	for (const typed of ["QA1 1AA", "TS1 9FC", "TS19", "XX1 1AA", "", "TS1 9FT TS1", "T".repeat(50)]) {
		assert.equal(readPostcode(typed), undefined, typed);
	}
});

test("an email address keeps its name as typed and its domain in lower case", () => {
	assert.equal(readEmail(" Jo.Bloggs+bins@Example.COM "), "Jo.Bloggs+bins@example.com");
	assert.equal(readEmail("o'neil@council.gov.uk"), "o'neil@council.gov.uk");
	assert.equal(readEmail("jo@bücher.example"), "jo@xn--bcher-kva.example");
	assert.equal(readEmail("a@b.co"), "a@b.co");
});

test("an address that no mail would reach is not read", () => {
	const bad = [
		"",
		"jo",
		"@example.com",
		"jo@",
		"jo@localhost",
		"jo@example",
		"jo@example.c",
		"jo@127.0.0.1",
		"jo@[127.0.0.1]",
		"jo@example.123",
		"jo..b@example.com",
		".jo@example.com",
		"jo.@example.com",
		"jo b@example.com",
		"jo@exa mple.com",
		"jo@-example.com",
		"jo@example..com",
		"jo@example.com.",
		"jo@b@example.com",
		"jo@example.com\nBcc: all@example.com",
		"jo@ex%61mple.com",
		"Jo <jo@example.com>",
		"jö@example.com",
		`${"a".repeat(65)}@example.com`,
		`jo@${"a".repeat(64)}.com`,
		`jo@${"a.".repeat(130)}com`,
	];
	for (const typed of bad) assert.equal(readEmail(typed), undefined, typed);
});

test("a slip in a common domain is asked about, and a domain that exists is left alone", () => {
	assert.equal(emailHint("jo@gmial.com"), "jo@gmail.com");
	assert.equal(emailHint("jo@gmail.con"), "jo@gmail.com");
	assert.equal(emailHint("jo@gmail.co"), "jo@gmail.com");
	assert.equal(emailHint("jo@hotmial.co.uk"), "jo@hotmail.co.uk");
	assert.equal(emailHint("jo@yahoo.couk"), "jo@yahoo.co.uk");
	assert.equal(emailHint("jo@btinterent.com"), "jo@btinternet.com");
	for (const fine of ["jo@gmail.com", "jo@mail.com", "jo@ymail.com", "jo@council.gov.uk", "jo@me.com", "jo"]) {
		assert.equal(emailHint(fine), undefined, fine);
	}
});

test("a telephone number is read however it is written", () => {
	const read: [string, string, boolean][] = [
		["07700 900123", "+447700900123", true],
		["+44 (0)1632 960 001", "+441632960001", false],
		["0044 20 7946 0958", "+442079460958", false],
		["447700900123", "+447700900123", true],
		["(0191) 498-0001", "+441914980001", false],
		["0808 157 0192", "+448081570192", false],
		["016977 2345", "+44169772345", false],
		["07624 400000", "+447624400000", true],
		["07600 000000", "+447600000000", false],
		["+33 1 23 45 67 89", "+33123456789", false],
		["00 1 212 555 0100", "+12125550100", false],
		["tel:+447700900123", "+447700900123", true],
	];
	for (const [typed, e164, mobile] of read) assert.deepEqual(readPhone(typed), { e164, mobile, typed });
});

test("an extension is kept beside the number", () => {
	for (const typed of [
		"01632 960001 ext 12",
		"01632 960001 x12",
		"01632960001#12",
		"01632 960001, 12",
		"01632 960001 extension 12",
	]) {
		assert.deepEqual(readPhone(typed), { e164: "+441632960001", mobile: false, typed, extension: "12" }, typed);
	}
});

test("what cannot be dialled is not read", () => {
	const bad = [
		"",
		"960001",
		"7700900123",
		"0770090012",
		"077009001234",
		"0000000000",
		"04123 456789",
		"+44",
		"+0123456789",
		"+1234567890123456",
		"call me on 07700 900123",
		"07700 900123 / 07700 900124",
		"٠٧٧٠٠٩٠٠١٢٣",
		"0".repeat(100_000),
	];
	for (const typed of bad) assert.equal(readPhone(typed), undefined, typed.slice(0, 40));
});

test("a telephone number is shown in the groups people say", () => {
	assert.equal(phoneInWords("+447700900123"), "07700 900123");
	assert.equal(phoneInWords("+442079460958"), "020 7946 0958");
	assert.equal(phoneInWords("+441914980001"), "0191 498 0001");
	assert.equal(phoneInWords("+441134960001"), "0113 496 0001");
	assert.equal(phoneInWords("+441642245432"), "01642 245432");
	assert.equal(phoneInWords("+443001234567"), "0300 123 4567");
	assert.equal(phoneInWords("+33123456789"), "+33123456789");
});

test("a National Insurance number is read by its syntax, and example numbers only where they are expected", () => {
	assert.equal(readNino("JG103759A"), "JG103759A");
	assert.equal(readNino(" jg 10 37 59 a "), "JG103759A");
	assert.equal(ninoInWords("JG103759A"), "JG 10 37 59 A");
	for (const typed of [
		"QQ123456C",
		"ZZ123456A",
		"BG123456A",
		"TN123456A",
		"DA123456A",
		"AO123456A",
		"JG103759E",
		"JG103759",
		"",
	]) {
		assert.equal(readNino(typed), undefined, typed);
	}
	assert.equal(readNino("QQ 12 34 56 C", { examples: true }), "QQ123456C");
	assert.equal(readNino("ZZ123456A", { examples: true }), undefined);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { standardAddress } from "./address.ts";
import { isBlank } from "./blank.ts";
import { standardBirth, standardDate } from "./date.ts";
import { fold } from "./fold.ts";
import { rootsOf } from "./nicknames.ts";
import { splitName, standardName } from "./name.ts";
import { standardEmail, standardNumber, standardPhone } from "./reach.ts";
import { soundOf } from "./sound.ts";
import { standardRecord } from "./standard.ts";

test("a name is compared without accents, case, signs or alphabet", () => {
	for (const [typed, folded] of [
		["Siân O’Brien-Núñez", "sian obrien nunez"],
		["O'NEILL", "oneill"],
		["Łukasz Błaszczykowski", "lukasz blaszczykowski"],
		["Straße", "strasse"],
		["Дмитрий", "dmitrii"],
		["  two   words ", "two words"],
	] as const)
		assert.equal(fold(typed), folded);
});

test("short names and spellings lead to the formal ones", () => {
	assert.deepEqual(rootsOf("bill"), ["william"]);
	assert.deepEqual(rootsOf("peggy"), ["margaret"]);
	assert.deepEqual(rootsOf("alex"), ["alexander", "alexandra"]);
	assert.equal(rootsOf("kathryn")[0], "catherine");
	assert.deepEqual(rootsOf("zebedee"), ["zebedee"]);
});

test("a name in one column is split as it was written", () => {
	assert.deepEqual(splitName("SMITH, John Paul"), { given: ["john", "paul"], surname: ["smith"] });
	assert.deepEqual(splitName("Mr John Smith"), { given: ["john"], surname: ["smith"] });
	assert.deepEqual(splitName("Ludwig van der Berg"), { given: ["ludwig"], surname: ["van", "der", "berg"] });
	assert.deepEqual(splitName("Ann Smith-Jones"), { given: ["ann"], surname: ["smith", "jones"] });
	assert.deepEqual(splitName("Cher"), { given: [], surname: ["cher"] });
});

test("titles and letters after a name are not part of it, and a name that is a title stays", () => {
	assert.equal(standardName({ given: "Dr. Mary-Ann", surname: "Lee MBE" }).given, "maryann");
	assert.equal(standardName({ given: "Mary", surname: "Lee MBE" }).surname, "lee");
	assert.equal(standardName({ given: "Mary", surname: "Dean" }).surname, "dean");
	assert.equal(standardName({ given: "Earl", surname: "Major" }).surname, "major");
});

test("a double name is known by both of its parts", () => {
	const { surname, surnameFirst, surnameLast } = standardName({ given: "Ann", surname: "Smith-Jones" });
	assert.deepEqual([surname, surnameFirst, surnameLast], ["smithjones", "smith", "jones"]);
	assert.equal(standardName({ given: "Jan", surname: "van den Berg" }).surnameFirst, undefined);
});

test("names of one sound come together", () => {
	assert.equal(soundOf("knight"), soundOf("nite"));
	assert.equal(soundOf("phillips"), soundOf("filips"));
	assert.equal(soundOf("smith"), soundOf("smyth"));
	assert.notEqual(soundOf("smith"), soundOf("jones"));
	assert.equal(soundOf("123"), undefined);
});

test("a date of birth is the same however it is written", () => {
	for (const typed of [
		"29/02/1984",
		"1984-02-29",
		"19840229",
		"29 Feb 1984",
		"29th February 1984",
		"29.2.84",
		"29-02-1984",
		"29021984",
		"1984-02-29T00:00:00",
		"29/02/1984 00:00",
	])
		assert.equal(standardDate(typed), "19840229", typed);
	assert.equal(standardDate("02/29/1984"), "19840229");
	assert.equal(standardDate("03/04/1984"), "19840403");
	assert.equal(standardBirth({ birthYear: "1984", birthMonth: "2", birthDay: "9" }), "19840209");
});

test("a date that cannot be is kept, and one that stands for none is not", () => {
	assert.equal(standardDate("1984-13-29"), "19841329");
	for (const typed of ["01/01/1900", "unknown", "", "31/12/9999", "00/00/0000", "hello"])
		assert.equal(standardDate(typed), undefined, typed);
});

test("an address is its house, street, town and postcode", () => {
	assert.deepEqual(standardAddress({ address: "Flat 2, 14A Acacia Rd.", town: "Eastham", postcode: "za1 9ft" }), {
		house: "2/14a",
		street: "acacia road",
		town: "eastham",
		postcode: "ZA19FT",
		district: "ZA1",
	});
	assert.equal(standardAddress({ address: "The Cottage, Low Lane" }).house, "the cottage");
	assert.equal(standardAddress({ address: "The Cottage, Low Lane" }).street, "low lane");
	assert.equal(standardAddress({ address: "12 St Johns St, Eastham TS1 9FT" }).street, "saint johns street");
	assert.equal(standardAddress({ address: "12 St Johns St, Eastham TS1 9FT" }).postcode, "TS19FT");
	assert.equal(standardAddress({ house: "007", street: "Low Ln" }).house, "7");
	assert.equal(standardAddress({ uprn: "000012345678" }).uprn, "12345678");
	assert.deepEqual(standardAddress({ postcode: "4011" }), { postcode: "4011" });
});

test("telephones, email and numbers are compared in one form, and fillers are not compared", () => {
	assert.equal(standardPhone("(01632) 960 001"), standardPhone("+44 1632 960001"));
	assert.equal(standardPhone("0000000000"), undefined);
	assert.deepEqual(standardEmail(" Jo.Bloggs7@Example.COM "), {
		email: "jo.bloggs7@example.com",
		mailbox: "jo.bloggs7",
		mailboxDigits: "7",
	});
	assert.deepEqual(standardEmail("none@none.com"), {});
	assert.equal(standardNumber("jg 10 37 59 a"), "jg103759a");
	assert.equal(standardNumber("000000000"), undefined);
});

test("what says nothing is taken for nothing", () => {
	for (const said of ["", "  ", "N/A", "unknown", "-", "xxxx", "?", undefined]) assert.ok(isBlank(said), said);
	for (const said of ["Ng", "Bo", "Noname Smith", "0207", "Å"]) assert.ok(!isBlank(said), said);
});

test("any text at all can be put in order, and a record in order stays as it is", () => {
	fc.assert(
		fc.property(fc.string({ unit: "grapheme" }), fc.string(), (one, other) => {
			const record = standardRecord({
				given: one,
				surname: other,
				born: one,
				address: other,
				email: one,
				phone: other,
			});
			for (const value of Object.values(record)) assert.notEqual(value, "");
			const again = standardName({ given: record.given ?? "", surname: record.surname ?? "" });
			assert.equal(again.given, record.given);
		}),
	);
});

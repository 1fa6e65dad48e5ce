import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { agreement } from "./agreement.ts";
import { saidBy } from "./said.ts";
import { survive } from "./survive.ts";
import { type ChosenValue, goldenFields, type SaidValue, standings } from "./value.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const said = (field: SaidValue["field"], value: string, more: Partial<SaidValue> = {}): SaidValue => ({
	field,
	value,
	recordId: "1",
	source: "council-tax",
	standing: "statutory",
	at: day(1),
	...more,
});
const chosen = (value: string, more: Partial<ChosenValue> = {}): ChosenValue => ({
	id: "9",
	recordId: "1",
	field: "name",
	value,
	why: "She told me",
	by: "Ada Ash",
	at: day(9),
	...more,
});
const standsFor = (values: readonly SaidValue[], choices: readonly ChosenValue[] = []) => survive(values, choices)[0];

describe("what stands of a customer", () => {
	it("is what was verified, then declared, then statutory, then typed, then imported", () => {
		for (const [at, standing] of standings.entries()) {
			const below = standings
				.slice(at)
				.map((one, number) => said("name", `Name ${one}`, { standing: one, at: day(number + 1) }));
			assert.equal(standsFor(below)?.said?.standing, standing);
		}
	});

	it("is the latest of those alike, and then the fullest", () => {
		assert.equal(standsFor([said("name", "Jo Old"), said("name", "Jo New", { at: day(2) })])?.value, "Jo New");
		assert.equal(standsFor([said("name", "J Smith"), said("name", "Jane Smith")])?.value, "Jane Smith");
	});

	it("is what an officer chose, over all the records, and the latest choice where there are two", () => {
		const values = [said("name", "Jane Smith", { standing: "verified" })];
		const golden = standsFor(values, [
			chosen("Jane Jones", { at: day(3) }),
			chosen("Janet Jones", { id: "8", at: day(4) }),
		]);
		assert.equal(golden?.value, "Janet Jones");
		assert.equal(golden?.chosen?.why, "She told me");
		assert.deepEqual([golden?.said, golden?.differ.length, golden?.conflict], [undefined, 1, false]);
		assert.equal(standsFor(values)?.value, "Jane Smith", "once the choice has ended, the record stands again");
	});

	it("says where it is from and since when, and which other records say the same or something else", () => {
		const golden = standsFor([
			said("name", "Jane Smith", { standing: "declared", recordId: "1" }),
			said("name", "SMITH, JANE", { recordId: "2" }),
			said("name", "J Smith", { recordId: "3" }),
			said("name", "Jane Jones", { recordId: "4" }),
		]);
		assert.equal(golden?.said?.recordId, "1");
		assert.deepEqual(
			golden?.agree.map(({ recordId }) => recordId),
			["2", "3"],
		);
		assert.deepEqual(
			golden?.differ.map(({ recordId }) => recordId),
			["4"],
		);
		assert.equal(golden?.conflict, true);
	});

	it("is no conflict where somebody may have several", () => {
		const two = (field: SaidValue["field"], a: string, b: string) =>
			standsFor([said(field, a), said(field, b)])?.conflict;
		assert.equal(two("phone", "07700 900111", "07700 900222"), false);
		assert.equal(two("email", "a@example.org", "b@example.org"), false);
		assert.equal(two("born", "1980-02-01", "1980-01-02"), true);
		assert.equal(two("home", "1 High Street, TS1 1AA", "2 High Street, TS1 1AA"), true);
	});

	it("is made of nothing that may not be shown, and of one record's parts only", () => {
		const record = {
			id: "1",
			source: "council-tax",
			standing: "statutory",
			at: day(1),
			said: { given: "Jane", surname: "Smith", born: "1980-01-01", address: "1 High St", postcode: "TS1 1AA" },
		} as const;
		const values = (fields: readonly string[]) =>
			saidBy(record, (field) => fields.includes(field)).map(({ field, value }) => `${field}: ${value}`);
		assert.deepEqual(values([]), []);
		assert.deepEqual(values(["surname", "postcode"]), ["name: Smith"]);
		assert.deepEqual(values(["given", "surname", "address", "postcode"]), [
			"name: Jane Smith",
			"home: 1 High St, TS1 1AA",
		]);
	});

	it("knows a postcode however it is spaced, and an initial for its name", () => {
		assert.equal(agreement("home", "1 High St, TS11AA", "1 High St TS1 1AA"), "same");
		assert.equal(agreement("name", "Mrs J. Smith", "Jane Smith"), "part");
		assert.equal(agreement("name", "J J Smith", "Jane Smith"), "other");
		assert.equal(agreement("phone", "+44 7700 900111", "07700900111"), "same");
		assert.equal(agreement("name", "???", "Jane"), "other");
	});

	const values = fc.array(
		fc.record({
			field: fc.constantFrom(...goldenFields),
			value: fc.constantFrom("Jane Smith", "J Smith", "Smith Jane", "Ann Lee", "07700 900111", "a@example.org", " "),
			recordId: fc.uuid(),
			source: fc.constantFrom("front-door", "council-tax", "housing"),
			standing: fc.constantFrom(...standings),
			at: fc.nat(4).map((number) => day(number + 1)),
		}),
		{ maxLength: 12 },
	);
	const choices = fc.array(
		fc
			.record({
				field: fc.constantFrom(...goldenFields),
				value: fc.constantFrom("Jane", "Ann"),
				id: fc.uuid(),
				at: fc.nat(4).map((n) => day(n + 1)),
			})
			.map((one) => chosen(one.value, one)),
		{ maxLength: 3 },
	);

	it("is the same in whatever order the records are read", () => {
		fc.assert(
			fc.property(values, choices, fc.nat(), (given, picked, by) => {
				const turned = given.map((_, at) => given[(at + by) % given.length] ?? assert.fail());
				assert.deepEqual(survive(turned.toReversed(), picked.toReversed()), survive(given, picked));
			}),
		);
	});

	it("is always something that a record says or an officer chose, and every record is accounted for once", () => {
		fc.assert(
			fc.property(values, choices, (given, picked) => {
				for (const { field, value, said: from, chosen: choice, agree, differ } of survive(given, picked)) {
					const ours = given.filter((one) => one.field === field && one.value.trim() !== "");
					assert.ok(
						choice ? picked.includes(choice) && choice.value === value : ours.some((one) => one.value === value),
					);
					const told = [...(from ? [from] : []), ...agree, ...differ];
					assert.deepEqual(new Set(told), new Set(ours));
					assert.equal(told.length, ours.length);
				}
			}),
		);
	});

	it("is not changed by a record that stands lower", () => {
		fc.assert(
			fc.property(values, (given) => {
				const before = survive(
					given.filter(({ standing }) => standing !== "imported"),
					[],
				);
				const after = survive(given, []);
				for (const one of before) assert.equal(after.find(({ field }) => field === one.field)?.value, one.value);
			}),
		);
	});
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { Place } from "../../../platform/thread/index.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { sourceRecordsIn } from "./testing.ts";
import { customersIn, type Index, openIndex } from "../testing.ts";
import { findRecords } from "./find.ts";
import { sought } from "./sought.ts";

describe("a customer at the desk", () => {
	let index: Index;
	let zoe: string;
	let bill: string;
	let taxed: string;
	before(async () => {
		index = await openIndex();
		[zoe = "", bill = ""] = await customersIn(index, [
			{ name: "Zoë van der Berg", email: "zoe@example.org", phone: "07700 900111" },
			{ name: "Bill Smith", email: "bill@example.org" },
		]);
		[taxed = ""] = await sourceRecordsIn(index.database.db, [
			{
				source: "council-tax",
				said: {
					given: "Zoe",
					surname: "Berg",
					address: "14a Albert Rd",
					town: "Newtown",
					postcode: "TS1 9FT",
					born: "1984-02-29",
				},
			},
			{ source: "social-care", said: { given: "Kit", surname: "Hidden" } },
			{ source: "housing", said: { given: "Rae", surname: "Secret", postcode: "TS1 9FT" }, restricted: true },
		]);
	});
	after(() => index.database.close());
	const found = async (typed: string, more: { before?: Place | undefined; limit?: number } = {}) => {
		const by = sought(typed);
		return by ? findRecords(index.database.db, by, { limit: 20, hidden: ["social-care"], ...more }) : [];
	};
	const ids = async (typed: string) => (await found(typed)).map(({ id }) => id);

	it("is found by address for mail, telephone, and the reference of any of their records, however they are typed", async () => {
		assert.deepEqual(await ids("ZOE@example.org"), [zoe]);
		assert.deepEqual(await ids("+44 7700 900111"), [zoe]);
		const [one] = await found("zoe@example.org");
		assert.deepEqual(await ids((one?.reference ?? "").toLowerCase().replaceAll("-", " ")), [zoe]);
	});

	it("is found by names in any order, begun or whole, and by what a name is short for", async () => {
		for (const typed of ["Berg Zoe", "zoë van der berg", "zo"]) assert.ok((await ids(typed)).includes(zoe), typed);
		for (const typed of ["smi", "Smith, Bill", "William Smith"]) assert.deepEqual(await ids(typed), [bill], typed);
	});

	it("is found by address and date of birth, alone and together with a name", async () => {
		for (const typed of [
			"14A Albert Road",
			"albert rd",
			"ts19ft",
			"29/02/1984",
			"Berg 29 Feb 1984",
			"zoe berg, TS1 9FT",
		])
			assert.deepEqual(await ids(typed), [taxed], typed);
		assert.deepEqual(await ids("Zoe Berg 01/01/1984"), []);
	});

	it("is nobody where nothing was typed that finds anybody, and any sign may be typed", async () => {
		for (const typed of ["", "  ", "& | ! ( ) :*", "'; drop table x; --", "%", "\\"])
			assert.deepEqual(await ids(typed), [], typed);
	});

	it("is not found by what no page may show, nor where their record is restricted, but by its reference", async () => {
		assert.deepEqual(await ids("Hidden"), []);
		assert.deepEqual(await ids("Secret"), []);
		const { reference } = await index.database.db
			.selectFrom("records.record")
			.select("reference")
			.where("restricted", "=", true)
			.executeTakeFirstOrThrow();
		assert.equal((await ids(reference)).length, 1);
	});

	it("comes once with all their records, by what any of them says, and says of other systems only that there are some", async () => {
		const { db } = index.database;
		const link = await db
			.transaction()
			.execute((tx) => linkRecords(tx, index.ctx, { a: zoe, b: taxed, how: "merged", why: "She said so" }));
		assert.ok(!isRefusal(link));
		for (const typed of ["albert road", "zoe@example.org", "berg"]) {
			const [one, ...others] = await found(typed);
			assert.deepEqual([one?.id, one?.customerIds, one?.elsewhere, others.length], [zoe, [zoe], true, 0], typed);
		}
		assert.equal((await found("bill@example.org"))[0]?.elsewhere, false);
	});

	it("is read page by page, each once", async () => {
		await customersIn(
			index,
			Array.from({ length: 7 }, (_, at) => ({
				name: `Page Turner ${"abcdefg"[at]}`,
				since: `2025-02-0${1 + (at >> 1)}T09:00:00Z`,
			})),
		);
		const whole = await ids("page");
		assert.equal(whole.length, 7);
		const read: string[] = [];
		let before: Place | undefined;
		for (let turn = 0; turn < 4; turn++) {
			const page = await found("page", { limit: 2, before });
			read.push(...page.map(({ id }) => id));
			const last = page.at(-1);
			before = last && { at: last.beganAt, id: last.id };
		}
		assert.deepEqual(read, whole);
	});
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { linkRecords } from "../links/linkRecords.ts";
import { sourceRecordsIn } from "../search/testing.ts";
import { type Index, openIndex } from "../testing.ts";
import { livingBeside } from "./beside.ts";
import { housemates, overlap } from "./household.ts";

type MayShow = Parameters<typeof housemates>[1];
const everything: MayShow = () => true;

describe("who lives where a customer lives", () => {
	let index: Index;
	let ids: string[];
	const home = { uprn: "100110000001", address: "1 High Street", postcode: "TS1 1AA" };
	const said = (given: string, place: Record<string, string> = home) => ({ given, surname: "Ward", ...place });
	before(async () => {
		index = await openIndex();
		ids = await sourceRecordsIn(index.database.db, [
			{ source: "council-tax", said: said("Zoe"), from: "2024-01-01" },
			{ source: "council-tax", said: said("Yan"), from: "2025-06-01" },
			{ source: "library", said: said("Yan", { address: "1 High St", postcode: "TS11AA" }), from: "2025-01-01" },
			{ source: "housing", said: said("Wyn"), from: "2020-01-01", until: "2024-01-01" },
			{ source: "housing", said: said("Vic"), from: "2020-01-01", until: "2025-03-01" },
			{ source: "library", said: said("Uma", { address: "2 High Street", postcode: "TS1 1AA" }) },
			{ source: "housing", said: said("Tom"), restricted: true },
			{ source: "council-tax", said: said("Sue", { ...home, uprn: "100110000002" }) },
		]);
		const { db } = index.database;
		await db
			.transaction()
			.execute((tx) =>
				linkRecords(tx, index.ctx, { a: ids[1] ?? "", b: ids[2] ?? "", how: "merged", why: "One person" }),
			);
	});
	after(() => index.database.close());
	const mates = async (mayShow: MayShow = everything) =>
		housemates(await livingBeside(index.database.db, ids.slice(0, 1)), mayShow);

	it("are those whose time there overlaps theirs, each once, with the days and the sources that say so", async () => {
		const [yan, vic, ...others] = await mates();
		assert.deepEqual(others, []);
		assert.deepEqual(
			[yan?.name, yan?.from, yan?.until, yan?.sources],
			["Yan Ward", "2025-01-01", null, ["council-tax", "library"]].map((one) => one),
		);
		assert.deepEqual(
			[vic?.name, vic?.from, vic?.until, vic?.bySources],
			["Vic Ward", "2024-01-01", "2025-03-01", ["council-tax"]],
		);
	});

	it("are nobody whom the purpose does not open, and nobody where it does not open the customer's own address", async () => {
		assert.deepEqual(
			(await mates((source) => source !== "housing")).map(({ name }) => name),
			["Yan Ward"],
		);
		assert.deepEqual(await mates((source) => source !== "council-tax"), []);
		assert.deepEqual(await mates((_, field) => field !== "surname" && field !== "given"), []);
	});

	it("is asked for in one round trip, and for nobody in none", async () => {
		assert.deepEqual(await livingBeside(index.database.db, []), []);
	});

	it("is the time that both were there", () => {
		const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, "0")}`);
		const time = fc.record({ from: day, until: fc.option(day) });
		fc.assert(
			fc.property(time, time, day, (one, other, when) => {
				const holds = ({ from, until }: { from: string; until: string | null }) =>
					from <= when && (until === null || when < until);
				const both = overlap(one, other);
				assert.equal(both !== undefined && holds(both), holds(one) && holds(other));
				assert.deepEqual(overlap(other, one), both);
			}),
		);
	});
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { openSources } from "../testing.ts";
import { qualityChart } from "./chart.ts";
import { countAfter, countAll } from "./count.ts";
import { linkedSlot } from "./linked.ts";
import { correctingOf, type Quality, qualityOf } from "./queries.ts";

describe("how good a source is", () => {
	let council: Awaited<ReturnType<typeof openSources>>;
	const monday = new Date("2026-11-23T12:00:00Z");
	const daysAfter = (days: number) => new Date(monday.getTime() + days * 86_400_000);
	before(async () => {
		council = await openSources();
	});
	after(() => council.close());

	async function record(said: object, faults: object = {}, goneAt: Date | null = null): Promise<string> {
		const id = newId();
		await sql`insert into sources.record (id, source, key, said, faults, first_seen_at, seen_at, changed_at, gone_at)
			values (${id}, 'council-tax', ${id}, ${JSON.stringify(said)}, ${JSON.stringify(faults)}, ${monday}, ${monday},
				${monday}, ${goneAt})`.execute(council.db);
		return id;
	}

	it("is counted by what its records lack and what in them cannot be right, without those that are gone", async () => {
		await record({ account: "1", given: "Ann", surname: "Ox" });
		await record({ account: "2", surname: "Ray" }, { born: "Date of birth: “31/02” is not a date." });
		await record({ account: "3" }, { surname: "Surname: “b@x” is not a name." });
		await record({}, {}, monday);
		await countAfter(council.ctx(monday), { source: "council-tax" });
		const [today] = await qualityOf(council.db, "council-tax");
		assert.deepEqual(today, {
			day: "2026-11-23",
			records: 3,
			duplicates: 0,
			conflicts: 0,
			stale: 0,
			missing: { given: 2 },
			invalid: { born: 1, surname: 1 },
		});
	});

	it("is counted each night, once a day, with what is stale and what links say", async () => {
		linkedSlot.put(council.house, async (_, source) => ({
			duplicates: source === "council-tax" ? 1 : 0,
			conflicts: 2,
		}));
		for (let twice = 0; twice < 2; twice++) await countAll(council.ctx(daysAfter(8)));
		const counts = await qualityOf(council.db, "council-tax");
		assert.deepEqual(
			counts.map(({ day, stale, duplicates, conflicts }) => [day, stale, duplicates, conflicts]),
			[
				["2026-12-01", 3, 1, 2],
				["2026-11-23", 0, 0, 0],
			],
		);
		assert.equal((await qualityOf(council.db, "library")).length, 1);
	});

	it("is drawn over time, however little is wrong, and however much", () => {
		const quality = (day: string, stale: number, records = 100): Quality => ({
			day,
			records,
			duplicates: 0,
			conflicts: 0,
			stale,
			missing: { given: records * 3 },
			invalid: {},
		});
		const picture = qualityChart([
			quality("2026-12-01", 100),
			quality("2026-11-23", 0),
			quality("2026-11-01", 0, 0),
		]).text;
		assert.match(picture, /from 1 Nov 2026 to 1 Dec 2026/);
		assert.ok(!picture.includes("NaN") && picture.includes("100 %"));
		const names = [...picture.matchAll(/<text x="598" y="([\d.]+)"/g)]
			.map(([, y]) => Number(y))
			.toSorted((a, b) => a - b);
		assert.equal(names.length, 5);
		assert.ok(names.every((y, at) => at === 0 || y - (names[at - 1] ?? 0) >= 16));
	});

	it("counts how soon it puts right what it is told", async () => {
		const told = async (days: number | null) => {
			const state = days === null ? "told" : "accepted";
			await sql`insert into sources.correction (id, record_id, source, field, says, ought, why, state, team_id, told_at, told_by,
					told_by_name, answered_at)
				values (${newId()}, ${await record({})}, 'council-tax', 'surname', '', 'Ox', 'seen', ${state}, 'revenues', ${monday},
					'x', 'Ada', ${days === null ? null : daysAfter(days)})`.execute(council.db);
		};
		for (const days of [1, 2, 9, null]) await told(days);
		assert.deepEqual(await correctingOf(council.db, "council-tax", monday), {
			told: 4,
			accepted: 3,
			refused: 0,
			open: 1,
			days: 2,
		});
	});
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyDatabase } from "../testing.ts";
import { readCatalogue, type Table } from "./catalogue.ts";
import { writeMap } from "./map.ts";
import { writeTypes } from "./types.ts";

const bins = `
	create schema bins;
	create table bins.round (
		id bigint generated always as identity primary key,
		day text not null check (day in ('monday', 'tuesday')),
		kinds text[] not null check (kinds <@ array['refuse', 'garden']),
		gate text check (gate is null or gate in ('left', 'it''s open')),
		crew text check (crew <> ''),
		lorries smallint not null default 1 check (lorries in (1, 2)),
		starts_on date not null,
		seen_at timestamptz,
		notes jsonb not null,
		stops uuid[] not null,
		label text generated always as (day || ' round') stored,
		constraint a_round_a_day unique (day)
	);
	create table bins.missed (round_id bigint not null references bins.round, street text not null);
	create index missed_by_street on bins.missed (street) where street <> '';
	create view bins.round_view as
		select r.id, r.day, m.street, m.round_id as missed_on, count(*) as missed, exists (select from bins.missed) as any_missed
		from bins.round r left join bins.missed m on m.round_id = r.id group by r.id, m.street, m.round_id;
	create view bins.street_view as
		select r.id, r.day, m.street, coalesce(r.crew, 'none') as crew, upper(r.day) as shout, array(select 1) as ones
		from bins.round r left join bins.missed m on m.round_id = r.id;
	create view bins.day_view as select v.day, v.street, v.crew from bins.street_view v;
	create view bins.both_view as select day from bins.round union all select street from bins.missed;
`;

describe("the maps of the tables", () => {
	it("say in types what the migrations say in SQL", async () => {
		const types = writeTypes(await tablesOf(bins));
		assert.deepEqual(lines(types, "BinsRound"), [
			"id: GeneratedAlways<number>;",
			'day: "monday" | "tuesday";',
			'kinds: ("refuse" | "garden")[];',
			`gate: "left" | "it's open" | null;`,
			"crew: string | null;",
			"lorries: Generated<1 | 2>;",
			"starts_on: string;",
			"seen_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;",
			"notes: ColumnType<unknown, string, string>;",
			"stops: string[];",
			"label: GeneratedAlways<string | null>;",
		]);
		assert.match(types, /"bins\.round_view": BinsRoundView;/);
	});

	it("know of a view's column whether it can be null", async () => {
		const types = writeTypes(await tablesOf(bins));
		assert.deepEqual(lines(types, "BinsStreetView"), [
			"id: number;",
			'day: "monday" | "tuesday";',
			"street: string | null;",
			"crew: string;",
			"shout: string | null;",
			"ones: number[];",
		]);
		assert.deepEqual(lines(types, "BinsDayView"), [
			'day: "monday" | "tuesday";',
			"street: string | null;",
			"crew: string;",
		]);
		const grouped = lines(types, "BinsRoundView");
		assert.deepEqual(grouped.slice(2), [
			"street: string | null;",
			"missed_on: number | null;",
			"missed: number;",
			"any_missed: boolean;",
		]);
		assert.deepEqual(lines(types, "BinsBothView"), ["day: string | null;"]);
	});

	it("show a reviewer every column, constraint and index", async () => {
		const map = writeMap(await tablesOf(bins));
		assert.match(map, /^table bins\.missed\n {2}round_id bigint not null\n {2}street {3}text {3}not null\n/m);
		assert.match(map, /^ {2}constraint a_round_a_day UNIQUE \(day\)$/m);
		assert.match(map, /^ {2}index missed_by_street btree \(street\) WHERE \(street <> ''::text\)$/m);
		assert.match(map, /^view bins\.round_view$/m);
		assert.doesNotMatch(map, /graphile_worker|pg_catalog/);
	});
});

async function tablesOf(sql: string): Promise<Table[]> {
	await using database = await emptyDatabase();
	await database.pool.query(sql);
	return await readCatalogue(database.pool);
}

function lines(types: string, name: string): string[] {
	const [, body = ""] = types.match(new RegExp(`export type ${name} = (?:Seen<)?\\{\\n(.*?)\\}`, "s")) ?? [];
	return body
		.split("\n")
		.map((line) => line.trim())
		.filter((line) => line !== "");
}

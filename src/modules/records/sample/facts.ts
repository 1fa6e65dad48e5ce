import { sql } from "kysely";
import type { Tx } from "../../../platform/db/connect.ts";
import { standardRecord } from "../../matching/index.ts";
import type { Facts, Named } from "./rules.ts";

export type OfTheDay = {
	id: string;
	headId: string;
	officerId: string;
	officerName: string;
	work: string | null;
	recordIds: readonly string[];
	at: Date;
};

/** What is known around each look-up of a day, by its id. */
export async function factsOf(tx: Tx, all: readonly OfTheDay[]): Promise<Map<string, Facts>> {
	if (all.length === 0) return new Map();
	const names = namesOf(all.map(({ officerName }) => officerName));
	const [records, homes, officers, days, tries] = [
		await recordsOf(tx, [...new Set(all.flatMap(({ recordIds }) => recordIds))]),
		await homesOf(tx, [...names.values()]),
		await tx.selectFrom("staff.officer_view").select(["id", "name"]).execute(),
		await daysOf(tx, all),
		await triesOf(tx, all),
	];
	const colleagueNames = namesOf(officers.map(({ name }) => name));
	const customers = Map.groupBy(all, ({ officerId }) => officerId);
	const counts = new Map([...customers].map(([id, own]) => [id, new Set(own.map(({ headId }) => headId)).size]));
	const median = middle([...counts.values()]);
	return new Map(
		all.map((one) => {
			const name = names.get(one.officerName) ?? { given: null, surname: null };
			const colleagues = new Set(
				officers.flatMap(({ id, name: called }) =>
					id === one.officerId ? [] : [fullName(colleagueNames.get(called))],
				),
			);
			colleagues.delete("");
			const facts: Facts = {
				officer: { ...name, homes: homes.get(fullName(name)) ?? [] },
				opened: one.recordIds.flatMap((id) => records.get(id) ?? []),
				colleagues,
				customers: counts.get(one.officerId) ?? 0,
				median,
				days: days.get(one.id) ?? 0,
				tries: tries.get(one.id) ?? 0,
			};
			return [one.id, facts];
		}),
	);
}

type Name = Pick<Named, "given" | "surname">;

/** Names in the form in which records hold them. */
function namesOf(names: readonly string[]): Map<string, Name> {
	return new Map(
		[...new Set(names)].map((name) => {
			const { given = null, surname = null } = standardRecord({ name });
			return [name, { given, surname }];
		}),
	);
}

function fullName(name: Name | undefined): string {
	return name === undefined || name.given === null || name.surname === null ? "" : `${name.given} ${name.surname}`;
}

/** Half of the officers opened this many customers or fewer. */
function middle(counts: readonly number[]): number {
	return counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? 0;
}

const home = sql<string | null>`coalesce(uprn, postcode || ' ' || house)`;

async function recordsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Named>> {
	const { rows } = await sql<Name & { id: string; home: string | null }>`select id, given, surname, ${home} as home
		from records.record where id = any(${[...ids]}::uuid[])`.execute(tx);
	return new Map(rows.map(({ id, home: at, ...name }) => [id, { ...name, homes: at === null ? [] : [at] }]));
}

/** Where people of these names live, as far as records say. */
async function homesOf(tx: Tx, names: readonly Name[]): Promise<Map<string, string[]>> {
	const known = names.filter(({ given, surname }) => given !== null && surname !== null);
	const { rows } = await sql<{ full: string; home: string }>`select r.given || ' ' || r.surname as full, ${home} as home
		from records.record r
			join jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as n(given text, surname text)
				on n.given = r.given and n.surname = r.surname
		where ${home} is not null`.execute(tx);
	const grouped = Map.groupBy(rows, ({ full }) => full);
	return new Map([...grouped].map(([full, own]) => [full, own.map((row) => row.home)]));
}

/** On how many days of the thirty up to each look-up the officer opened that customer with no work in hand. */
async function daysOf(tx: Tx, all: readonly OfTheDay[]): Promise<Map<string, number>> {
	const ids = all.filter(({ work }) => work === null).map(({ id }) => id);
	const { rows } = await sql<{ id: string; days: number }>`select l.id,
			(select count(distinct (e.at at time zone 'Europe/London')::date) from records.look_up e
				where e.officer_id = l.officer_id and e.head_id = l.head_id and e.work is null
					and e.at > l.at - interval '30 days' and e.at <= l.at) as days
		from records.look_up l where l.id = any(${ids}::uuid[])`.execute(tx);
	return new Map(rows.map(({ id, days }) => [id, days]));
}

async function triesOf(tx: Tx, all: readonly OfTheDay[]): Promise<Map<string, number>> {
	const ids = all.map(({ id }) => id);
	const { rows } = await sql<{ id: string; tries: number }>`select look_up_id as id, count(*) as tries
		from records.asked where look_up_id = any(${ids}::uuid[]) group by 1`.execute(tx);
	return new Map(rows.map(({ id, tries }) => [id, tries]));
}

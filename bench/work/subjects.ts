/** What the workloads ask about: requests, people and words that stand in the filled database. */
import type pg from "pg";
import { mixed } from "./workload.ts";

export type Resident = { name: string; email: string };

export type Subjects = { references: string[]; residents: Resident[]; words: string[]; wards: string[] };

export async function subjectsIn(pool: pg.Pool): Promise<Subjects> {
	const [requests, residents, wards] = await Promise.all([
		pool.query<{ reference: string; summary: string; address: string | null }>(
			"select reference, summary, address from requests.request where not confidential order by reference limit 3000",
		),
		pool.query<Resident>("select name, email from customers.customer where email like 'resident.%' order by id"),
		pool.query<{ ward: string }>("select distinct ward from requests.request where ward is not null order by 1"),
	]);
	return {
		references: mixed(requests.rows.map((row) => row.reference)),
		residents: mixed(residents.rows),
		words: mixed([...new Set(requests.rows.flatMap(wordsToSeek))].sort()),
		wards: wards.rows.map((row) => row.ward),
	};
}

/** A street, a thing, and a thing in a street: from what many requests say to what few do. */
function wordsToSeek({ summary, address }: { summary: string; address: string | null }): string[] {
	const thing = /[a-z]{5,}/i.exec(summary)?.[0].toLowerCase() ?? "rubbish";
	const street = address?.split(",")[0]?.replace(/^\d+ /, "") ?? "";
	return [thing, street, `${thing} ${street}`].filter((words) => words.trim() !== "");
}

/** Officers and pairs for tests of what people judge. */
import { v7 as newId } from "uuid";
import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Reason } from "../links/link.ts";

export function officerNamed({ house, now }: Context, name: string): OfficerContext {
	const id = `officer ${name}`;
	const email = `${name.toLowerCase().replaceAll(" ", ".")}@council.example`;
	const permissions = new Set(["records.review"] as const);
	return {
		house,
		now,
		correlation: "test",
		actor: { kind: "officer", id, name, email, teams: [], roles: [], permissions },
	};
}

const strong: readonly Reason[] = [
	{ comparison: "before", says: "Before anything is compared", level: "any two records", bits: -13.5 },
	{ comparison: "surname", says: "Surname", level: "the same", bits: 9 },
	{ comparison: "email", says: "Email", level: "the same", bits: 11.5 },
	{ comparison: "phone", says: "Telephone", level: "different", bits: -1.5 },
	{ comparison: "household", says: "Two people of one household", level: "may agree so too", bits: -0.5 },
];

/** With a date of birth that only a person may judge. */
export const unlikeBirths: readonly Reason[] = [
	...strong,
	{ comparison: "born", says: "Date of birth", level: "different", bits: -3 },
];

export type PairGiven = { probability?: number; weight?: number; reasons?: readonly Reason[]; foundAt?: string };

/** A pair of two records, in either order; its id. As a rule so much speaks for it that one officer is enough. */
export async function pairOf(
	{ house: { db } }: Context,
	records: readonly [string, string],
	{ probability = 0.97, weight = 5, reasons = strong, foundAt = "2026-03-01T09:00:00Z" }: PairGiven = {},
): Promise<string> {
	const [a = "", b = ""] = records.toSorted();
	const id = newId();
	await db
		.insertInto("records.pair")
		.values({ id, a, b, probability, weight, reasons: JSON.stringify(reasons), found_at: foundAt })
		.execute();
	return id;
}

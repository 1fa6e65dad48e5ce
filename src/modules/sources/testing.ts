/** A council with two sources, for tests. */
import { type Context, type House, systemContext } from "../../platform/context/index.ts";
import type { Db } from "../../platform/db/connect.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import type { Listener } from "../../platform/events/index.ts";
import { testHouse } from "../../platform/jobs/testing.ts";
import { teamsPart } from "../staff/index.ts";
import type { Field } from "./pack/field.ts";
import { type Source, sourcesPart } from "./pack/source.ts";

const field: Pick<Field, "columns" | "needed" | "shown"> = { columns: [], needed: false, shown: true };
const source = { kind: "person", standing: "statutory", flag: false, restricted: false } as const;

const councilTax: Source = {
	...source,
	id: "council-tax",
	name: "Council tax",
	says: "Who is liable for council tax.",
	team: "revenues",
	purpose: "council-tax",
	basis: "Local Government Finance Act 1992",
	fresh: 7,
	key: "account",
	fields: [
		{ ...field, id: "account", name: "Account", kind: "text", columns: ["Account Number"], needed: true },
		{ ...field, id: "given", name: "First names", kind: "given", columns: ["Forename"], needed: true },
		{ ...field, id: "surname", name: "Surname", kind: "surname", needed: true },
		{ ...field, id: "born", name: "Date of birth", kind: "born", columns: ["DOB"], shown: "verify" },
		{ ...field, id: "email", name: "Email", kind: "email" },
		{ ...field, id: "postcode", name: "Postcode", kind: "postcode" },
		{ ...field, id: "band", name: "Band", kind: "text" },
		{ ...field, id: "arrears", name: "Owed", kind: "money" },
		{ ...field, id: "reduction", name: "Has reduction", kind: "yes-no", columns: ["CTR"] },
		{ ...field, id: "from", name: "From", kind: "day-from", columns: ["Start Date"] },
		{ ...field, id: "until", name: "Until", kind: "day-until", columns: ["End Date"] },
	],
};

const library: Source = {
	...source,
	id: "library",
	name: "Libraries",
	says: "Who is a member of the libraries.",
	team: "libraries",
	purpose: "libraries",
	basis: "Public Libraries and Museums Act 1964",
	standing: "declared",
	fresh: 30,
	key: "card",
	fields: [
		{ ...field, id: "card", name: "Card", kind: "text", columns: ["Card Number"], needed: true },
		{ ...field, id: "name", name: "Name", kind: "name", needed: true },
		{ ...field, id: "phone", name: "Telephone", kind: "phone" },
	],
};

/** The council's house on a database that is there already. */
export function houseOn(db: Db, listeners: readonly Listener[] = []): House {
	const house = testHouse(db, listeners);
	teamsPart.put(house, [
		{ id: "revenues", name: "Revenues", tier: 2 },
		{ id: "libraries", name: "Libraries", tier: 2 },
	]);
	sourcesPart.put(house, [councilTax, library]);
	return house;
}

export async function openSources(listeners: readonly Listener[] = []) {
	const database = await cloneDatabase();
	const house = houseOn(database.db, listeners);
	const ctx = (now?: Date): Context => systemContext(house, "test", now);
	return { ...database, house, ctx, sources: sourcesPart.of(house) };
}

/** People for tests of the index, who came to the council one after the other. */
import { v7 as newId } from "uuid";
import { type Context, systemContext } from "../../platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "../../platform/db/testing.ts";
import { listenersSlot } from "../../platform/events/index.ts";
import { fold } from "../customers/index.ts";
import type { SourceRecord } from "../matching/index.ts";
import { sourcesPart } from "../sources/index.ts";
import { catchUp } from "./nodes/catchUp.ts";
import { takeInCustomers } from "./nodes/customers.ts";

export type Index = { database: TestDatabase; ctx: Context };

export async function openIndex(): Promise<Index> {
	const database = await cloneDatabase();
	const house = { db: database.db };
	listenersSlot.put(house, new Map());
	sourcesPart.put(house, []);
	return { database, ctx: systemContext(house, "Robin Officer", new Date("2026-03-02T10:00:00Z")) };
}

export type Said = { name: string; email?: string; phone?: string; since?: string };

/** Makes customers and takes them in; their ids in the order given. */
export async function customersIn({ ctx: { house } }: Index, people: readonly Said[]): Promise<string[]> {
	const rows = people.map(({ name, email, phone, since = "2025-01-01T09:00:00Z" }) => ({
		id: newId(),
		name,
		name_key: fold(name),
		email: email ?? null,
		email_key: email?.toLowerCase() ?? null,
		phone: phone ?? null,
		phone_key: phone ?? null,
		created_at: since,
		changed_at: since,
	}));
	await house.db.insertInto("customers.customer").values(rows).execute();
	const ids = rows.map(({ id }) => id);
	await takeInCustomers(house.db, ids);
	return ids;
}

export type Told = { key: string; source?: string; kind?: "person" | "organisation"; said: SourceRecord };

/** Has sources say this of people, takes it in, and answers the records' ids in the order given. */
export async function sourcesSay({ ctx }: Index, told: readonly Told[]): Promise<string[]> {
	const at = ctx.now;
	const rows = told.map(({ key, source = "council-tax", kind = "person", said }) => ({
		id: newId(),
		source,
		key,
		kind,
		said: JSON.stringify(said),
		first_seen_at: at,
		seen_at: at,
		changed_at: at,
	}));
	for (let from = 0; from < rows.length; from += 500)
		await ctx.house.db
			.insertInto("sources.record")
			.values(rows.slice(from, from + 500))
			.execute();
	await catchUp(ctx);
	return rows.map(({ id }) => id);
}

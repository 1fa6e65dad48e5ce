/** People for tests of the index, who came to the council one after the other. */
import { v7 as newId } from "uuid";
import { type Context, systemContext } from "../../platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "../../platform/db/testing.ts";
import { listenersSlot } from "../../platform/events/index.ts";
import { takeInCustomers } from "./nodes/customers.ts";

export type Index = { database: TestDatabase; ctx: Context };

export async function openIndex(): Promise<Index> {
	const database = await cloneDatabase();
	const house = { db: database.db };
	listenersSlot.put(house, new Map());
	return { database, ctx: systemContext(house, "Robin Officer", new Date("2026-03-02T10:00:00Z")) };
}

export type Said = { name: string; email?: string; phone?: string; since?: string };

/** Makes customers and takes them in; their ids in the order given. */
export async function customersIn({ ctx: { house } }: Index, people: readonly Said[]): Promise<string[]> {
	const rows = people.map(({ name, email, phone, since = "2025-01-01T09:00:00Z" }) => ({
		id: newId(),
		name,
		name_key: name.toLowerCase(),
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

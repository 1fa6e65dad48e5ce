import { sql } from "kysely";
import type { Handle } from "../../platform/db/connect.ts";
import { fold } from "./name.ts";

export type Customer = {
	id: string;
	kind: "person" | "business" | "organisation";
	name: string;
	email: string | null;
	emailKey: string | null;
	phone: string | null;
	/** E.164. */
	phoneKey: string | null;
	prefers: "email" | "text" | "letter" | null;
	emailBouncedAt: Date | null;
	since: Date;
};

const columns = [
	"id",
	"kind",
	"name",
	"email",
	"email_key as emailKey",
	"phone",
	"phone_key as phoneKey",
	"preferred_channel as prefers",
	"email_bounced_at as emailBouncedAt",
	"created_at as since",
] as const;

/** Whoever reads a record for an officer audits it with a purpose. */
export async function customerById(db: Handle, id: string): Promise<Customer | undefined> {
	return db.selectFrom("customers.customer").select(columns).where("id", "=", id).executeTakeFirst();
}

/** Those of these ids that there are, the oldest first. Whoever reads them for an officer audits it with a purpose. */
export async function customersByIds(db: Handle, ids: readonly string[]): Promise<Customer[]> {
	if (ids.length === 0) return [];
	return db
		.selectFrom("customers.customer")
		.select(columns)
		.where("id", "in", [...ids])
		.orderBy("created_at")
		.orderBy("id")
		.execute();
}

/** What to look by: `emailKey` in lower case, `phoneKey` in E.164, `name` as typed, its last word perhaps unfinished. */
export type CustomerSearch = { emailKey: string } | { phoneKey: string } | { name: string };

/** Up to 50 records: by address or number the latest first, by name the latest first. */
export async function customersMatching(db: Handle, by: CustomerSearch): Promise<Customer[]> {
	const found = db.selectFrom("customers.customer").select(columns).orderBy("created_at", "desc").limit(50);
	if ("emailKey" in by) return found.where("email_key", "=", by.emailKey).execute();
	if ("phoneKey" in by) return found.where("phone_key", "=", by.phoneKey).execute();
	const words = fold(by.name).split(" ").filter(Boolean);
	if (words.length === 0) return [];
	// Folded words are letters and digits only, so none of them can be an operator of the query.
	const query = `${words.join(" & ")}:*`;
	return found.where(sql<boolean>`to_tsvector('simple', name_key) @@ to_tsquery('simple', ${query})`).execute();
}

/** Whether mail to this address came back, whoever gave it. */
export async function addressComesBack(db: Handle, email: string): Promise<boolean> {
	if (email === "") return false;
	const found = await db
		.selectFrom("customers.customer")
		.select("id")
		.where("email_key", "=", email.trim().toLowerCase())
		.where("email_bounced_at", "is not", null)
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

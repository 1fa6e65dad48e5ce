import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";
import { type Contact, readContact, type SaidOfThemselves, saysNothing } from "./contact.ts";

/**
 * The record of whoever says this of themselves: an old one when every detail given is that record's own, else a new one.
 * Whoever types someone else's address therefore changes nothing of theirs: a record is never added to here. Null when
 * nothing was given. Of two at once who say the same, the second waits for the first's transaction and finds its record.
 */
export async function customerFor(tx: Handle, ctx: Context, said: SaidOfThemselves): Promise<string | null> {
	const contact = readContact(said);
	if (saysNothing(contact)) return null;
	await waitForTheSame(tx, contact);
	const { name, nameKey, email, emailKey, phone, phoneKey } = contact;
	const sameEmail = emailKey === null ? sql`true` : sql`email_key = ${emailKey}`;
	const samePhone = phoneKey === null ? sql`true` : sql`phone_key = ${phoneKey}`;
	const isReachable = emailKey !== null || phoneKey !== null;
	const { rows } = await sql<{ id: string }>`with known as (
			select id from customers.customer
			where ${isReachable ? sql`${sameEmail} and ${samePhone}` : sql`false`} and name_key = ${nameKey}
			order by created_at limit 1
		), made as (
			insert into customers.customer (id, name, name_key, email, email_key, phone, phone_key, created_at, changed_at)
			select ${newId()}::uuid, ${name}, ${nameKey}, ${email}, ${emailKey}, ${phone}, ${phoneKey}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
			where not exists (select from known)
			returning id
		)
		select id from known union all select id from made`.execute(tx);
	return rows[0]?.id ?? null;
}

/**
 * A record of their own for somebody whom only other systems know, with what they say of themselves now. Null when nothing was
 * given. Nobody else's record is taken, however alike: whose it is was settled by whoever began it.
 */
export async function beginCustomer(
	tx: Handle,
	ctx: Context,
	said: SaidOfThemselves,
	kind: "person" | "business",
): Promise<string | null> {
	const contact = readContact(said);
	if (saysNothing(contact)) return null;
	const { name, nameKey, email, emailKey, phone, phoneKey } = contact;
	const id = newId();
	await sql`insert into customers.customer (id, kind, name, name_key, email, email_key, phone, phone_key, created_at, changed_at)
		values (${id}, ${kind}, ${name}, ${nameKey}, ${email}, ${emailKey}, ${phone}, ${phoneKey}, ${ctx.now}, ${ctx.now})`.execute(
		tx,
	);
	await audit(tx, ctx, { action: "customer.begun", subject: { kind: "customer", id } });
	return id;
}

/**
 * A statement of its own: the one that looks must begin after the lock is had, or it would not see what the first one made. Those
 * who left nothing to be reached by are new every time.
 */
async function waitForTheSame(tx: Handle, { nameKey, emailKey, phoneKey }: Contact): Promise<void> {
	if (emailKey === null && phoneKey === null) return;
	const same = JSON.stringify([nameKey, emailKey, phoneKey]);
	await sql`select pg_advisory_xact_lock(hashtextextended(${same}, 2))`.execute(tx);
}

/**
 * Mail to this address of the customer came back: none is sent there again until it is put right. Twice is once; nothing
 * happens when the record meanwhile has another address.
 */
export async function noteBounce(tx: Handle, ctx: Context, customerId: string, address: string): Promise<void> {
	const { rows } = await sql`update customers.customer set email_bounced_at = ${ctx.now}, changed_at = ${ctx.now}
		where id = ${customerId} and email_key = ${address.toLowerCase()} and email_bounced_at is null returning id`.execute(
		tx,
	);
	if (rows.length === 0) return;
	await audit(tx, ctx, {
		action: "customer.email-bounced",
		subject: { kind: "customer", id: customerId },
		after: { emailBouncedAt: ctx.now },
	});
}

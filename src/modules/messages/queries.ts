import { sql } from "kysely";
import type { OfficerActor } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";
import type { Channel } from "./recipient.ts";
import { mayBeReadBy } from "./sight.ts";

export const statuses = ["waiting", "sending", "sent", "bounced", "failed", "unsure"] as const;
export type Status = (typeof statuses)[number];

export type MessageLine = {
	id: string;
	channel: Channel;
	status: Status;
	name: string;
	recipient: string;
	subject: string;
	template: string;
	/** What people call the thing it is about, such as a request's reference. */
	aboutName: string;
	confidential: boolean;
	createdAt: Date;
	sentAt: Date | null;
};

export type Message = MessageLine & {
	body: string;
	customerId: string | null;
	about: { kind: string; id: string };
	attempts: number;
	triedAt: Date | null;
	carrier: string | null;
	carrierId: string | null;
	problem: string | null;
};

const line = [
	"id",
	"channel",
	"status",
	"recipient_name as name",
	"recipient",
	"subject",
	"template",
	"about_name as aboutName",
	"confidential",
	"created_at as createdAt",
	"sent_at as sentAt",
] as const;

const whole = [
	...line,
	"body",
	"customer_id as customerId",
	"about_kind",
	"about_id",
	"attempts",
	"tried_at as triedAt",
	"carrier",
	"carrier_id as carrierId",
	"problem",
] as const;

export type MessageFilter = { status?: Status; channel?: Channel; before?: string };

/** A page of the latest messages that the officer may read, `size` at most. `before`: the id of the last of the page before. */
export async function messageLines(
	db: Handle,
	officer: OfficerActor,
	filter: MessageFilter,
	size: number,
): Promise<MessageLine[]> {
	let found = db
		.selectFrom("messages.message")
		.select(line)
		.where(mayBeReadBy(officer))
		.orderBy("created_at", "desc")
		.orderBy("id", "desc")
		.limit(size);
	if (filter.status) found = found.where("status", "=", filter.status);
	if (filter.channel) found = found.where("channel", "=", filter.channel);
	if (filter.before) {
		const last = sql`(select created_at, id from messages.message where id = ${filter.before})`;
		found = found.where(sql<boolean>`(created_at, id) < ${last}`);
	}
	return found.execute();
}

/** All of one message that the officer may read. Whoever shows it audits it with a purpose. */
export async function messageById(db: Handle, officer: OfficerActor, id: string): Promise<Message | undefined> {
	const row = await db
		.selectFrom("messages.message")
		.select(whole)
		.where("id", "=", id)
		.where(mayBeReadBy(officer))
		.executeTakeFirst();
	if (row === undefined) return undefined;
	const { about_kind, about_id, ...message } = row;
	return { ...message, about: { kind: about_kind, id: about_id } };
}

/** What was sent about one thing, the latest first, 100 at most, for whoever may know of that thing. */
export async function messagesOf(db: Handle, about: { kind: string; id: string }): Promise<MessageLine[]> {
	return db
		.selectFrom("messages.message")
		.select(line)
		.where("about_kind", "=", about.kind)
		.where("about_id", "=", about.id)
		.orderBy("created_at", "desc")
		.limit(100)
		.execute();
}

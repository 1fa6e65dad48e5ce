/** What a customer was sent, for the one thread of their record. */
import { type RawBuilder, sql } from "kysely";
import type { OfficerContext } from "../../platform/context/index.ts";
import type { ThreadAsked, ThreadLine } from "../../platform/thread/index.ts";
import type { MessageLine } from "./queries.ts";
import { mayBeReadBy } from "./sight.ts";
import { channelWords, statusWords, templateWords } from "./words.ts";

type Row = Pick<MessageLine, "id" | "channel" | "status" | "subject" | "template" | "aboutName" | "recipient"> & {
	at: Date;
};

/**
 * The latest messages to these customers that the officer may read, of kind `message`: one round trip. Whoever shows them
 * audits it with a purpose.
 */
export async function timelineOf(
	ctx: OfficerContext,
	customerIds: readonly string[],
	asked: ThreadAsked,
): Promise<ThreadLine[]> {
	if (customerIds.length === 0 || (asked.kinds && !asked.kinds.includes("message"))) return [];
	const where = [sql`customer_id = any(${[...customerIds]}::uuid[])`, mayBeReadBy(ctx.actor), ...narrowed(asked)];
	const { rows } = await sql<Row>`select id, channel, status, subject, template, recipient, about_name as "aboutName",
			created_at as at
		from messages.message where ${sql.join(where, sql` and `)}
		order by date_trunc('milliseconds', created_at) desc, id desc limit ${asked.limit}`.execute(ctx.house.db);
	return rows.map(lineOf);
}

/** The keys at the ends of customers' links are not searched: by trying letters, one could be found out. */
function narrowed({ before, words = [] }: ThreadAsked): RawBuilder<unknown>[] {
	const text = sql`lower(concat_ws(' ', subject, about_name, recipient,
		regexp_replace(body, '/(track/[\\w-]{1,60}|continue|opinions)/[\\w-]{22,43}', '', 'g')))`;
	return [
		...(before
			? [sql`(date_trunc('milliseconds', created_at), id) < (${before.at}::timestamptz, ${before.id}::uuid)`]
			: []),
		...words.map((word) => sql`position(${word.toLowerCase()} in ${text}) > 0`),
	];
}

function lineOf({ id, at, channel, status, subject, template, aboutName, recipient }: Row): ThreadLine {
	const state = status === "sent" ? "" : `, ${statusWords[status].name.toLowerCase()}`;
	const to = channel === "letter" ? [] : [`To ${recipient}`];
	return {
		id,
		at,
		kind: "message",
		title: `${channelWords[channel]}${state}: ${subject || templateWords(template)}`,
		href: `/desk/messages/${id}`,
		about: [...to, ...(aboutName === "" || subject.includes(aboutName) ? [] : [aboutName])].join(", "),
		by: "",
		words: null,
	};
}

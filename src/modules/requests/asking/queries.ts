import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { storedAnswers } from "../../forms/index.ts";
import type { Asking } from "./asking.ts";

type Dated = "askedAt" | "until" | "endedAt" | "answeredAt";
export type AskingJson = Omit<Asking, Dated | "held" | "answers"> & {
	[Name in Dated]: null extends Asking[Name] ? string | null : string;
} & { held: unknown; answers: unknown };

const asJson = sql`json_build_object('id', a.id, 'questionSet', a.question_set, 'question', a.question,
	'askedAt', a.asked_at, 'askedByName', o.name, 'until', a.until, 'waitsIn', a.waits_in, 'wentOn', a.went_on_by is not null, 'state', a.state,
	'endedAt', a.ended_at, 'held', a.held, 'answers', a.answers, 'answeredAt', a.answered_at, 'answeredBy', a.answered_by)`;

/** `[{id, …}]` of the request with this id, the latest first. */
export function askingsJson(requestId: RawBuilder<unknown>): RawBuilder<AskingJson[]> {
	return sql`(select coalesce(json_agg(${asJson} order by a.asked_at desc, a.id desc), '[]')
		from requests.asking a left join staff.officer_view o on o.id = a.asked_by where a.request_id = ${requestId})`;
}

export function readAskings(json: readonly AskingJson[]): Asking[] {
	return json.map((asking) => ({
		...asking,
		askedAt: new Date(asking.askedAt),
		until: new Date(asking.until),
		endedAt: asking.endedAt === null ? null : new Date(asking.endedAt),
		answeredAt: asking.answeredAt === null ? null : new Date(asking.answeredAt),
		held: storedAnswers(asking.held),
		answers: asking.answers === null ? null : storedAnswers(asking.answers),
	}));
}

/** One question of a request; undefined when it has no such one. */
export async function askingOf(db: Handle, requestId: string, id: string): Promise<Asking | undefined> {
	const { rows } = await sql<{ asking: AskingJson }>`select ${asJson} as asking
		from requests.asking a left join staff.officer_view o on o.id = a.asked_by
		where a.request_id = ${requestId} and a.id = ${id}`.execute(db);
	return readAskings(rows.map(({ asking }) => asking))[0];
}

/** The reference of the request that a question belongs to. */
export async function referenceOfAsking(db: Handle, id: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("requests.asking as a")
		.innerJoin("requests.request as r", "r.id", "a.request_id")
		.select("r.reference")
		.where("a.id", "=", id)
		.executeTakeFirst();
	return row?.reference;
}

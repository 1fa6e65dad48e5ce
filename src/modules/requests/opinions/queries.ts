import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { storedAnswers } from "../../forms/index.ts";
import type { OpinionAsked } from "./opinion.ts";

type Dated = "askedAt" | "until" | "openedAt" | "withdrawnAt";
type ReplyJson = { at: string; answers: unknown; movedTo: string | null };
export type OpinionJson = Omit<OpinionAsked, Dated | "held" | "replies"> & {
	[Name in Dated]: null extends OpinionAsked[Name] ? string | null : string;
} & { held: unknown; replies: ReplyJson[] };

const asJson = sql`json_build_object('id', n.id, 'kind', n.kind, 'name', n.name, 'email', n.email, 'words', n.words,
	'askedAt', n.asked_at, 'askedByName', o.name, 'until', n.until, 'openedAt', n.opened_at, 'withdrawnAt', n.withdrawn_at,
	'held', n.held, 'replies', (select coalesce(json_agg(json_build_object('at', p.at, 'answers', p.answers,
		'movedTo', p.moved_to) order by p.at, p.id), '[]') from requests.opinion_reply p where p.opinion_id = n.id))`;

/** `[{id, …}]` of the request with this id, the latest first. */
export function opinionsJson(requestId: RawBuilder<unknown>): RawBuilder<OpinionJson[]> {
	return sql`(select coalesce(json_agg(${asJson} order by n.asked_at desc, n.id desc), '[]')
		from requests.opinion n join staff.officer_view o on o.id = n.asked_by where n.request_id = ${requestId})`;
}

export function readOpinions(json: readonly OpinionJson[]): OpinionAsked[] {
	return json.map((one) => ({
		...one,
		askedAt: new Date(one.askedAt),
		until: new Date(one.until),
		openedAt: one.openedAt === null ? null : new Date(one.openedAt),
		withdrawnAt: one.withdrawnAt === null ? null : new Date(one.withdrawnAt),
		held: storedAnswers(one.held),
		replies: one.replies.map((reply) => ({
			...reply,
			at: new Date(reply.at),
			answers: storedAnswers(reply.answers),
		})),
	}));
}

/** One of a request's; undefined when it has no such one. */
export async function opinionById(db: Handle, requestId: string, id: string): Promise<OpinionAsked | undefined> {
	const { rows } = await sql<{ one: OpinionJson }>`select ${asJson} as one
		from requests.opinion n join staff.officer_view o on o.id = n.asked_by
		where n.request_id = ${requestId} and n.id = ${id}`.execute(db);
	return readOpinions(rows.map(({ one }) => one))[0];
}

export type Linked = {
	opinion: OpinionAsked;
	requestId: string;
	reference: string;
	serviceId: string;
	serviceVersion: number;
	closedAt: Date | null;
	answers: unknown;
};

/** What a link leads to, by the hash of its token. */
export async function opinionByToken(db: Handle, hash: Buffer): Promise<Linked | undefined> {
	type Row = Omit<Linked, "opinion"> & { one: OpinionJson };
	const { rows } = await sql<Row>`select ${asJson} as one, r.id as "requestId", r.reference,
			r.service_id as "serviceId", r.service_version as "serviceVersion", r.closed_at as "closedAt", r.answers
		from requests.opinion n join staff.officer_view o on o.id = n.asked_by
			join requests.request r on r.id = n.request_id
		where n.token_hash = ${hash}`.execute(db);
	const [row] = rows;
	const [opinion] = readOpinions(row ? [row.one] : []);
	if (!row || !opinion) return undefined;
	const { one: _, ...rest } = row;
	return { ...rest, opinion };
}

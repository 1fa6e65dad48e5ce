/** Sessions of those who signed in: a row each, so that any can be ended at any moment. */
import { sql } from "kysely";
import type { Handle } from "../db/connect.ts";
import { newToken, tokenHash } from "./token.ts";

const sessionLimits = {
	/** Without a click for so long, a session is over. */
	idleMinutes: 60,
	/** However busy, a session is over after a working day. */
	hours: 12,
	/** A page view writes only when the last writing is so long ago. */
	seenSeconds: 60,
} as const;

export type Subject = { kind: "officer" | "customer"; id: string };
export type SignInMethod = "password-and-code" | "openid";

const idle = sessionLimits.idleMinutes * 60_000;

/** Begins a session and gives the token for the cookie: the only time that it is known. */
export async function startSession(
	tx: Handle,
	now: Date,
	session: { subject: Subject; method: SignInMethod; agent: string },
): Promise<string> {
	const token = newToken();
	await tx
		.insertInto("auth.session")
		.values({
			token_hash: hashed(token),
			subject_kind: session.subject.kind,
			subject_id: session.subject.id,
			method: session.method,
			started_at: now,
			seen_at: now,
			idle_until: new Date(now.getTime() + idle),
			ends_at: new Date(now.getTime() + sessionLimits.hours * 3_600_000),
			agent: session.agent.slice(0, 300),
		})
		.execute();
	return token;
}

/** Puts off the end of an idle session that is in use; `seenAt` is when it was last put off. */
export async function keepSession(db: Handle, hash: Buffer, seenAt: Date, now: Date): Promise<void> {
	if (now.getTime() - seenAt.getTime() < sessionLimits.seenSeconds * 1000) return;
	const idleUntil = new Date(now.getTime() + idle);
	await sql`update auth.session set seen_at = ${now}, idle_until = least(${idleUntil}, ends_at)
		where token_hash = ${hash} and seen_at = ${seenAt} and ended_at is null`.execute(db);
}

/** Ends the session of this token; whose it was, or undefined when it was over already. */
export async function endSession(tx: Handle, now: Date, token: string): Promise<Subject | undefined> {
	const hash = tokenHash(token);
	if (!hash) return undefined;
	const ended = await tx
		.updateTable("auth.session")
		.set({ ended_at: now })
		.where("token_hash", "=", hash)
		.where("ended_at", "is", null)
		.where("idle_until", ">", now)
		.where("ends_at", ">", now)
		.returning(["subject_kind", "subject_id"])
		.executeTakeFirst();
	return ended && { kind: ended.subject_kind, id: ended.subject_id };
}

/** Which of a subject's sessions: one by the id that `sessionsOf` gives, all, or all but that of a token. */
export type Which = { id: string } | "all" | { allBut: string };

/** Ends sessions of one subject and gives how many. */
export async function endSessionsOf(tx: Handle, now: Date, subject: Subject, which: Which): Promise<number> {
	const live = tx
		.updateTable("auth.session")
		.set({ ended_at: now })
		.where("subject_kind", "=", subject.kind)
		.where("subject_id", "=", subject.id)
		.where("ended_at", "is", null)
		.where("ends_at", ">", now);
	const meant =
		which === "all"
			? live
			: "id" in which
				? live.where("token_hash", "=", Buffer.from(which.id, "hex"))
				: live.where("token_hash", "!=", hashed(which.allBut));
	const { numUpdatedRows } = await meant.executeTakeFirstOrThrow();
	return Number(numUpdatedRows);
}

export type LiveSession = { id: string; method: SignInMethod; startedAt: Date; seenAt: Date; agent: string };

/** The sessions of a subject that are not over, the latest first. An id opens nothing: it is the hash of the token. */
export async function sessionsOf(db: Handle, now: Date, subject: Subject): Promise<LiveSession[]> {
	const rows = await db
		.selectFrom("auth.session")
		.select(["token_hash", "method", "started_at", "seen_at", "agent"])
		.where("subject_kind", "=", subject.kind)
		.where("subject_id", "=", subject.id)
		.where("ended_at", "is", null)
		.where("idle_until", ">", now)
		.where("ends_at", ">", now)
		.orderBy("started_at", "desc")
		.limit(100)
		.execute();
	return rows.map((row) => ({
		id: row.token_hash.toString("hex"),
		method: row.method,
		startedAt: row.started_at,
		seenAt: row.seen_at,
		agent: row.agent ?? "",
	}));
}

/** The id under which `sessionsOf` lists the session of this token. */
export function sessionId(token: string): string | undefined {
	return tokenHash(token)?.toString("hex");
}

function hashed(token: string): Buffer {
	const hash = tokenHash(token);
	if (!hash) throw new Error("This is not a session's token.");
	return hash;
}

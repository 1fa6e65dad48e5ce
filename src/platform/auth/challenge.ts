/** Half-done sign-ins, known to the browser by a token and good for ten minutes. */
import type { z } from "zod";
import type { Handle } from "../db/connect.ts";
import { newToken, tokenHash } from "./token.ts";

export type ChallengeKind = "code" | "enrol" | "openid";

const minutes = 10;
/** Wrong codes after which the password is asked for again. */
const mostAttempts = 5;

export type Challenge<T> = { subject: string | null; data: T; hash: Buffer };

/** Begins a step and gives its token for the cookie. */
export async function startChallenge(
	db: Handle,
	now: Date,
	challenge: { kind: ChallengeKind; subject: string | null; data: unknown },
): Promise<string> {
	const token = newToken();
	const hash = tokenHash(token);
	if (!hash) throw new Error("A new token has a hash.");
	await db
		.insertInto("auth.challenge")
		.values({
			token_hash: hash,
			kind: challenge.kind,
			subject_id: challenge.subject,
			data: JSON.stringify(challenge.data),
			started_at: now,
			ends_at: new Date(now.getTime() + minutes * 60_000),
		})
		.execute();
	return token;
}

/** The step that this token began, unless it is over, or undefined. */
export async function challengeOf<T>(
	db: Handle,
	now: Date,
	kind: ChallengeKind,
	token: string,
	shape: z.ZodType<T>,
): Promise<Challenge<T> | undefined> {
	const hash = tokenHash(token);
	if (!hash) return undefined;
	const row = await db
		.selectFrom("auth.challenge")
		.select(["subject_id", "data"])
		.where("token_hash", "=", hash)
		.where("kind", "=", kind)
		.where("ends_at", ">", now)
		.where("attempts", "<", mostAttempts)
		.executeTakeFirst();
	return row && { subject: row.subject_id, data: shape.parse(row.data), hash };
}

/** Counts a try before it is made; false when there were too many, or the step is over. */
export async function countTry(db: Handle, challenge: { hash: Buffer }): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable("auth.challenge")
		.set((row) => ({ attempts: row("attempts", "+", 1) }))
		.where("token_hash", "=", challenge.hash)
		.where("attempts", "<", mostAttempts)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}

/** Ends the step; false when another had ended it already, so that each is good once. */
export async function endChallenge(tx: Handle, challenge: { hash: Buffer }): Promise<boolean> {
	const { numDeletedRows } = await tx
		.deleteFrom("auth.challenge")
		.where("token_hash", "=", challenge.hash)
		.executeTakeFirstOrThrow();
	return numDeletedRows === 1n;
}

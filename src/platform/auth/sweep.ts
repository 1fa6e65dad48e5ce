import type { Handle } from "../db/connect.ts";

const day = 86_400_000;

/** Throws away what no longer serves: sessions a month after their end, half-done sign-ins, and failures long forgiven. */
export async function sweepSignIns(db: Handle, now: Date): Promise<void> {
	const ago = (days: number) => new Date(now.getTime() - days * day);
	await db.deleteFrom("auth.session").where("ends_at", "<", ago(30)).execute();
	await db.deleteFrom("auth.challenge").where("ends_at", "<", now).execute();
	await db.deleteFrom("auth.throttle").where("last_at", "<", ago(2)).execute();
}

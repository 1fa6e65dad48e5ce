import {
	countAttempt,
	endSessionsOf,
	forgive,
	hashPassword,
	judgePassword,
	passwordMatches,
	startSession,
	throttleKey,
	throttleRules,
} from "../../../platform/auth/index.ts";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { refuse } from "../../../platform/refusal/index.ts";
import { credentialsById } from "../queries.ts";
import { noteFailure } from "../signIn/ledger.ts";

/**
 * An officer chooses another password. Every session of theirs ends, this one too, since whoever knew the old password may
 * hold it; gives the token of a new one. Refused with `wrong` for the password they have, `wait`, or what is wrong with the new.
 */
export async function choosePassword(ctx: OfficerContext, given: { current: string; password: string; agent: string }) {
	const { db } = ctx.house;
	const subject = { kind: "officer", id: ctx.actor.id } as const;
	const key = throttleKey(ctx.house, throttleRules.account, ctx.actor.email);
	const until = await countAttempt(db, ctx.now, throttleRules.account, key);
	if (until) return refuse("wait", until);
	const officer = await credentialsById(db, ctx.actor.id);
	if (!officer || !(await passwordMatches(officer.passwordHash, given.current))) {
		await noteFailure(db, ctx, subject, "password at change");
		return refuse("wrong");
	}
	await forgive(db, key);
	const wrong = judgePassword(given.password, [officer.email, officer.name]);
	if (wrong) return wrong;
	const hash = await hashPassword(given.password);
	return db.transaction().execute(async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable("staff.officer")
			.set({ password_hash: hash, password_is_first: false })
			.where("id", "=", officer.id)
			.where("password_hash", "=", officer.passwordHash)
			.executeTakeFirstOrThrow();
		// Someone was faster: the password that was right a moment ago is not theirs any more.
		if (numUpdatedRows !== 1n) return refuse("wrong");
		await endSessionsOf(tx, ctx.now, subject, "all");
		await audit(tx, ctx, { action: "officer.password-chosen", subject });
		return { session: await startSession(tx, ctx.now, { subject, method: "password-and-code", agent: given.agent }) };
	});
}

/** Ends one session of an officer by its id, or every one but that of the token that asks; gives how many. */
export async function endSessions(
	ctx: OfficerContext,
	officerId: string,
	which: { id: string } | "all" | { allBut: string },
): Promise<number> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const subject = { kind: "officer", id: officerId } as const;
		const ended = await endSessionsOf(tx, ctx.now, subject, which);
		if (ended > 0) await audit(tx, ctx, { action: "officer.sessions-ended", subject, after: { ended } });
		return ended;
	});
}

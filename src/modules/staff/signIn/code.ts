import { z } from "zod";
import {
	challengeOf,
	countAttempt,
	countTry,
	endChallenge,
	stepOfCode,
	throttleKey,
	throttleRules,
} from "../../../platform/auth/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { refuse } from "../../../platform/refusal/index.ts";
import { credentialsById, openCodeSecret } from "../queries.ts";
import { admit, type Browser } from "./admit.ts";
import { noteFailure } from "./ledger.ts";

const shape = z.object({ next: z.string() });

/** Whether a code is awaited from the browser that holds this token. */
export async function awaitsCode(ctx: Context, token: string): Promise<boolean> {
	return (await challengeOf(ctx.house.db, ctx.now, "code", token, shape)) !== undefined;
}

/**
 * The second step of signing in. Gives the session's token and where to go on to. Refused with `wrong-code`, `used-code` for
 * one that let someone in before, `wait`, or `over` when the password must be typed again.
 */
export async function checkCode(ctx: Context, given: { token: string; code: string; browser: Browser }) {
	const { db } = ctx.house;
	const challenge = await challengeOf(db, ctx.now, "code", given.token, shape);
	const officer = challenge?.subject ? await credentialsById(db, challenge.subject) : undefined;
	if (!challenge || !officer?.codeSecret) return refuse("over");
	const subject = { kind: "officer", id: officer.id } as const;
	const until = await countAttempt(
		db,
		ctx.now,
		throttleRules.code,
		throttleKey(ctx.house, throttleRules.code, officer.id),
	);
	if (until) {
		await noteFailure(db, ctx, subject, "wait");
		return refuse("wait", until);
	}
	if (!(await countTry(db, challenge))) return refuse("over");
	const step = stepOfCode(openCodeSecret(ctx.house, officer.id, officer.codeSecret), given.code, ctx.now);
	if (step === undefined) {
		await noteFailure(db, ctx, subject, "code");
		return refuse("wrong-code");
	}
	return db.transaction().execute(async (tx) => {
		if (!(await useStep(tx, officer.id, step))) {
			await noteFailure(tx, ctx, subject, "used code");
			return refuse("used-code");
		}
		if (!(await endChallenge(tx, challenge))) return refuse("over");
		const session = await admit(tx, ctx, officer, "password-and-code", given.browser);
		return { session, next: challenge.data.next, hasFirstPassword: officer.passwordIsFirst };
	});
}

/** Spends a code and all before it; false when it was spent already. */
async function useStep(tx: Tx, officerId: string, step: number): Promise<boolean> {
	const { numUpdatedRows } = await tx
		.updateTable("staff.officer")
		.set({ code_used_step: step })
		.where("id", "=", officerId)
		.where("left_at", "is", null)
		.where((row) => row.or([row("code_used_step", "is", null), row("code_used_step", "<", step)]))
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}

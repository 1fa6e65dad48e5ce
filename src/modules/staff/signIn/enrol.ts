import { z } from "zod";
import { challengeOf, codeAddress, countTry, endChallenge, stepOfCode } from "../../../platform/auth/index.ts";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { refuse } from "../../../platform/refusal/index.ts";
import { credentialsById, openCodeSecret } from "../queries.ts";
import { admit, type Browser } from "./admit.ts";
import { asThemselves, noteFailure } from "./ledger.ts";

const shape = z.object({ next: z.string(), sealed: z.base64() });

/** What to put into the authenticator app; undefined when the browser is not at this step. */
export async function enrolment(ctx: Context, token: string): Promise<{ secret: string; address: string } | undefined> {
	const challenge = await challengeOf(ctx.house.db, ctx.now, "enrol", token, shape);
	const officer = challenge?.subject ? await credentialsById(ctx.house.db, challenge.subject) : undefined;
	if (!challenge || !officer || officer.codeSecret) return undefined;
	const secret = openCodeSecret(ctx.house, officer.id, Buffer.from(challenge.data.sealed, "base64"));
	return { secret, address: codeAddress(secret, councilPart.of(ctx.house).name, officer.email) };
}

/**
 * Sets up the one-time code once the app has shown one that is right, and lets the officer in. Gives what `checkCode` gives.
 * Refused with `wrong-code`, or `over` when the password must be typed again.
 */
export async function finishEnrolment(ctx: Context, given: { token: string; code: string; browser: Browser }) {
	const { db } = ctx.house;
	const challenge = await challengeOf(db, ctx.now, "enrol", given.token, shape);
	const officer = challenge?.subject ? await credentialsById(db, challenge.subject) : undefined;
	if (!challenge || !officer || !(await countTry(db, challenge))) return refuse("over");
	const sealed = Buffer.from(challenge.data.sealed, "base64");
	const subject = { kind: "officer", id: officer.id } as const;
	const step = stepOfCode(openCodeSecret(ctx.house, officer.id, sealed), given.code, ctx.now);
	if (step === undefined) {
		await noteFailure(db, ctx, subject, "code at enrolment");
		return refuse("wrong-code");
	}
	return db.transaction().execute(async (tx) => {
		if (!(await endChallenge(tx, challenge))) return refuse("over");
		// Two who know the password may be at this step: the one who was first has the account.
		const { numUpdatedRows } = await tx
			.updateTable("staff.officer")
			.set({ code_secret: sealed, code_used_step: step })
			.where("id", "=", officer.id)
			.where("code_secret", "is", null)
			.where("left_at", "is", null)
			.executeTakeFirstOrThrow();
		if (numUpdatedRows !== 1n) return refuse("over");
		await audit(tx, asThemselves(ctx, officer), { action: "officer.code-enrolled", subject });
		const session = await admit(tx, ctx, officer, "password-and-code", given.browser);
		return { session, next: challenge.data.next, hasFirstPassword: officer.passwordIsFirst };
	});
}

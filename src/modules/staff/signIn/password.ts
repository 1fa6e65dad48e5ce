import {
	countAttempt,
	forgive,
	newCodeSecret,
	passwordMatches,
	startChallenge,
	throttleKey,
	throttleRules,
} from "../../../platform/auth/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import { refuse } from "../../../platform/refusal/index.ts";
import { type Credentials, credentialsByEmail, sealCodeSecret } from "../queries.ts";
import { accountTried, noteFailure } from "./ledger.ts";

/**
 * The first step of signing in. Gives the token of the next: `code`, or `enrol` for an officer who has no one-time code yet.
 * An address that is nobody's is refused in the same words and after the same work as a wrong password. Refused with `wrong`,
 * or `wait` and the instant until which nothing more is tried.
 */
export async function checkPassword(
	ctx: Context,
	given: { email: string; password: string; address: string; next: string },
) {
	const { db } = ctx.house;
	const email = given.email.trim().toLowerCase();
	const officer = await credentialsByEmail(db, email);
	const tried = accountTried(ctx, email, officer);
	const address = throttleKey(ctx.house, throttleRules.address, given.address);
	const account = throttleKey(ctx.house, throttleRules.account, email);
	const until =
		(await countAttempt(db, ctx.now, throttleRules.address, address)) ??
		(await countAttempt(db, ctx.now, throttleRules.account, account));
	if (until) {
		await noteFailure(db, ctx, tried, "wait");
		return refuse("wait", until);
	}
	if (!(await passwordMatches(officer?.passwordHash, given.password)) || !officer) {
		await noteFailure(db, ctx, tried, "password");
		return refuse("wrong");
	}
	await forgive(db, address);
	await forgive(db, account);
	return nextStep(ctx, officer, given.next);
}

async function nextStep(ctx: Context, officer: Credentials, next: string) {
	const { db } = ctx.house;
	if (officer.codeSecret) {
		const token = await startChallenge(db, ctx.now, { kind: "code", subject: officer.id, data: { next } });
		return { step: "code" as const, token };
	}
	const sealed = sealCodeSecret(ctx.house, officer.id, newCodeSecret()).toString("base64");
	const token = await startChallenge(db, ctx.now, { kind: "enrol", subject: officer.id, data: { next, sealed } });
	return { step: "enrol" as const, token };
}

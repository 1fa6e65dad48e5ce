import {
	endSession,
	forget,
	type SignInMethod,
	startSession,
	throttleKey,
	throttleRules,
} from "../../../platform/auth/index.ts";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { asThemselves, type Person } from "./ledger.ts";

/** The browser that signs in: what it calls itself, and the session it had before. */
export type Browser = { agent: string; session: string | undefined };

/**
 * Lets an officer in: a new session with a new token, whatever the browser held before, so that a token planted in it opens
 * nothing. Gives the token.
 */
export async function admit(
	tx: Tx,
	ctx: Context,
	officer: Person,
	method: SignInMethod,
	browser: Browser,
): Promise<string> {
	if (browser.session !== undefined) await endSession(tx, ctx.now, browser.session);
	const subject = { kind: "officer", id: officer.id } as const;
	const token = await startSession(tx, ctx.now, { subject, method, agent: browser.agent });
	await forget(tx, [
		throttleKey(ctx.house, throttleRules.account, officer.email),
		throttleKey(ctx.house, throttleRules.code, officer.id),
	]);
	await audit(tx, asThemselves(ctx, officer), { action: "officer.signed-in", subject, after: { method } });
	return token;
}

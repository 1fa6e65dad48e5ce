import { z } from "zod";
import {
	challengeOf,
	endChallenge,
	type ProvedBy,
	returnFromProvider,
	startChallenge,
	visitProvider,
} from "../../../platform/auth/index.ts";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { admit, type Browser } from "./admit.ts";
import { noteFailure } from "./ledger.ts";

const shape = z.object({ next: z.string(), state: z.string(), nonce: z.string(), verifier: z.string() });

/** Where to send the browser, and the token it must bring back. Refused with `provider-away`. */
export async function goToProvider(ctx: Context, next: string) {
	const going = await visitProvider(ctx.house);
	if (isRefusal(going)) return going;
	const data = { next, ...going.visit };
	const token = await startChallenge(ctx.house.db, ctx.now, { kind: "openid", subject: null, data });
	return { address: going.address, token };
}

/**
 * Lets in whom the provider vouches for. Gives what `checkCode` gives. Refused with `over`, what the provider's answer lacks,
 * `no-officer` when the address is no officer's or is not verified, or `linked-otherwise` when the officer already signs in
 * there as someone else.
 */
export async function comeFromProvider(ctx: Context, given: { token: string; path: string; browser: Browser }) {
	const { db } = ctx.house;
	const challenge = await challengeOf(db, ctx.now, "openid", given.token, shape);
	if (!challenge || !(await endChallenge(db, challenge))) return refuse("over");
	const proved = await returnFromProvider(ctx.house, given.path, challenge.data);
	const outcome = isRefusal(proved)
		? proved
		: await db.transaction().execute(async (tx) => {
				const officer = await officerProved(tx, ctx, proved);
				if (isRefusal(officer)) return officer;
				const session = await admit(tx, ctx, officer, "openid", given.browser);
				return { session, next: challenge.data.next, hasFirstPassword: false };
			});
	if (isRefusal(outcome)) {
		const account = { kind: "account", id: "openid" } as const;
		await noteFailure(db, ctx, account, outcome.code);
	}
	return outcome;
}

/** The officer who is this person there; at the first time the one whose address the provider has verified. */
async function officerProved(tx: Tx, ctx: Context, { issuer, subject, email }: ProvedBy) {
	const columns = [
		"id",
		"name",
		"email",
		"openid_issuer as provider",
		"openid_subject as linked",
		"left_at as leftAt",
	] as const;
	const known = await tx
		.selectFrom("staff.officer")
		.select(columns)
		.where("openid_issuer", "=", issuer)
		.where("openid_subject", "=", subject)
		.executeTakeFirst();
	if (known) return known.leftAt ? refuse("no-officer") : known;
	if (email === undefined) return refuse("no-officer");
	const named = await tx
		.selectFrom("staff.officer")
		.select(columns)
		.where("email", "=", email)
		.where("left_at", "is", null)
		.forUpdate()
		.executeTakeFirst();
	if (!named) return refuse("no-officer");
	// Another sign-in of theirs may have linked them while this one waited for the row.
	if (named.provider === issuer && named.linked === subject) return named;
	if (named.linked !== null) return refuse("linked-otherwise");
	await tx
		.updateTable("staff.officer")
		.set({ openid_issuer: issuer, openid_subject: subject })
		.where("id", "=", named.id)
		.execute();
	await audit(tx, ctx, {
		action: "officer.openid-linked",
		subject: { kind: "officer", id: named.id },
		after: { issuer },
	});
	return named;
}

import { endSession } from "../../../platform/auth/index.ts";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";

/** Ends the session of this token, if it is not over. */
export async function signOut(ctx: Context, token: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const whose = await endSession(tx, ctx.now, token);
		if (whose) await audit(tx, ctx, { action: "officer.signed-out", subject: whose });
	});
}

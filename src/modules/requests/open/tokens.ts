import { randomBytes } from "node:crypto";
import type { Context } from "../../../platform/context/index.ts";
import type { Db, Handle } from "../../../platform/db/connect.ts";

/** A token for a request, for systems that are told its reference later. */
export async function giveToken(tx: Handle, ctx: Context, requestId: string): Promise<string> {
	const token = randomBytes(16).toString("base64url");
	await tx.insertInto("requests.token").values({ token, request_id: requestId, created_at: ctx.now }).execute();
	return token;
}

/** The token of a request that was given one before. */
export async function tokenOf(tx: Handle, requestId: string): Promise<string | undefined> {
	const row = await tx
		.selectFrom("requests.token")
		.select("token")
		.where("request_id", "=", requestId)
		.executeTakeFirst();
	return row?.token;
}

/** The reference of the request that a token stands for. */
export async function referenceByToken(db: Db, token: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("requests.token as t")
		.innerJoin("requests.request as r", "r.id", "t.request_id")
		.select("r.reference")
		.where("t.token", "=", token)
		.executeTakeFirst();
	return row?.reference;
}

import { createHash, randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";

/** How a key is kept: it has 256 bits of chance in it, so one round of a fast hash gives nothing away. */
export function keyHash(key: string): Buffer {
	return createHash("sha256").update(key).digest();
}

/**
 * Gives another system a key. `works` is for a contractor's system, whose updates move requests. The key is answered this once
 * and kept by its hash alone.
 */
export async function createClient(
	ctx: Context,
	{ name: typed, works }: { name: string; works: boolean },
): Promise<Outcome<{ id: string; key: string }, "no-name">> {
	const name = cleanText(typed, { max: 100, lines: false });
	if (isRefusal(name) || name === "") return refuse("no-name");
	const id = newId();
	const key = `fd_${randomBytes(32).toString("base64url")}`;
	await ctx.house.db.transaction().execute(async (tx) => {
		await tx
			.insertInto("requests.client")
			.values({ id, name, works, key_hash: keyHash(key), created_at: ctx.now })
			.execute();
		await audit(tx, ctx, { action: "client.created", subject: { kind: "client", id }, after: { name, works } });
	});
	return { id, key };
}

/** Takes a key back. Every process has stopped believing it 10 seconds later. Twice is once. */
export async function revokeClient(ctx: Context, id: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const client = await tx
			.selectFrom("requests.client")
			.select("revoked_at")
			.where("id", "=", id)
			.forUpdate()
			.executeTakeFirst();
		if (client === undefined) throw new NotFound();
		if (client.revoked_at !== null) return;
		await tx.updateTable("requests.client").set({ revoked_at: ctx.now }).where("id", "=", id).execute();
		await audit(tx, ctx, { action: "client.revoked", subject: { kind: "client", id } });
	});
}

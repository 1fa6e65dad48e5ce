import { createHash } from "node:crypto";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { newToken } from "../../../platform/auth/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle, Tx } from "../../../platform/db/connect.ts";
import { refuse, type Refusal } from "../../../platform/refusal/index.ts";
import type { NotSaved } from "../actions.ts";
import { type Draft, type DraftKey, keptThrough, lockDraft } from "../queries.ts";
import { codeHash, codeOf, newSalt } from "./code.ts";

/** A link that was sent, and when it was withdrawn. `sentTo` is enough of the address for its owner to know it. */
type Link = { id: string; sentTo: string; madeAt: Date };

/** How a draft can be come back to. `until` is the last day, `2026-06-29`. */
export type Ways = { code: string; links: readonly Link[]; until: string };

/** Makes sure that a draft has a code, and keeps it four weeks from now. */
export async function saveForLater(ctx: Context, key: DraftKey): Promise<{ draft: Draft } | NotSaved> {
	return held(ctx, key, async (tx, draft) => {
		await sql`update forms.draft set changed_at = ${ctx.now} where id = ${draft.id}`.execute(tx);
		const { rows } = await sql`select from forms.draft where id = ${draft.id} and code_salt is null`.execute(tx);
		if (rows.length > 0) await setCode(tx, ctx, draft.id);
		return { draft };
	});
}

/** Another code in place of the one there was, which opens nothing any more. */
export async function withdrawCode(ctx: Context, key: DraftKey): Promise<{ draft: Draft } | NotSaved> {
	return held(ctx, key, async (tx, draft) => {
		await setCode(tx, ctx, draft.id);
		// Who came by the code goes with it; who withdraws it stays.
		await closeBrowsers(tx, key, draft.id, null);
		return { draft };
	});
}

/** The code and the links; undefined before the draft was saved for later. */
export async function waysBack(ctx: Context, draft: Draft): Promise<Ways | undefined> {
	const { db } = ctx.house;
	const row = await db
		.selectFrom("forms.draft")
		.select(["code_salt", "changed_at"])
		.where("id", "=", draft.id)
		.executeTakeFirst();
	if (!row?.code_salt) return undefined;
	const links = await db
		.selectFrom("forms.draft_link")
		.select(["id", "sent_to as sentTo", "made_at as madeAt"])
		.where("draft_id", "=", draft.id)
		.where("withdrawn_at", "is", null)
		.orderBy("made_at", "desc")
		.execute();
	return { code: codeOf(ctx.house, draft.id, row.code_salt), links, until: keptThrough(row.changed_at) };
}

/** Links of one draft in an hour. */
const mostLinks = 5;

export type NewLink = { id: string; token: string; until: string };

/**
 * Makes a link that opens the draft on any device until it is sent or forgotten. `send` sends it to the address, in the same
 * transaction. Refuses `too-many` after five in an hour.
 */
export async function makeLink(
	ctx: Context,
	key: DraftKey,
	email: string,
	send: (tx: Tx, draft: Draft, link: NewLink) => Promise<unknown>,
): Promise<{ draft: Draft } | NotSaved | Refusal<"too-many", undefined>> {
	return held<{ draft: Draft } | Refusal<"too-many", undefined>>(ctx, key, async (tx, draft) => {
		const since = new Date(ctx.now.getTime() - 3_600_000);
		const { rows } =
			await sql`select from forms.draft_link where draft_id = ${draft.id} and made_at > ${since}`.execute(tx);
		if (rows.length >= mostLinks) return refuse("too-many");
		const id = newId();
		const token = newToken();
		await tx
			.insertInto("forms.draft_link")
			.values({
				id,
				draft_id: draft.id,
				token_hash: createHash("sha256").update(token).digest(),
				sent_to: shortened(email),
				made_at: ctx.now,
			})
			.execute();
		await sql`update forms.draft set changed_at = ${ctx.now} where id = ${draft.id}`.execute(tx);
		await send(tx, draft, { id, token, until: keptThrough(ctx.now) });
		return { draft };
	});
}

/** The link opens nothing any more, and the browsers that came by it are shut out, but for the one that withdraws it. */
export async function withdrawLink(ctx: Context, key: DraftKey, linkId: string): Promise<{ draft: Draft } | NotSaved> {
	return held(ctx, key, async (tx, draft) => {
		const withdrawn = await tx
			.updateTable("forms.draft_link")
			.set({ withdrawn_at: ctx.now })
			.where("id", "=", linkId)
			.where("draft_id", "=", draft.id)
			.returning("id")
			.executeTakeFirst();
		if (withdrawn) await closeBrowsers(tx, key, draft.id, withdrawn.id);
		return { draft };
	});
}

async function closeBrowsers(tx: Handle, key: DraftKey, draftId: string, linkId: string | null): Promise<void> {
	const own = "browserHash" in key ? key.browserHash : null;
	await sql`delete from forms.draft_browser
		where draft_id = ${draftId} and link_id is not distinct from ${linkId}::uuid
			and browser_hash is distinct from ${own}`.execute(tx);
}

/** Two drafts with one code would be one in 10^15 pairs; the table refuses the second, and the customer presses again. */
async function setCode(tx: Handle, ctx: Context, draftId: string): Promise<void> {
	const salt = newSalt();
	await tx
		.updateTable("forms.draft")
		.set({ code_salt: salt, code_hash: codeHash(ctx.house, codeOf(ctx.house, draftId, salt)), changed_at: ctx.now })
		.where("id", "=", draftId)
		.execute();
}

async function held<T>(
	ctx: Context,
	key: DraftKey,
	change: (tx: Tx, draft: Draft) => Promise<T>,
): Promise<T | NotSaved> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const draft = await lockDraft(tx, ctx, key);
		if (!draft) return refuse("gone");
		if (draft.submitted) return refuse("sent", { reference: draft.submitted.reference });
		return change(tx, draft);
	});
}

/** `s•••@example.com`. */
function shortened(email: string): string {
	const at = email.lastIndexOf("@");
	return `${Array.from(email)[0] ?? ""}•••${email.slice(at)}`;
}

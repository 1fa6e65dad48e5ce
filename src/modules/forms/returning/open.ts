import { sql } from "kysely";
import { audit } from "../../../platform/audit/index.ts";
import { countAttempt, forgive, throttleKey, throttleRules, tokenHash } from "../../../platform/auth/index.ts";
import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { readCode } from "../../../platform/formats/index.ts";
import { refuse, type Refusal } from "../../../platform/refusal/index.ts";
import { keptSince, keptThrough } from "../queries.ts";
import { codeHash } from "./code.ts";

/** A draft as somebody finds it who has only a link or a code. `until` is the last day it is kept. */
export type Found = { draftId: string; serviceId: string; until: string };

/** `none`: no draft has it, or no longer. `sent`: what it opened has been sent. `wait`: too many were tried. */
export type NotFound = Refusal<"none", undefined> | Refusal<"sent", undefined> | Refusal<"wait", undefined>;

/** The draft that a link opens, without opening it. */
export async function draftByLink(ctx: Context, token: string): Promise<Found | NotFound> {
	const found = await linked(ctx.house.db, ctx, token);
	return found ? opened(found) : refuse("none");
}

/** Lets a browser go on with the draft that a link opens, beside those that can already. */
export async function openByLink(ctx: Context, token: string, browserHash: Buffer): Promise<Found | NotFound> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const found = await linked(tx, ctx, token);
		const open = found ? opened(found) : refuse("none");
		if (found && "draftId" in open) await letIn(tx, ctx, open.draftId, browserHash, found.link_id);
		return open;
	});
}

/** The same by the code, as it was typed. `from` is who tries, such as their address: guesses of one are slowed down. */
export async function openByCode(
	ctx: Context,
	typed: string,
	browserHash: Buffer,
	from: string,
): Promise<Found | NotFound> {
	return tried(ctx, typed, from, (tx, found) => letIn(tx, ctx, found.draftId, browserHash, null));
}

/** How an officer and a customer who knows the code of their draft speak with each other. */
export type Spoken = "phone" | "desk";

const purposes: Record<Spoken, string> = {
	phone: "to go on with a form with a customer on the telephone",
	desk: "to go on with a form with a customer at a hub",
};

/** Opens the draft that has this code to an officer, for twelve hours, and notes it in the ledger with its purpose. */
export async function draftByCode(ctx: OfficerContext, typed: string, spoken: Spoken): Promise<Found | NotFound> {
	return tried(ctx, typed, `officer ${ctx.actor.id}`, async (tx, { draftId }) => {
		await sql`insert into forms.draft_officer (draft_id, officer_id, channel, opened_at)
			values (${draftId}, ${ctx.actor.id}, ${spoken}, ${ctx.now})
			on conflict (draft_id, officer_id) do update set channel = excluded.channel, opened_at = excluded.opened_at`.execute(
			tx,
		);
		const subject = { kind: "draft", id: draftId };
		await audit(tx, ctx, { action: "draft.opened", subject, after: { spoken }, purpose: purposes[spoken] });
	});
}

async function tried(
	ctx: Context,
	typed: string,
	from: string,
	open: (tx: Handle, found: Found) => Promise<void>,
): Promise<Found | NotFound> {
	const { db } = ctx.house;
	const key = throttleKey(ctx.house, throttleRules.draft, from);
	// What cannot be a code of ours is a slip of the hand and no guess.
	const code = readCode(typed);
	if (code === undefined) return refuse("none");
	if (await countAttempt(db, ctx.now, throttleRules.draft, key)) return refuse("wait");
	return db.transaction().execute(async (tx) => {
		const { rows } = await sql<Row>`select d.id, d.service_id, d.changed_at, d.submitted_at, null as link_id
			from forms.draft d where d.code_hash = ${codeHash(ctx.house, code)}
				and d.changed_at >= ${keptSince(ctx.now)}`.execute(tx);
		const [row] = rows;
		if (!row) return refuse("none");
		await forgive(tx, key);
		const found = opened(row);
		if ("draftId" in found) await open(tx, found);
		return found;
	});
}

type Row = {
	id: string;
	service_id: string;
	changed_at: Date;
	submitted_at: Date | null;
	link_id: string | null;
};

async function linked(db: Handle, ctx: Context, token: string): Promise<Row | undefined> {
	const hash = tokenHash(token);
	if (!hash) return undefined;
	const { rows } = await sql<Row>`select d.id, d.service_id, d.changed_at, d.submitted_at, l.id as link_id
		from forms.draft_link l join forms.draft d on d.id = l.draft_id
		where l.token_hash = ${hash} and l.withdrawn_at is null and d.changed_at >= ${keptSince(ctx.now)}`.execute(db);
	return rows[0];
}

function opened(row: Row): Found | Refusal<"sent", undefined> {
	if (row.submitted_at) return refuse("sent");
	return { draftId: row.id, serviceId: row.service_id, until: keptThrough(row.changed_at) };
}

async function letIn(
	tx: Handle,
	ctx: Context,
	draftId: string,
	browserHash: Buffer,
	linkId: string | null,
): Promise<void> {
	await sql`insert into forms.draft_browser (draft_id, browser_hash, link_id, since)
		select id, ${browserHash}, ${linkId}::uuid, ${ctx.now}::timestamptz from forms.draft
		where id = ${draftId} and browser_hash is distinct from ${browserHash}
		on conflict do nothing`.execute(tx);
}

import { type RawBuilder, sql } from "kysely";
import { validate as isId } from "uuid";
import type { Context } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";
import { addDays, londonDate, startOfDay } from "../../platform/time/index.ts";
import { type Answers, storedAnswers } from "./answer.ts";
import { type RemovedAnswer, storedRemoved } from "./removed.ts";
import { storedUnfinished, storedWriters, type Unfinished, type Writers } from "./returning/page.ts";
import { type By, type Known, type Sources, storedKnown, storedSources } from "./source.ts";

/** Answers given so far to the form of one service. */
export type Draft = {
	readonly id: string;
	readonly serviceId: string;
	/** The version of the service's definition that it began with, and ends with. */
	readonly serviceVersion: number;
	readonly answers: Answers;
	/** Who said each of them, and when. */
	readonly sources: Sources;
	/** What is known of the customer and stands in the boxes until they are answered. */
	readonly known: Known;
	/** What was typed on a page and is no answer yet. */
	readonly unfinished: Unfinished | undefined;
	/** Who last answered each page. */
	readonly writers: Writers;
	/** How whoever has it now is spoken with; undefined on the web. */
	readonly by: By | undefined;
	/** The pages that were answered or passed over. */
	readonly seen: readonly string[];
	/** Answers that a changed answer hid, which the customer is told of before they send. */
	readonly removed: readonly RemovedAnswer[];
	/** What it became. */
	readonly submitted: SubmittedAs | undefined;
	/** When it was last changed. */
	readonly changedAt: Date;
};

/** `link` is the path at which its sender can follow it. */
export type SubmittedAs = { readonly reference: string; readonly link: string; readonly at: Date };

/**
 * Whose draft it is: a browser's, by the SHA-256 of its cookie, 32 bytes, or an officer's, by their id, who began it for a
 * customer or was told its code.
 */
export type DraftKey = { readonly id: string } & DraftHolder;
export type DraftHolder = { readonly browserHash: Buffer } | { readonly officerId: string };

/** Days that a draft is kept after its last change. */
const daysKept = 28;

/** The start of the day from which drafts are still kept. */
export function keptSince(now: Date): Date {
	return startOfDay(addDays(londonDate(now), -daysKept));
}

/** The last day on which a draft that was changed then is kept, `2026-06-29`. */
export function keptThrough(changedAt: Date): string {
	return addDays(londonDate(changedAt), daysKept);
}

/** Hours for which an officer has a draft that was opened to them; one that they began they have as long as it is kept. */
const hoursOpened = 12;

/** Of `forms.draft as draft`: those of this holder. */
export function isHeldBy(ctx: Context, key: DraftHolder): RawBuilder<boolean> {
	if ("officerId" in key) return sql`exists (${openedTo(ctx, key.officerId)})`;
	return sql`(browser_hash = ${key.browserHash} or exists (select from forms.draft_browser b
		where b.draft_id = draft.id and b.browser_hash = ${key.browserHash}))`;
}

function openedTo({ now }: Context, officerId: string): RawBuilder<{ channel: By }> {
	const since = new Date(now.getTime() - hoursOpened * 3_600_000);
	return sql`select o.channel from forms.draft_officer o
		where o.draft_id = draft.id and o.officer_id = ${officerId} and (o.opened_at > ${since} or (draft.browser_hash is null and o.opened_at = draft.started_at))`;
}

/** This browser's draft, or this officer's. Undefined for another browser's, for one too old, and for one that never was. */
export async function draftOf(ctx: Context, key: DraftKey): Promise<Draft | undefined> {
	return readDraft(ctx.house.db, ctx, key);
}

/** The same inside a transaction that holds it until its end. */
export async function lockDraft(tx: Handle, ctx: Context, key: DraftKey): Promise<Draft | undefined> {
	return readDraft(tx, ctx, key, true);
}

async function readDraft(db: Handle, ctx: Context, key: DraftKey, lock = false): Promise<Draft | undefined> {
	if (!isId(key.id)) return undefined;
	const by = "officerId" in key ? sql<By | null>`(${openedTo(ctx, key.officerId)})` : sql<null>`null`;
	const query = db
		.selectFrom("forms.draft as draft")
		.select([
			"id",
			"service_id",
			"service_version",
			"answers",
			"seen",
			"removed",
			"sources",
			"known",
			"unfinished",
			"writers",
			"channel",
			"changed_at",
			by.as("by"),
			"submitted_as",
			"submitted_at",
			"submitted_link",
		])
		.where("id", "=", key.id)
		.where(isHeldBy(ctx, key))
		.where("changed_at", ">=", keptSince(ctx.now));
	const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
	if (!row) return undefined;
	const { submitted_as: reference, submitted_at: at, submitted_link: link } = row;
	return {
		id: row.id,
		serviceId: row.service_id,
		serviceVersion: row.service_version,
		answers: storedAnswers(row.answers),
		seen: row.seen,
		removed: storedRemoved(row.removed),
		sources: storedSources(row.sources),
		known: storedKnown(row.known, storedAnswers),
		unfinished: storedUnfinished(row.unfinished),
		writers: storedWriters(row.writers),
		by: row.by ?? (row.channel === "kiosk" ? "kiosk" : undefined),
		changedAt: row.changed_at,
		submitted: reference !== null && at && link !== null ? { reference, link, at } : undefined,
	};
}

/** How many forms of each service were begun since an instant; those that were swept away since are not among them. */
export async function startedSince(db: Handle, since: Date): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom("forms.draft")
		.select(["service_id", (draft) => draft.fn.countAll<number>().as("times")])
		.where("started_at", ">=", since)
		.groupBy("service_id")
		.execute();
	return new Map(rows.map((row) => [row.service_id, Number(row.times)]));
}

import { validate as isId } from "uuid";
import type { Context } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";
import { addDays, londonDate, startOfDay } from "../../platform/time/index.ts";
import { type Answers, storedAnswers } from "./answer.ts";
import { type RemovedAnswer, storedRemoved } from "./removed.ts";

/** Answers given so far, of one browser for one service. */
export type Draft = {
	readonly id: string;
	readonly serviceId: string;
	/** The version of the service's definition that it began with, and ends with. */
	readonly serviceVersion: number;
	readonly answers: Answers;
	/** The pages that were answered or passed over. */
	readonly seen: readonly string[];
	/** Answers that a changed answer hid, which the customer is told of before they send. */
	readonly removed: readonly RemovedAnswer[];
	/** What it became. */
	readonly submitted: SubmittedAs | undefined;
};

/** `link` is the path at which its sender can follow it. */
export type SubmittedAs = { readonly reference: string; readonly link: string; readonly at: Date };

/** Whose draft it is: the SHA-256 of the browser's cookie, 32 bytes. */
export type DraftKey = { readonly id: string; readonly browserHash: Buffer };

/** Days that a draft is kept after its last change. */
const daysKept = 28;

/** The start of the day from which drafts are still kept. */
export function keptSince(now: Date): Date {
	return startOfDay(addDays(londonDate(now), -daysKept));
}

/** This browser's draft. Undefined for another browser's, for one too old, and for one that never was. */
export async function draftOf(ctx: Context, key: DraftKey): Promise<Draft | undefined> {
	return readDraft(ctx.house.db, ctx, key);
}

/** The same inside a transaction that holds it until its end. */
export async function lockDraft(tx: Handle, ctx: Context, key: DraftKey): Promise<Draft | undefined> {
	return readDraft(tx, ctx, key, true);
}

async function readDraft(
	db: Handle,
	ctx: Context,
	{ id, browserHash }: DraftKey,
	lock = false,
): Promise<Draft | undefined> {
	if (!isId(id)) return undefined;
	const query = db
		.selectFrom("forms.draft")
		.select([
			"id",
			"service_id",
			"service_version",
			"answers",
			"seen",
			"removed",
			"submitted_as",
			"submitted_at",
			"submitted_link",
		])
		.where("id", "=", id)
		.where("browser_hash", "=", browserHash)
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

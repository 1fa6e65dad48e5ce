import { sql } from "kysely";
import { v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Answers } from "../../forms/index.ts";
import type { Stage } from "../../services/index.ts";
import type { EntryKind } from "../entry.ts";
import type { Clocks } from "../rules/clocks.ts";
import { attaching } from "./attach.ts";
import { clockWriting } from "./clockWriting.ts";
import type { Held } from "./hold.ts";

/** What a change leaves different; all that is left out stays. */
export type Change = {
	kind: EntryKind;
	stage?: Stage;
	clocks?: Clocks;
	team?: { id: string; tier: number };
	officerId?: string | null;
	outcome?: string;
	/** What the customer may read, and what only the council may. */
	words?: string;
	note?: string;
	/** The task of the definition that it gave or ended. */
	task?: string;
	/** What the officer filled in. */
	answers?: Answers | undefined;
	files?: readonly string[];
	update?: { clientId: string; id: string };
	/** It waits for an officer, although no customer said it. */
	news?: true;
};

/** What is said with a change whose course is known. */
export type Said = Omit<Change, "kind" | "stage" | "clocks" | "outcome">;

/** Writes the change, its line in the timeline, its clocks and files in one statement. Answers the entry. */
export async function save(tx: Handle, ctx: Context, held: Held, change: Change): Promise<string> {
	const { actor, now } = ctx;
	const entryId = newId();
	const stage = change.stage?.id ?? held.stage;
	const publicStage = change.stage?.public ?? held.publicStage;
	const closedAt = publicStage === "closed" ? (held.closedAt ?? now) : null;
	const outcome = publicStage === "closed" ? (change.outcome ?? held.outcome) : null;
	const officerId = change.officerId === undefined ? held.officerId : change.officerId;
	const { warnAt, dueAt, paused } = change.clocks ?? held;
	// What a customer or another system says waits for an officer; whatever an officer does answers it.
	const isSilent = actor.kind === "system" && !change.news;
	const news = actor.kind === "officer" ? sql`null` : isSilent ? sql`news_at` : sql`${now}::timestamptz`;
	await sql`with request as (
			update requests.request set stage = ${stage}, public_stage = ${publicStage}, closed_at = ${closedAt},
				outcome = ${outcome}, team_id = ${change.team?.id ?? held.teamId}, tier = ${change.team?.tier ?? held.tier},
				officer_id = ${officerId}, warn_at = ${warnAt}, due_at = ${dueAt}, paused = ${paused}, changed_at = ${now}, news_at = ${news},
				revision = revision + 1
			where id = ${held.id} returning id, revision
		), entry as (
			insert into requests.entry (id, request_id, revision, at, kind, actor_kind, actor_id, actor_name, from_stage,
				to_stage, from_team, to_team, to_officer, outcome, words, note, answers, task, client_id, client_update_id)
			select ${entryId}::uuid, id, revision, ${now}::timestamptz, ${change.kind}, ${actor.kind}, ${actor.id},
				${actor.name}, ${held.stage}, ${change.stage?.id ?? null}, ${change.team ? held.teamId : null},
				${change.team?.id ?? null}, ${change.officerId ?? null}::uuid, ${change.outcome ?? null},
				${change.words || null}, ${change.note || null},
				${change.answers === undefined ? null : JSON.stringify(change.answers)}::jsonb, ${change.task ?? null}, ${change.update?.clientId ?? null}::uuid,
				${change.update?.id ?? null}
			from request
		)${change.clocks ? clockWriting(held.id, entryId, change.clocks) : sql``}${attaching(ctx, entryId, change.files ?? [])}
		select from request`.execute(tx);
	return entryId;
}

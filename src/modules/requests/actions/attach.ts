import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import { keeping } from "../../../platform/files/index.ts";

/**
 * The end of a `with` that has a `request`: keeps these uploads and attaches them to it at this entry of its timeline. One
 * that something keeps already stays there; where no request was written nothing is kept.
 */
export function attaching(ctx: Context, entryId: string, files: readonly string[]): RawBuilder<unknown> {
	if (files.length === 0) return sql``;
	const addedBy = ctx.actor.kind === "system" ? "officer" : ctx.actor.kind;
	return sql`, kept as (${keeping(ctx, files, "request")}), attached as (
			insert into requests.attachment (request_id, file_id, entry_id, added_at, added_by)
			select request.id, kept.id, ${entryId}::uuid, ${ctx.now}::timestamptz, ${addedBy} from request, kept
		)`;
}

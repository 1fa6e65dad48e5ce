import type { OfficerContext } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { noteAdded } from "../events.ts";
import { written } from "../rules/written.ts";
import { hold } from "./hold.ts";
import { save } from "./save.ts";
import { aboutRequest, subjectOf } from "./work.ts";

/** A note for colleagues. It overwrites nothing, so it is taken whatever happened meanwhile, and after closing too. */
export async function addNote(ctx: OfficerContext, reference: string, typed: string) {
	const note = written(typed, "note");
	if (isRefusal(note)) return note;
	if (note === "") return refuse("note-needed");
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		const entryId = await save(tx, ctx, held, { kind: "note", note });
		await record(
			tx,
			ctx,
			{ action: "request.note-added", subject: subjectOf(held) },
			{ event: noteAdded, subject: held.id, data: aboutRequest(held, entryId) },
		);
		return { reference, entryId };
	});
}

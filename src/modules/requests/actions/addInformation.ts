import type { Context } from "../../../platform/context/index.ts";
import { record } from "../../../platform/events/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { informationAdded } from "../events.ts";
import { written } from "../rules/written.ts";
import { hold } from "./hold.ts";
import { save } from "./save.ts";
import { aboutRequest, subjectOf } from "./work.ts";

/** The customer says more, or sends photos, while it is open. It stands in the timeline and marks the request as having news. */
export async function addInformation(
	ctx: Context,
	reference: string,
	said: { text: string; files: readonly string[] },
) {
	const text = written(said.text, "information");
	if (isRefusal(text)) return text;
	if (text === "" && said.files.length === 0) return refuse("nothing-added");
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await hold(tx, ctx, reference);
		if (held.closedAt !== null) return refuse("not-open");
		const entryId = await save(tx, ctx, held, { kind: "added", note: text, files: said.files });
		await record(
			tx,
			ctx,
			{ action: "request.information-added", subject: subjectOf(held) },
			{ event: informationAdded, subject: held.id, data: aboutRequest(held, entryId) },
		);
		return { reference, entryId };
	});
}

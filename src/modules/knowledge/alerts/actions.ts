import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { endOfDay, isDate } from "../../../platform/time/index.ts";
import type { Severity } from "./alert.ts";
import { readAlerts } from "./now.ts";

/** `until` is its last day, `YYYY-MM-DD`. */
export type NewAlert = { severity: Severity; words: string; link: string; place: string; until: string };

/** Puts a banner on the website, from now to the end of its last day. */
export async function makeAlert(
	ctx: OfficerContext,
	given: NewAlert,
): Promise<Outcome<{ id: string }, "no-words" | "bad-link" | "bad-day" | "past">> {
	const words = cleanText(given.words, { max: 300, lines: false });
	if (isRefusal(words) || words === "") return refuse("no-words");
	const link = given.link.trim();
	if (link !== "" && !/^(https:\/\/|\/(?![/\\]))\S{0,490}$/.test(link)) return refuse("bad-link");
	if (!isDate(given.until)) return refuse("bad-day");
	const until = endOfDay(given.until);
	if (until <= ctx.now) return refuse("past");
	const id = newId();
	const { severity, place } = given;
	await ctx.house.db.transaction().execute(async (tx) => {
		await tx
			.insertInto("knowledge.alert")
			.values({
				id,
				severity,
				words,
				link: link || null,
				place,
				from_at: ctx.now,
				until_at: until,
				officer_id: ctx.actor.id,
				made_at: ctx.now,
			})
			.execute();
		const after = { severity, words, place, until: given.until };
		await audit(tx, ctx, { action: "alert.made", subject: { kind: "alert", id }, after });
	});
	await readAlerts(ctx);
	return { id };
}

/** Takes a banner away. Twice is once. */
export async function endAlert(ctx: OfficerContext, id: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const alert = await tx
			.selectFrom("knowledge.alert")
			.select("ended_at")
			.where("id", "=", id)
			.forUpdate()
			.executeTakeFirst();
		if (!alert) throw new NotFound();
		if (alert.ended_at !== null) return;
		await tx.updateTable("knowledge.alert").set({ ended_at: ctx.now }).where("id", "=", id).execute();
		await audit(tx, ctx, { action: "alert.ended", subject: { kind: "alert", id } });
	});
	await readAlerts(ctx);
}

import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { audit } from "../../../platform/audit/index.ts";
import { addDays, londonDate, startOfDay } from "../../../platform/time/index.ts";
import { factsOf, type OfTheDay } from "./facts.ts";
import { draw, flagsOf } from "./rules.ts";

/** So many days back it makes up for nights on which nothing ran. */
const daysBack = 14;

/** Draws the look-ups of each day that is over and was not drawn from yet. Safe to repeat, and in two processes at once. */
export async function drawSamples(ctx: Context, chance: () => number = byLot): Promise<void> {
	const today = londonDate(ctx.now);
	for (let back = daysBack; back > 0; back--) await drawDay(ctx, addDays(today, -back), chance);
}

/** From 0 to just under 1, by chance that nobody can foretell. */
function byLot(): number {
	return randomInt(2 ** 47) / 2 ** 47;
}

async function drawDay(ctx: Context, day: string, chance: () => number): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const begun = await tx
			.insertInto("records.look_up_day")
			.values({ day, look_ups: 0, drawn: 0, drawn_at: ctx.now })
			.onConflict((on) => on.doNothing())
			.returning("day")
			.executeTakeFirst();
		if (!begun) return;
		const all = await lookUpsOn(tx, day);
		const facts = await factsOf(tx, all);
		const flagged = new Map(
			all.flatMap((one) => {
				const known = facts.get(one.id);
				const flags = known ? flagsOf(known) : [];
				return flags.length === 0 ? [] : [[one.id, flags]];
			}),
		);
		const drawn = new Set([...draw(all, chance).map(({ id }) => id), ...flagged.keys()]);
		const rows = [...drawn].map((id) => ({ id, flags: flagged.get(id) ?? [] }));
		await sql`update records.look_up l set sampled_at = ${ctx.now}, flags = array(select jsonb_array_elements_text(d.flags))
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, flags jsonb) where l.id = d.id`.execute(tx);
		await tx
			.updateTable("records.look_up_day")
			.set({ look_ups: all.length, drawn: drawn.size })
			.where("day", "=", day)
			.execute();
		if (all.length > 0) {
			await audit(tx, ctx, {
				action: "look-ups.drawn",
				subject: { kind: "look-ups", id: day },
				after: { of: all.length, drawn: drawn.size, standOut: flagged.size },
			});
		}
	});
}

async function lookUpsOn(tx: Tx, day: string): Promise<OfTheDay[]> {
	const { rows } = await sql<OfTheDay>`select id, head_id as "headId", officer_id as "officerId",
			officer_name as "officerName", work, record_ids as "recordIds", at
		from records.look_up where at >= ${startOfDay(day)} and at < ${startOfDay(addDays(day, 1))} order by at, id`.execute(
		tx,
	);
	return rows;
}

import { stringify } from "yaml";
import { audit } from "../../../platform/audit/index.ts";
import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import { NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { publicService } from "../audience.ts";
import { refill } from "./open.ts";
import { loadIndex } from "./search.ts";
import { wordsOf } from "./words.ts";

export type Meaning = { words: string; service: string; toldAt: Date };

/** Tells the search which service is meant by some words. It knows from then on. Telling again replaces. */
export async function tellMeaning(
	ctx: OfficerContext,
	told: { words: string; service: string },
): Promise<Outcome<null, "no-words" | "no-service">> {
	const words = wordsOf(told.words).join(" ");
	if (words.length < 2 || words.length > 80) return refuse("no-words");
	if (!publicService(ctx.house, told.service)) return refuse("no-service");
	const row = { service_id: told.service, officer_id: ctx.actor.id, told_at: ctx.now };
	await ctx.house.db.transaction().execute(async (tx) => {
		await tx
			.insertInto("services.search_meaning")
			.values({ words, ...row })
			.onConflict((held) => held.column("words").doUpdateSet(row))
			.execute();
		await tx.deleteFrom("services.search_miss").where("words", "=", words).execute();
		await refill(tx, ctx);
		await audit(tx, ctx, {
			action: "search.meaning-told",
			subject: { kind: "service", id: told.service },
			after: { words },
		});
	});
	await loadIndex(ctx);
	return null;
}

/** Takes a meaning back. */
export async function forgetMeaning(ctx: OfficerContext, words: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const held = await tx
			.deleteFrom("services.search_meaning")
			.where("words", "=", words)
			.returning("service_id")
			.executeTakeFirst();
		if (!held) throw new NotFound();
		await refill(tx, ctx);
		await audit(tx, ctx, {
			action: "search.meaning-forgotten",
			subject: { kind: "service", id: held.service_id },
			before: { words },
		});
	});
	await loadIndex(ctx);
}

/** Notes that nothing is meant by some words that people search for, so that they are not shown again. */
export async function dismissMiss(ctx: OfficerContext, words: string): Promise<void> {
	await ctx.house.db.transaction().execute(async (tx) => {
		const done = await tx
			.updateTable("services.search_miss")
			.set({ dismissed_on: londonDate(ctx.now) })
			.where("words", "=", words)
			.where("dismissed_on", "is", null)
			.executeTakeFirst();
		if (done.numUpdatedRows === 0n) return;
		await audit(tx, ctx, { action: "search.miss-dismissed", subject: { kind: "search", id: words } });
	});
}

/** What officers have told, the latest first. */
export async function meanings({ house }: Context): Promise<Meaning[]> {
	const rows = await house.db
		.selectFrom("services.search_meaning")
		.select(["words", "service_id", "told_at"])
		.orderBy("told_at", "desc")
		.orderBy("words")
		.execute();
	return rows.map((row) => ({ words: row.words, service: row.service_id, toldAt: row.told_at }));
}

/** The same as YAML, for the pack's `synonyms.yaml`. */
export async function meaningsForPack(ctx: Context): Promise<string> {
	const told = (await meanings(ctx)).toSorted((a, b) => (a.words < b.words ? -1 : 1));
	const groups = [...Map.groupBy(told, ({ service }) => service)].sort(([a], [b]) => (a < b ? -1 : 1));
	const services = Object.fromEntries(groups.map(([id, ones]) => [id, ones.map(({ words }) => words)]));
	return stringify({ services });
}

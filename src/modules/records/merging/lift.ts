import { sql } from "kysely";
import { audit } from "../../../platform/audit/index.ts";
import type { House, OfficerContext } from "../../../platform/context/index.ts";
import { isRefusal, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { sourceOf } from "../../sources/index.ts";
import { holdTrees } from "../links/hold.ts";
import type { Tree } from "../links/link.ts";
import { written } from "../rules/written.ts";

/** The records of a customer that an officer, and not their source, keeps from matching. */
export function liftable(house: House, { nodes }: Tree): string[] {
	const kept = nodes.filter(({ restricted, source }) => restricted && !sourceOf(house, source)?.restricted);
	return kept.map(({ id }) => id);
}

/** Lets the records of a customer be matched again, for a reason. Twice is once. */
export async function liftRestriction(
	ctx: OfficerContext,
	{ head }: Tree,
	typed: string,
): Promise<Outcome<{ lifted: number }, "why-needed" | "too-long">> {
	const why = written(typed);
	if (isRefusal(why)) return why;
	if (why === "") return refuse("why-needed");
	return ctx.house.db.transaction().execute(async (tx) => {
		const [tree] = await holdTrees(tx, [head.id]);
		const ids = tree ? liftable(ctx.house, tree) : [];
		if (ids.length === 0) return { lifted: 0 };
		await sql`update records.record set restricted = false where id = any(${ids}::uuid[])`.execute(tx);
		const subject = { kind: "record", id: head.id };
		await audit(tx, ctx, { action: "record.restriction-lifted", subject, after: { records: ids, why } });
		return { lifted: ids.length };
	});
}

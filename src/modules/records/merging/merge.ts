import type { OfficerContext } from "../../../platform/context/index.ts";
import { isRefusal, NotFound, refuse } from "../../../platform/refusal/index.ts";
import { holdTrees } from "../links/hold.ts";
import type { Tree } from "../links/link.ts";
import { linkRecords } from "../links/linkRecords.ts";
import { written } from "../rules/written.ts";
import { conflictsBetween } from "./conflicts.ts";

/** `confirmed`: the officer read what one customer can hardly hold, and says that they are one all the same. */
export type Merging = { one: string; other: string; why: string; confirmed: boolean };

/** Makes two customers one, by an id or reference of each. Nothing moves, so all of it can be undone by ending the link. */
export async function mergeCustomers(ctx: OfficerContext, { one, other, why: typed, confirmed }: Merging) {
	const why = written(typed);
	if (isRefusal(why)) return why;
	if (why === "") return refuse("why-needed");
	return ctx.house.db.transaction().execute(async (tx) => {
		const [left, right] = await holdTrees(tx, [one, other]);
		if (!left || !right) throw new NotFound("There is no such customer.");
		if (left.head.id === right.head.id) return refuse("same-tree");
		const { found } = await conflictsBetween(tx, left, right);
		if (found.length > 0 && !confirmed) return refuse("not-confirmed");
		const [a, b] = [standing(left), standing(right)];
		if (a === undefined || b === undefined) return refuse("gone");
		return linkRecords(tx, ctx, { a, b, how: "merged", why });
	});
}

/** The record that the link is tied to: the first that its source still has. */
function standing({ nodes }: Tree): string | undefined {
	return nodes.find(({ goneAt }) => goneAt === null)?.id;
}

import type { OfficerContext } from "../../../platform/context/index.ts";
import { isRefusal, NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { beginCustomer, type SaidOfThemselves } from "../../customers/index.ts";
import { holdTrees } from "../links/hold.ts";
import { linkTrees } from "../links/linkRecords.ts";
import { treeOf } from "../links/tree.ts";
import { takeInCustomers } from "./customers.ts";

/** `has-one`: a record with us was there, or was begun meanwhile. `says-nothing`: no name, address or number was given. */
export type NotBegun = "has-one" | "says-nothing" | "restricted" | "gone";

/**
 * Begins a record with us for a customer whom only other systems know, by what they say of themselves, and links it with
 * theirs. From then on requests, needs and whoever acts for them have a place. Throws `NotFound`.
 */
export async function beginWithUs(
	ctx: OfficerContext,
	recordId: string,
	said: SaidOfThemselves,
): Promise<Outcome<{ customerId: string }, NotBegun>> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const [tree] = await holdTrees(tx, [recordId]);
		if (!tree) throw new NotFound();
		if (tree.customerIds.length > 0) return refuse("has-one");
		// The latest of theirs that its source still has; of a customer who is gone from everywhere nothing begins.
		const theirs = tree.nodes.findLast(({ goneAt }) => goneAt === null);
		if (!theirs) return refuse("gone");
		if (tree.nodes.some(({ restricted }) => restricted)) return refuse("restricted");
		const customerId = await beginCustomer(tx, ctx, said, theirs.kind === "person" ? "person" : "business");
		if (customerId === null) return refuse("says-nothing");
		await takeInCustomers(tx, [customerId]);
		const begun = await treeOf(tx, customerId);
		if (!begun) throw new NotFound();
		const linked = await linkTrees(tx, ctx, { a: customerId, b: theirs.id, how: "begun", why: "" }, tree, begun);
		if (isRefusal(linked)) throw new Error(`A record that was just begun could not be linked: ${linked.code}.`);
		return { customerId };
	});
}

import type { Context } from "../../../platform/context/index.ts";
import { type Tree } from "../links/link.ts";
import { treeOf } from "../links/tree.ts";
import { takeInCustomers } from "./customers.ts";

/** Takes one customer in now, rather than within a minute: for whoever opens their record. Undefined when there is no such customer. */
export async function takeIn(ctx: Context, customerId: string): Promise<Tree | undefined> {
	await takeInCustomers(ctx.house.db, [customerId]);
	return treeOf(ctx.house.db, customerId);
}

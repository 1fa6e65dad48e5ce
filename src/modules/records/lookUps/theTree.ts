import { validate as isId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import type { Tree } from "../links/link.ts";
import { treeOf } from "../links/tree.ts";
import { takeIn } from "../nodes/takeIn.ts";

/** The customer that an address names by the id or reference of any of their records. Throws `NotFound`. */
export async function theTree(ctx: Context, idOrReference: string): Promise<Tree> {
	const tree = await treeOf(ctx.house.db, idOrReference);
	if (tree) return tree;
	const taken = isId(idOrReference) ? await takeIn(ctx, idOrReference) : undefined;
	if (!taken) throw new NotFound("There is no customer with this reference.");
	return taken;
}

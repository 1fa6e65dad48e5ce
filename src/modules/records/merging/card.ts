import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Html, nothing } from "../../../platform/html/html.ts";
import type { Tree } from "../links/link.ts";
import { cardView } from "./card.views.ts";
import { isKept } from "./customer.ts";
import { countToLookThrough } from "./lookThrough.ts";

/** For the page of a customer: the ways to how their records came together, to a merge, and to what is to be looked through. */
export async function linksCard(ctx: OfficerContext, tree: Tree): Promise<Html> {
	if (!ctx.actor.permissions.has("records.review")) return nothing;
	const { reference } = tree.head;
	const toLookThrough = await countToLookThrough(ctx.house.db, tree);
	return cardView({ reference, links: tree.links.length, mayMerge: !isKept(tree), toLookThrough });
}

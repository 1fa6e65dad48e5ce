import type { OfficerContext } from "../../../platform/context/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { requestsOf } from "../beside/requests.ts";
import { type ShownRecord, shownRecords } from "../beside/shown.ts";
import type { Tree } from "../links/link.ts";
import { theTree } from "../lookUps/theTree.ts";
import type { Node } from "../nodes/node.ts";
import type { CustomerProps } from "./merge.views.ts";

/** The customer of an address, none of whose records is kept from matching. Throws `NotFound`. */
export async function matchable(ctx: OfficerContext, idOrReference: string): Promise<Tree> {
	const tree = await theTree(ctx, idOrReference);
	if (isKept(tree)) throw new NotFound("There is no customer with this reference.");
	return tree;
}

export function isKept({ nodes }: Tree): boolean {
	return nodes.some(({ restricted }) => restricted);
}

/** What stands on one side of a merge or a parting. Whoever shows it audits it. */
export async function customerProps(
	ctx: OfficerContext,
	nodes: readonly Node[],
	customerIds: readonly string[],
): Promise<{ props: CustomerProps; shown: readonly ShownRecord[] }> {
	const { house } = ctx;
	const shown = await shownRecords(
		house,
		house.db,
		nodes.map(({ id }) => id),
	);
	const [first] = nodes;
	const props = {
		reference: first?.reference ?? "",
		name: shown.find(({ name }) => name !== "")?.name ?? "",
		records: nodes.map((node) => {
			const known = shown.find(({ id }) => id === node.id);
			if (!known) return { reference: "", sourceName: "A record that is kept from matching", isGone: false };
			return { reference: known.reference, sourceName: known.sourceName, isGone: node.goneAt !== null };
		}),
		requests: await requestsOf(ctx, customerIds),
	};
	return { props, shown };
}

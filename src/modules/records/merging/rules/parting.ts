import type { Link, Tree } from "../../links/link.ts";
import { reachedFrom } from "../../links/sides.ts";
import type { Node } from "../../nodes/node.ts";

/** The records on the side of a link's `a`, and on that of its `b`, were it ended; each with the one it would go by first. */
export function sidesOf(tree: Tree, link: Pick<Link, "id" | "a" | "b">): readonly [readonly Node[], readonly Node[]] {
	const rest = tree.links.filter(({ id }) => id !== link.id);
	const side = (from: string) => {
		const reached = reachedFrom(from, rest);
		return tree.nodes.filter(({ id }) => reached.has(id));
	};
	return [side(link.a), side(link.b)];
}

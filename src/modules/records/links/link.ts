import { z } from "zod";
import { frontDoor, type Node } from "../nodes/node.ts";

const reason = z.object({ comparison: z.string(), says: z.string(), level: z.string(), bits: z.number() });

/** One comparison in words, "First name", how it came out, "nearly the same", and its bits for or against. */
export type Reason = z.infer<typeof reason>;

export function readReasons(kept: unknown): Reason[] {
	return z.array(reason).parse(kept);
}

export const hows = ["matched", "reviewed", "merged", "begun"] as const;

/**
 * `matched`: by itself; `reviewed`: a pair that officers judged; `merged`: an officer put two customers together; `begun`: our
 * record was begun from the other.
 */
export type How = (typeof hows)[number];

/** Two records that are of one customer. `a` has the lesser id. */
export type Link = {
	id: string;
	a: string;
	b: string;
	how: How;
	probability: number | null;
	/** Bits. */
	weight: number | null;
	reasons: readonly Reason[];
	/** Words of whoever made it; empty when it was made by itself. */
	why: string;
	by: string;
	at: Date;
};

export const linkColumns = [
	"id",
	"a",
	"b",
	"how",
	"probability",
	"weight",
	"reasons",
	"why",
	"actor_name as by",
	"at",
] as const;

/** All records of one customer, with the live links that hold them together: one fewer than there are records. */
export type Tree = {
	head: Node;
	/** In the order in which they began; the head first. */
	nodes: readonly Node[];
	links: readonly Link[];
	customerIds: readonly string[];
	sourceIds: readonly string[];
};

export function treeFrom(nodes: readonly Node[], links: readonly Link[]): Tree | undefined {
	const head = nodes.find(({ id, headId }) => id === headId);
	if (!head) return undefined;
	const ours = (node: Node) => node.source === frontDoor;
	return {
		head,
		nodes,
		links,
		customerIds: nodes.filter(ours).map(({ id }) => id),
		sourceIds: nodes.filter((node) => !ours(node)).map(({ id }) => id),
	};
}

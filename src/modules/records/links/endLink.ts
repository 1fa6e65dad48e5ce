import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { dropAskedOfTwo } from "../matching/unasked.ts";
import { recordsParted } from "../events.ts";
import { holdTrees, writeHead } from "./hold.ts";
import { type Link, type Tree, treeFrom } from "./link.ts";
import { reachedFrom } from "./sides.ts";
import { listToLookThrough } from "./written.ts";

/** What became two, the side of the link's `a` first. */
export type Parted = { parted: [Tree, Tree] };

/**
 * Ends a link: the tree parts in two, each as it would be had the link never been made. Its two records are kept apart from
 * now on, and what was written on either side's customers meanwhile is listed for somebody to look through. Throws `NotFound`
 * for a link that never was.
 */
export async function endLink(
	tx: Handle,
	ctx: Context,
	{ id, why }: { id: string; why: string },
): Promise<Outcome<Parted, "ended">> {
	const known = await tx.selectFrom("records.link").select(["a", "b"]).where("id", "=", id).executeTakeFirst();
	if (!known) throw new NotFound("There is no such link.");
	const [tree] = await holdTrees(tx, [known.a]);
	const link = tree?.links.find((one) => one.id === id);
	if (!tree || !link) return refuse("ended");
	await end(tx, ctx, link, why);
	const rest = tree.links.filter((one) => one !== link);
	const parted: Parted["parted"] = [await part(tx, tree, rest, link.a), await part(tx, tree, rest, link.b)];
	const [one, other] = parted;
	await dropAskedOfTwo(tx, [one.head.id, other.head.id]);
	await listToLookThrough(tx, ctx, link, tree.customerIds);
	await record(
		tx,
		ctx,
		{
			action: "records.parted",
			subject: { kind: "record", id: tree.head.id },
			before: { link: id, how: link.how },
			after: { heads: [one.head.id, other.head.id], why },
		},
		{
			event: recordsParted,
			subject: tree.head.id,
			data: { linkId: id, a: link.a, b: link.b, heads: [one.head.id, other.head.id] },
		},
	);
	return { parted };
}

async function end(tx: Handle, ctx: Context, { id, a, b }: Link, why: string): Promise<void> {
	const by = ctx.actor;
	await sql`with ended as (
			update records.link set ended_at = ${ctx.now}, ended_why = ${why}, ended_by = ${by.id}, ended_by_name = ${by.name}
			where id = ${id}
		)
		insert into records.apart (a, b, why, actor_id, actor_name, at)
		values (${a}, ${b}, ${why}, ${by.id}, ${by.name}, ${ctx.now}) on conflict do nothing`.execute(tx);
}

async function part(tx: Handle, { nodes, links }: Tree, rest: Tree["links"], from: string): Promise<Tree> {
	const reached = reachedFrom(from, rest);
	const headId = await writeHead(tx, [...reached]);
	const own = nodes.filter(({ id }) => reached.has(id)).map((node) => ({ ...node, headId }));
	const tree = treeFrom(
		own,
		links.filter((link) => rest.includes(link) && reached.has(link.a)),
	);
	if (!tree) throw new Error("A part of a tree has no head.");
	return tree;
}

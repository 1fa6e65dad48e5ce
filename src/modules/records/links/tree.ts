import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { frontDoor, type Node, nodeColumns } from "../nodes/node.ts";
import { type Link, linkColumns, readReasons, type Tree, treeFrom } from "./link.ts";

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The whole customer that a record is of, found by the id or the reference of any of its records, as typed. Undefined for
 * what is neither, and for a customer who was not taken in yet: see `takeIn`.
 */
export async function treeOf(db: Handle, idOrReference: string): Promise<Tree | undefined> {
	const reference = readReference(idOrReference, "CR");
	const isId = uuid.test(idOrReference);
	if (!isId && reference === undefined) return undefined;
	const [tree] = await treesOf(db, isId ? sql`id = ${idOrReference}` : sql`reference = ${reference}`);
	return tree;
}

/** Every tree of which a record is such, in no order. */
export async function treesOf(db: Handle, such: RawBuilder<unknown>): Promise<Tree[]> {
	const nodes = await db
		.selectFrom("records.record")
		.select(nodeColumns)
		.where(sql<boolean>`head_id in (select head_id from records.record where ${such})`)
		.orderBy("began_at")
		.orderBy("id")
		.execute();
	const links = nodes.length < 2 ? [] : await liveLinks(db, nodes);
	return [...Map.groupBy(nodes, ({ headId }) => headId).values()].flatMap((own) => {
		const ids = new Set(own.map(({ id }) => id));
		return (
			treeFrom(
				own,
				links.filter(({ a }) => ids.has(a)),
			) ?? []
		);
	});
}

async function liveLinks(db: Handle, nodes: readonly Node[]): Promise<Link[]> {
	const ids = nodes.map(({ id }) => id);
	const links = await db
		.selectFrom("records.link")
		.select(linkColumns)
		.where("a", "=", sql<string>`any(${ids}::uuid[])`)
		.where("ended_at", "is", null)
		.orderBy("at")
		.orderBy("id")
		.execute();
	return links.map((link) => ({ ...link, reasons: readReasons(link.reasons) }));
}

/** For each customer all customers of the same tree, itself among them: alone where it was not taken in yet. */
export async function customersWith(db: Handle, customerId: string): Promise<string[]> {
	const rows = await db
		.selectFrom("records.record as one")
		.innerJoin("records.record as other", "other.head_id", "one.head_id")
		.select("other.id")
		.where("one.id", "=", customerId)
		.where("other.source", "=", frontDoor)
		.orderBy("other.began_at")
		.orderBy("other.id")
		.execute();
	return rows.length === 0 ? [customerId] : rows.map(({ id }) => id);
}

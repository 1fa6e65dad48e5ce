import { v7 as newId } from "uuid";
import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { dropAskedTwice } from "../matching/unasked.ts";
import { recordsLinked } from "../events.ts";
import { holdTrees, writeHead } from "./hold.ts";
import type { How, Link, Reason, Tree } from "./link.ts";

/** A customer of more records than this is not made by itself: so many are more often two people than one. */
export const mostByItself = 12;
/** Nobody has more than this; a page could not show them. */
const mostOfAll = 100;

/** `probability`, `weight` and `reasons` of what was compared, and by which model. `why`: needed to merge. */
export type Linking = {
	a: string;
	b: string;
	how: How;
	why: string;
	probability?: number;
	weight?: number;
	reasons?: readonly Reason[];
	modelId?: string;
};

/**
 * Joins the trees of two records. Nothing moves: both go on being found by their ids and references, and ending the link gives
 * back exactly what was. What an officer said is not of one customer is `apart` for all but an officer who merges it, which
 * takes that back. Throws `NotFound` for a record that was never taken in.
 */
export async function linkRecords(tx: Handle, ctx: Context, given: Linking): Promise<Outcome<Link, NotLinked>> {
	const [one, other] = await holdTrees(tx, [given.a, given.b]);
	if (!one || !other) throw new NotFound("There is no such record.");
	return linkTrees(tx, ctx, given, one, other);
}

type NotLinked = "same-tree" | "apart" | "restricted" | "too-many" | "gone";

/** The same with trees that are held already. */
export async function linkTrees(
	tx: Handle,
	ctx: Context,
	given: Linking,
	one: Tree,
	other: Tree,
): Promise<Outcome<Link, NotLinked>> {
	const [a, b] = given.a < given.b ? [given.a, given.b] : [given.b, given.a];
	if (one.head.id === other.head.id) return refuse("same-tree");
	const nodes = [...one.nodes, ...other.nodes];
	if (nodes.some(({ restricted }) => restricted)) return refuse("restricted");
	if (nodes.some(({ id, goneAt }) => (id === a || id === b) && goneAt !== null)) return refuse("gone");
	if (nodes.length > (given.how === "matched" ? mostByItself : mostOfAll)) return refuse("too-many");
	const apart = given.how === "merged" ? await takeBackApart(tx, one, other) : await apartBetween(tx, one, other);
	if (given.how !== "merged" && apart.length > 0) return refuse("apart");
	const link = await insert(tx, ctx, { ...given, a, b });
	const head = await writeHead(
		tx,
		nodes.map(({ id }) => id),
	);
	await dropAskedTwice(tx, head);
	await record(
		tx,
		ctx,
		{
			action: "records.linked",
			subject: { kind: "record", id: head },
			before: { heads: [one.head.id, other.head.id], ...(apart.length > 0 ? { apart } : {}) },
			after: {
				link: link.id,
				how: link.how,
				why: link.why,
				...(given.weight === undefined ? {} : { bits: given.weight }),
			},
		},
		{ event: recordsLinked, subject: head, data: { linkId: link.id, a, b, how: link.how, head } },
	);
	return link;
}

async function insert(tx: Handle, ctx: Context, given: Linking): Promise<Link> {
	const { a, b, how, why, probability = null, weight = null, reasons = [], modelId = null } = given;
	const link = { id: newId(), a, b, how, probability, weight, reasons, why, by: ctx.actor.name, at: ctx.now };
	await tx
		.insertInto("records.link")
		.values({
			id: link.id,
			a,
			b,
			how,
			probability,
			weight,
			reasons: JSON.stringify(reasons),
			model_id: modelId,
			why,
			actor_kind: ctx.actor.kind,
			actor_id: ctx.actor.id,
			actor_name: ctx.actor.name,
			at: ctx.now,
		})
		.execute();
	return link;
}

/** Pairs of two trees' records, of each of which a person said that they are of two customers. */
type Apart = { a: string; b: string; why: string; by: string };

function between(one: Tree, other: Tree) {
	const [ones, others] = [one, other].map(({ nodes }) => nodes.map(({ id }) => id));
	return sql`((a = any(${ones}::uuid[]) and b = any(${others}::uuid[])) or (a = any(${others}::uuid[]) and b = any(${ones}::uuid[])))`;
}

async function apartBetween(tx: Handle, one: Tree, other: Tree): Promise<Apart[]> {
	const { rows } = await sql<Apart>`select a, b, why, actor_name as by from records.apart
		where ${between(one, other)}`.execute(tx);
	return rows;
}

async function takeBackApart(tx: Handle, one: Tree, other: Tree): Promise<Apart[]> {
	const { rows } = await sql<Apart>`delete from records.apart where ${between(one, other)}
		returning a, b, why, actor_name as by`.execute(tx);
	return rows;
}

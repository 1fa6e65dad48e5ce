import { validate as isId } from "uuid";
import { type Customer, customerById } from "../../../modules/customers/index.ts";
import {
	currentLookUp,
	type LookUp,
	lookUpAddress,
	takeIn,
	type Tree,
	treeOf,
} from "../../../modules/records/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { auditReading } from "../../../platform/audit/index.ts";
import { type Answer, redirect } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";

export type Opened = {
	tree: Tree;
	lookUp: LookUp;
	/** Our own record of them, on which what is noted stands; undefined for whom only other systems know. */
	customer: Customer | undefined;
};

/**
 * The customer whose needs or people an officer has open, by the id or reference of any of their records; or where to send them to
 * say why first. Throws `NotFound`.
 */
export async function openFor(ctx: OfficerContext, id: string, next: string): Promise<Opened | { instead: Answer }> {
	const { db } = ctx.house;
	const tree = (await treeOf(db, id)) ?? (isId(id) ? await takeIn(ctx, id) : undefined);
	if (!tree) throw new NotFound("There is no customer with this reference.");
	const lookUp = await currentLookUp(ctx, tree);
	if (!lookUp) return { instead: redirect(lookUpAddress(tree, "", next)) };
	const [own] = tree.customerIds;
	return { tree, lookUp, customer: own === undefined ? undefined : await customerById(db, own) };
}

/** That the officer reads it, in the ledger with its purpose. */
export async function noteReading(ctx: OfficerContext, { tree, lookUp }: Opened, action: string): Promise<void> {
	await auditReading(ctx.house.db, ctx, {
		action,
		subject: { kind: "record", id: tree.head.id },
		after: { lookUp: lookUp.id },
		purpose: lookUp.purpose.id,
	});
}

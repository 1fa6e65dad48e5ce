import { validate as isId } from "uuid";
import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Answer, redirect } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { type LookUp, lookUpAddress, lookUpFor, takeIn, type Tree, treeOf } from "../../../modules/records/index.ts";
import { cards } from "../../../modules/requests/index.ts";

/** A customer's records with the look-up by which an officer has them open. */
export type Opened = { tree: Tree; lookUp: LookUp };

/**
 * Opens a customer for an officer: named by the id or reference of any of their records, or of a request of theirs, for a purpose
 * that was stated or is known from the work in hand. The answer to give instead where the address is not the customer's own
 * (`at` gives it), or the purpose is not known yet. Throws `NotFound`.
 */
export async function openCustomer(
	ctx: OfficerContext,
	typed: string,
	at: (reference: string) => string,
	work = "",
): Promise<Opened | { instead: Answer }> {
	const tree = await treeNamed(ctx, typed);
	const { reference } = tree.head;
	if (typed !== reference) return { instead: redirect(at(reference)) };
	const lookUp = await lookUpFor(ctx, tree, work);
	if (!lookUp) return { instead: redirect(lookUpAddress(tree, work)) };
	return { tree, lookUp };
}

/** That the officer reads what was opened, in the ledger with its purpose. */
export async function noteReading(ctx: OfficerContext, { tree, lookUp }: Opened, action: string): Promise<void> {
	await auditReading(ctx.house.db, ctx, {
		action,
		subject: { kind: "record", id: tree.head.id },
		after: { lookUp: lookUp.id },
		purpose: lookUp.purpose.id,
	});
}

async function treeNamed(ctx: OfficerContext, typed: string): Promise<Tree> {
	const tree = await treeOf(ctx.house.db, typed);
	if (tree) return tree;
	const customerId = isId(typed) ? typed : await askedBy(ctx, typed);
	const taken = customerId === undefined ? undefined : await takeIn(ctx, customerId);
	if (!taken) throw new NotFound("There is no customer with this reference.");
	return taken;
}

async function askedBy(ctx: OfficerContext, typed: string): Promise<string | undefined> {
	return ctx.actor.permissions.has("requests.read") ? cards.whoAsked(ctx, typed) : undefined;
}

import { defineSlot, type OfficerContext } from "../../../platform/context/index.ts";
import type { Tree } from "../links/link.ts";
import { purposeOfWork } from "../purposes/pack.ts";
import type { Purpose } from "../purposes/purpose.ts";
import { mayState } from "../purposes/seen.ts";
import { beginLookUp } from "./begin.ts";
import { currentLookUp, type LookUp } from "./lookUp.ts";

/** A request that an officer has before them. */
export type WorkInHand = { reference: string; customerId: string; service: string; topic: string; team: string };

/** Finds, by its reference, an open request that the officer may read; undefined for any other. */
export type AskWork = (ctx: OfficerContext, reference: string) => Promise<WorkInHand | undefined>;

/** What knows the work of officers; put in place at start-up. Without it a purpose is always asked. */
export const workInHandSlot = defineSlot<AskWork>("the work in hand");

/**
 * The look-up by which the officer sees this customer now. Where `work` is the reference of an open request of this very customer,
 * its purpose is known and nothing is asked. Undefined when the officer must be asked: send them to `lookUpAddress`.
 */
export async function lookUpFor(ctx: OfficerContext, tree: Tree, work?: string): Promise<LookUp | undefined> {
	const current = await currentLookUp(ctx, tree);
	if (work === undefined || work === "" || current?.work === work) return current;
	const known = await purposeInHand(ctx, tree, work);
	if (!known || !mayState(known.purpose, ctx.actor.roles)) return current;
	return beginLookUp(ctx, tree, { purpose: known.purpose, why: "", work: known.inHand });
}

/** What the work in hand says of the purpose; undefined where it is not this customer's, or says nothing. */
export async function purposeInHand(
	ctx: OfficerContext,
	tree: Tree,
	work: string,
): Promise<{ purpose: Purpose; inHand: WorkInHand } | undefined> {
	if (!workInHandSlot.filled(ctx.house)) return undefined;
	const inHand = await workInHandSlot.of(ctx.house)(ctx, work);
	if (!inHand || !tree.customerIds.includes(inHand.customerId)) return undefined;
	const purpose = purposeOfWork(ctx.house, inHand);
	return purpose && { purpose, inHand };
}

/** Where an officer says why they open a customer's record, and then comes to it, or to `next`. */
export function lookUpAddress({ head }: Tree, work = "", next = ""): string {
	const said = Object.entries({ work, next }).filter(([, value]) => value !== "");
	const asked = said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
	return `/desk/customers/${head.reference}/look-ups/new${asked}`;
}

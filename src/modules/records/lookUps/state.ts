import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, type Outcome, refuse, type Refusal } from "../../../platform/refusal/index.ts";
import type { Tree } from "../links/link.ts";
import { purposeOf } from "../purposes/pack.ts";
import type { Purpose } from "../purposes/purpose.ts";
import { mayState } from "../purposes/seen.ts";
import { beginLookUp } from "./begin.ts";
import type { LookUp } from "./lookUp.ts";

const longestWhy = 500;

/**
 * An officer says why they open a customer's records. Refused with `no-purpose` where none was chosen, `no-why` where the purpose
 * asks something that was not answered, `long-why`, and `not-yours`, which is written down, where their roles may not state it.
 */
export async function stateLookUp(
	ctx: OfficerContext,
	tree: Tree,
	said: { purpose: string; why: string },
): Promise<Outcome<LookUp, "no-purpose" | "no-why" | "long-why"> | NotYours> {
	const purpose = purposeOf(ctx.house, said.purpose);
	if (!purpose) return refuse("no-purpose");
	if (!mayState(purpose, ctx.actor.roles)) return refusePurpose(ctx, tree, purpose);
	const why = purpose.asks === undefined ? "" : cleanText(said.why, { max: longestWhy, lines: true });
	if (isRefusal(why)) return refuse("long-why");
	if (purpose.asks !== undefined && why === "") return refuse("no-why");
	return beginLookUp(ctx, tree, { purpose, why });
}

export type NotYours = Refusal<"not-yours", Purpose>;

/** That somebody tried to open a record for what is not theirs to state is written down. */
export async function refusePurpose(
	ctx: OfficerContext,
	tree: Tree,
	purpose: Purpose,
	work?: string,
): Promise<NotYours> {
	await auditReading(ctx.house.db, ctx, {
		action: "look-up.refused",
		subject: { kind: "record", id: tree.head.id },
		purpose: purpose.id,
		...(work === undefined ? {} : { after: { work } }),
	});
	return refuse("not-yours", purpose);
}

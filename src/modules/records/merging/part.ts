import type { OfficerContext } from "../../../platform/context/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { endLink } from "../links/endLink.ts";
import { written } from "../rules/written.ts";

/** Parts a customer in two where a link joined them: "this is not them". What was written meanwhile is listed to be looked through. */
export async function partCustomer(ctx: OfficerContext, linkId: string, typed: string) {
	const why = written(typed);
	if (isRefusal(why)) return why;
	if (why === "") return refuse("why-needed");
	return ctx.house.db.transaction().execute((tx) => endLink(tx, ctx, { id: linkId, why }));
}

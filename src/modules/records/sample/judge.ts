import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import type { Verdict } from "./queries.ts";

/**
 * Says of a look-up that it was in order, that the officer was asked, or that it was not in order. Nobody judges their own, and what
 * was judged stands; one of whom the officer was asked is judged later. Refused with `own`, `no-remark` for all but what is in
 * order, `long`, and `judged` with who was first. Throws `NotFound`.
 */
export async function judgeLookUp(
	ctx: OfficerContext,
	id: string,
	said: { verdict: Verdict; remark: string },
): Promise<Outcome<{ id: string }, "own" | "no-remark" | "long" | "judged">> {
	const remark = cleanText(said.remark, { max: 1000, lines: true });
	if (isRefusal(remark)) return refuse("long");
	return ctx.house.db.transaction().execute(async (tx) => {
		const held = await tx
			.selectFrom("records.look_up")
			.select(["officer_id as officerId", "verdict", "reviewed_by_name as by"])
			.where("id", "=", id)
			.forUpdate()
			.executeTakeFirst();
		if (!held) throw new NotFound();
		if (held.officerId === ctx.actor.id) return refuse("own");
		if (held.verdict !== null && (held.verdict !== "asked" || said.verdict === "asked")) return refuse("judged");
		if (said.verdict !== "in-order" && remark === "") return refuse("no-remark");
		await tx
			.updateTable("records.look_up")
			.set({ verdict: said.verdict, remark, reviewed_at: ctx.now, reviewed_by_name: ctx.actor.name })
			.where("id", "=", id)
			.execute();
		await audit(tx, ctx, {
			action: "look-up.judged",
			subject: { kind: "look-up", id },
			before: { verdict: held.verdict },
			after: { verdict: said.verdict },
		});
		return { id };
	});
}

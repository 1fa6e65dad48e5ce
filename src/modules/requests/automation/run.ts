import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import type { Automation } from "../../services/index.ts";
import { standStill } from "../actions/goOn.ts";
import { type Held, hold } from "../actions/hold.ts";
import { knownBy } from "../rules/filled.ts";
import { byItself } from "../asking/itself.ts";
import type { Errand } from "./errand.ts";
import { mayGoOn, mostSteps, visitOf } from "./rules.ts";
import { take } from "./steps.ts";

/**
 * Does what a service does by itself at a stage: each automation in a transaction of its own, under the request's lock, when
 * the request is still in the same visit of the stage and only if it was not done in that visit before.
 */
export async function runAutomations(ctx: Context, { reference, visit, automations }: Errand): Promise<void> {
	const alone = byItself(ctx);
	for (const id of automations) {
		await ctx.house.db.transaction().execute(async (tx) => {
			const held = await hold(tx, alone, reference);
			const found = held.service.automation.find(({ automation }) => automation.id === id);
			if (!found || !found.applies(knownBy(held.answers, held.happened)) || visitOf(held.happened) !== visit) return;
			if (mayGoOn(held.happened) === "stopped" || !(await isFirst(tx, alone, held, visit, id))) return;
			await doAll(tx, alone, held, found.automation);
		});
	}
}

/** Notes that it is done in this visit; false when it was. */
async function isFirst(tx: Tx, { now }: Context, held: Held, visit: string, id: string): Promise<boolean> {
	const { rows } = await sql`insert into requests.automation_run (visit, automation, request_id, at)
		values (${visit}, ${id}, ${held.id}, ${now}) on conflict do nothing returning visit`.execute(tx);
	return rows.length > 0;
}

/** Step after step, until one cannot be made. What was done before it stays, and an officer is asked to look. */
async function doAll(tx: Tx, ctx: Context, began: Held, automation: Automation): Promise<void> {
	let held = began;
	for (const step of automation.do) {
		const obstacle =
			mayGoOn(held.happened) === "on"
				? await take(tx, ctx, held, step, automation.because)
				: `${mostSteps} things happened by themselves and nobody looked, so it stops here`;
		// Each step leaves another revision, from which the next begins.
		held = await hold(tx, ctx, held.reference);
		if (obstacle === undefined) continue;
		return standStill(tx, ctx, held, `${automation.because}. ${obstacle}.`, { automation: automation.id });
	}
}

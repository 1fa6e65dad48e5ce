import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { addJob } from "../../../platform/jobs/index.ts";
import { dueAfter } from "../../services/index.ts";
import type { Arrival } from "../actions/arrive.ts";
import { errand } from "./errand.ts";

/**
 * Adds the jobs of what happens by itself at a stage, in the transaction that brings the request there: one for all that
 * happens at once, and one for each that waits.
 */
export async function schedule(tx: Handle, ctx: Context, arrival: Arrival): Promise<void> {
	const { reference, service, stage, answers, entryId: visit } = arrival;
	const due = service.automation.filter(({ automation, applies }) => automation.on === stage.id && applies(answers));
	const atOnce = due.filter(({ automation }) => automation.after === undefined).map(({ automation }) => automation.id);
	if (atOnce.length > 0) await addJob(tx, errand, { reference, visit, automations: atOnce });
	for (const { automation } of due) {
		const { id, after } = automation;
		if (after === undefined) continue;
		await addJob(tx, errand, { reference, visit, automations: [id] }, { runAt: dueAfter(ctx.now, after) });
	}
}

import { configSlot } from "../../../platform/config/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { sendMessage } from "../../messages/index.ts";
import type { RiskRule, Service } from "../../services/index.ts";
import { teams } from "../../staff/index.ts";

/**
 * Writes to the teams that act on a risk, in the transaction that receives the request: a warning must not wait for another
 * job. It says where to look, and nothing of who or what.
 */
export async function tellOfRisks(
	tx: Handle,
	ctx: Context,
	{ id, reference }: { id: string; reference: string },
	service: Service,
	risks: readonly RiskRule[],
): Promise<void> {
	const { PUBLIC_URL, PORT } = configSlot.of(ctx.house);
	const link = new URL(`/desk/requests/${reference}`, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
	for (const { id: risk, name, tell } of risks) {
		const team = teams(ctx.house).find((one) => one.id === tell?.team);
		if (!tell || !team?.email) continue;
		await sendMessage(tx, ctx, {
			template: "risk-noticed",
			variables: { reference, service: service.definition.name, team: team.name, words: `${name}. ${tell.does}`, link },
			to: { name: team.name, email: team.email },
			about: { kind: "request", id, name: reference },
			confidential: service.definition.confidential,
			// A night of storms, or somebody's false alarms, must not keep back the one that is true.
			toOurselves: true,
			occasion: `${id}:risk:${risk}`,
		});
	}
}

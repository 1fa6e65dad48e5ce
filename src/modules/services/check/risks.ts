import { didYouMean, type Fault } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";
import type { RiskRule } from "../risks/pack.ts";

/** Risks that a definition names and the pack does not have. */
export function riskFaults({ form }: Definition, rules: readonly RiskRule[]): Fault[] {
	const ids = rules.map(({ id }) => id);
	return form.risks.flatMap(({ risk }, at): Fault[] =>
		ids.includes(risk)
			? []
			: [
					{
						path: ["form", "risks", at, "risk"],
						sentence: `It names the risk "${risk}", which risks.yaml does not have.${didYouMean(risk, ids)}`,
					},
				],
	);
}

/** What risks.yaml names and the rest of the pack does not have. Paths begin at the list. */
export function ruleFaults(
	rules: readonly RiskRule[],
	{ teams, services }: { teams: readonly string[]; services: readonly string[] },
): Fault[] {
	return rules.flatMap(({ tell, offer }, at) => [
		...(tell && !teams.includes(tell.team)
			? [{ path: [at, "tell", "team"], sentence: `It names the team "${tell.team}", which teams.yaml does not have.` }]
			: []),
		...(offer !== undefined && !services.includes(offer)
			? [{ path: [at, "offer"], sentence: `It offers the service "${offer}", which the pack does not have.` }]
			: []),
	]);
}

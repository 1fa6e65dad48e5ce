import type { House } from "../../../platform/context/index.ts";
import { type PartFault, within } from "../../../platform/module/index.ts";
import { messagesPart } from "../../messages/index.ts";
import { purposesPart } from "../../records/index.ts";
import { rolesPart, teamsPart } from "../../staff/index.ts";
import { servicesPart, topicsPart } from "../pack.ts";
import { contradictions } from "../service.ts";
import { wardsPart } from "../../places/index.ts";
import { areaFaults } from "./wards.ts";
import { risksPart } from "../risks/pack.ts";
import { plainer } from "./advice.ts";
import { riskFaults, ruleFaults } from "./risks.ts";
import { strangers } from "./strangers.ts";
import { synonymsPart } from "../search/pack.ts";
import { sharedNumbers, synonymFaults } from "./synonyms.ts";
import { workFaults } from "./work.ts";

/** What is wrong with the services of the pack, beyond the shape of each. */
export function serviceFaults(house: House): PartFault[] {
	if (!servicesPart.filled(house)) return [];
	const definitions = servicesPart.of(house);
	const known = {
		topic: topicsPart.filled(house) ? topicsPart.of(house).map(({ id }) => id) : undefined,
		team: teamsPart.filled(house) ? teamsPart.of(house).map(({ id }) => id) : undefined,
		role: rolesPart.filled(house) ? Object.keys(rolesPart.of(house)) : undefined,
		message: messagesPart.filled(house) ? Object.keys(messagesPart.of(house).templates) : undefined,
	};
	const wards = wardsPart.filled(house) ? wardsPart.of(house) : undefined;
	const area = wards && {
		wards: wards.map(({ name }) => name),
		localities: wards.flatMap((one) => one.locality ?? []),
	};
	const faults = [
		...definitions.flatMap((definition, at) => within([at], contradictions(definition))),
		...strangers(definitions, known),
		...(area ? definitions.flatMap((definition, at) => within([at], areaFaults(definition, area))) : []),
	];
	const rules = risksPart.of(house);
	const ids = { teams: known.team ?? [], services: definitions.map(({ id }) => id) };
	return [
		...[...faults, ...definitions.flatMap((one, at) => within([at], riskFaults(one, rules)))].map((fault) => ({
			...fault,
			part: servicesPart,
		})),
		...ruleFaults(rules, ids).map((fault) => ({ ...fault, part: risksPart })),
		...(purposesPart.filled(house)
			? workFaults(purposesPart.of(house), [...(known.topic ?? []), ...ids.services])
			: []
		).map((fault) => ({ ...fault, part: purposesPart })),
		...(synonymsPart.filled(house) ? synonymFaults(synonymsPart.of(house), ids.services) : []).map((fault) => ({
			...fault,
			part: synonymsPart,
		})),
	];
}

/** Where its words for customers could be plainer. */
export function serviceAdvice(house: House): PartFault[] {
	if (!servicesPart.filled(house)) return [];
	const definitions = servicesPart.of(house);
	const plain = definitions.flatMap((definition, at) => within([at], plainer(definition)));
	const advice = [...plain, ...sharedNumbers(definitions)];
	return advice.map((fault) => ({ ...fault, part: servicesPart }));
}

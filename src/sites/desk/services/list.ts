import type { OfficerContext } from "../../../platform/context/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { inventory, promisesOf, services } from "../../../modules/services/index.ts";
import { verbs } from "../../public/services/words.ts";
import { type Asked, holdsWords } from "./asked.ts";
import { type Counts, countsOf } from "./counts.ts";

/** A service as the list shows it. */
export type ServiceRow = Counts & {
	readonly id: string;
	readonly name: string;
	readonly topic: string;
	readonly verb: string;
	readonly owner: string;
	readonly tier: number;
	readonly promises: readonly string[];
	readonly version: number;
};

/** The services that were asked for, by name, with how much each is used. */
export async function serviceRows(ctx: OfficerContext, asked: Asked): Promise<ServiceRow[]> {
	const { house, now } = ctx;
	const counts = await countsOf(ctx);
	const wanted = services(house).filter(({ definition }) => {
		const { name, id, summary, keywords, topic, verb, owner, tier } = definition;
		return (
			holdsWords(asked.q, [name, id, summary, ...keywords, definition["process-owner"] ?? null]) &&
			(asked.topic === "" || asked.topic === topic) &&
			(asked.verb === "" || asked.verb === verb) &&
			(asked.team === "" || asked.team === owner) &&
			(asked.tier === "" || asked.tier === String(tier))
		);
	});
	return wanted.map((service) => {
		const { id, version, definition } = service;
		return {
			id,
			version,
			name: definition.name,
			topic: inventory.topicOf(house, definition),
			verb: verbs.find((one) => one.id === definition.verb)?.name ?? definition.verb,
			owner: inventory.ownerOf(house, definition).name,
			tier: definition.tier,
			promises: [...new Set(promisesOf(service, londonDate(now)).map(({ span }) => span))],
			...(counts.get(id) ?? { open: 0, lately: 0 }),
		};
	});
}

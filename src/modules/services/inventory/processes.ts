import type { House } from "../../../platform/context/index.ts";
import { services } from "../catalogue.ts";
import { promisesOf } from "../clocks.ts";
import type { Definition } from "../definition.ts";
import type { Service } from "../service.ts";
import { ownerOf, topicOf } from "./named.ts";

/**
 * One line of the process inventory: a service of the council as it is done now. `version` counts its published definitions,
 * `verification` is 0 to 3 (see the language), `tier` 0 to 3, `kept` years after closing; what a definition does not say is null.
 */
export type Process = {
	readonly service: string;
	readonly name: string;
	readonly summary: string;
	readonly topic: { readonly id: string; readonly name: string };
	readonly verb: Definition["verb"];
	readonly audience: readonly string[];
	readonly channels: readonly string[];
	readonly version: number;
	readonly tier: number;
	readonly owner: { readonly team: string; readonly name: string };
	readonly processOwner: string | null;
	readonly statutory: boolean;
	readonly law: string | null;
	readonly lgsl: number | null;
	readonly verification: number;
	readonly systems: readonly string[];
	readonly public: boolean;
	readonly confidential: boolean;
	readonly promises: readonly { readonly words: string; readonly span: string; readonly law: string | null }[];
	readonly stages: readonly string[];
	readonly tasks: readonly string[];
	readonly byItself: readonly string[];
	readonly outcomes: readonly string[];
	readonly fee: readonly string[];
	readonly purpose: string;
	readonly basis: string;
	readonly kept: number;
};

/** Every process of the council, by name, with the promises in force on a day (`YYYY-MM-DD`). */
export function processInventory(house: House, day: string): Process[] {
	return services(house).map((service) => processOf(house, service, day));
}

function processOf(house: House, service: Service, day: string): Process {
	const { definition, id, version } = service;
	const { name, summary, verb, audience, channels, tier, statutory, verification, systems, privacy } = definition;
	return {
		service: id,
		name,
		summary,
		topic: { id: definition.topic, name: topicOf(house, definition) },
		verb,
		audience,
		channels,
		version,
		tier,
		owner: ownerOf(house, definition),
		processOwner: definition["process-owner"] ?? null,
		statutory,
		law: definition.law ?? null,
		lgsl: definition.lgsl ?? null,
		verification,
		systems,
		public: definition.public,
		confidential: definition.confidential,
		promises: promisesOf(service, day),
		stages: definition.stages.map((stage) => stage.name),
		tasks: definition.tasks.map((task) => task.name),
		byItself: definition.automation.map(({ because }) => because),
		outcomes: definition.outcomes.map((outcome) => outcome.name),
		fee: definition.fee?.items.map((item) => item.name) ?? [],
		purpose: privacy.purpose,
		basis: privacy.basis,
		kept: privacy.kept.years,
	};
}

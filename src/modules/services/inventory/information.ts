import type { House } from "../../../platform/context/index.ts";
import { type Kind, mustBeAnswered } from "../../forms/index.ts";
import { services } from "../catalogue.ts";
import { promisesOf } from "../clocks.ts";
import type { Service } from "../service.ts";
import { type Answerer, questionsOf } from "./asked.ts";
import { kindWords } from "./kinds.ts";
import { ownerOf } from "./named.ts";

/**
 * One line of the information map: something a service asks, why, by what right, and how long it is kept. `of` says who
 * answers; `special` is the condition relied on when the service takes special categories of data (UK GDPR article 9), `kept` is
 * years after closing. What a definition does not say is null. It holds no answer of anybody.
 */
export type Information = {
	readonly service: string;
	readonly serviceName: string;
	readonly question: string;
	readonly ask: string;
	readonly kind: Kind;
	readonly kindWords: string;
	readonly of: Answerer;
	readonly where: string;
	readonly when: string | null;
	readonly needed: boolean;
	readonly why: string;
	readonly sealed: boolean;
	readonly confidential: boolean;
	readonly purpose: string;
	readonly basis: string;
	readonly law: string | null;
	readonly special: string | null;
	readonly shared: readonly string[];
	readonly kept: number;
	readonly keptBecause: string;
	readonly owner: { readonly team: string; readonly name: string };
	readonly processOwner: string | null;
	readonly systems: readonly string[];
	readonly tier: number;
	readonly clocks: readonly string[];
};

/** What every service of the council asks, by service in the order it is asked, with the clocks of a day (`YYYY-MM-DD`). */
export function informationMap(house: House, day: string): Information[] {
	return services(house).flatMap((service) => informationOf(house, service, day));
}

function informationOf(house: House, service: Service, day: string): Information[] {
	const { definition, id } = service;
	const { privacy, confidential, tier, systems } = definition;
	const common = {
		service: id,
		serviceName: definition.name,
		confidential,
		purpose: privacy.purpose,
		basis: privacy.basis,
		law: privacy.law ?? definition.law ?? null,
		special: privacy.condition ?? null,
		shared: privacy.shared,
		kept: privacy.kept.years,
		keptBecause: privacy.kept.because,
		owner: ownerOf(house, definition),
		processOwner: definition["process-owner"] ?? null,
		systems,
		tier,
		clocks: [...new Set(promisesOf(service, day).map(({ span }) => span))],
	};
	return questionsOf(service)
		.filter(({ question }) => question.kind !== "information")
		.map(({ question, of, where, when }) => ({
			...common,
			question: question.id,
			ask: question.ask,
			kind: question.kind,
			kindWords: kindWords[question.kind],
			of,
			where,
			when: when ?? null,
			needed: mustBeAnswered(question),
			why: question.why,
			sealed: question.sealed,
		}));
}

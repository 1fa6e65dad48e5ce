import type { House } from "../../platform/context/index.ts";
import type { Answers } from "../forms/index.ts";
import { surroundings } from "./around.ts";
import { routeFor } from "./routing.ts";
import type { Service } from "./service.ts";

/** A request as it came. `ward` is a code. */
export type Came = {
	readonly reference: string;
	readonly service: string;
	readonly team: string;
	readonly tier: number;
	readonly answers: Answers;
	readonly ward: string | null;
	readonly receivedAt: Date;
};

/** Requests that went to one place and would go to another, or the same. */
export type Rerouted = {
	readonly service: string;
	readonly from: string;
	readonly to: string;
	readonly count: number;
	/** References of the newest. */
	readonly examples: readonly string[];
};

export type Simulated = {
	readonly moves: readonly Rerouted[];
	/** Questions that routing asks and older requests did not answer, so that it decides without them. */
	readonly unanswered: readonly { service: string; question: string; count: number }[];
};

const examples = 3;

/** Where requests that came would go by these definitions. Changes nothing; a service that is not there is left out. */
export function simulate(house: House, services: ReadonlyMap<string, Service>, requests: readonly Came[]): Simulated {
	const moves = new Map<string, Rerouted>();
	const open = new Map<string, { service: string; question: string; count: number }>();
	for (const came of requests) {
		const service = services.get(came.service);
		if (!service) continue;
		const to = routeFor(service, came.answers, surroundings(house, came.ward, came.receivedAt));
		const move = { service: came.service, from: placeOf(came), to: placeOf(to) };
		const key = Object.values(move).join("\n");
		const held = moves.get(key) ?? { ...move, count: 0, examples: [] };
		const shown = held.examples.length < examples ? [...held.examples, came.reference] : held.examples;
		moves.set(key, { ...held, count: held.count + 1, examples: shown });
		for (const question of askedByRouting(service)) {
			if (came.answers[question] !== undefined) continue;
			const known = open.get(`${came.service} ${question}`) ?? { service: came.service, question, count: 0 };
			open.set(`${came.service} ${question}`, { ...known, count: known.count + 1 });
		}
	}
	const byCount = (a: { count: number }, b: { count: number }) => b.count - a.count;
	return { moves: [...moves.values()].sort(byCount), unanswered: [...open.values()].sort(byCount) };
}

function placeOf({ team, tier }: { team: string; tier: number }): string {
	return `${team}, tier ${tier}`;
}

function askedByRouting(service: Service): string[] {
	return [...new Set(service.routes.flatMap(({ applies }) => applies.names))];
}

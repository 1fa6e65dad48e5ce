import type { Answers } from "../forms/index.ts";
import type { Surroundings } from "./around.ts";
import type { Service } from "./service.ts";

/** Where a request goes and why. */
export type Destination = { team: string; tier: number; urgent: boolean; because: string | null };

/** The first route whose condition is true of the answers, the place and the time; the owner when none is. */
export function routeFor(service: Service, answers: Answers, around: Surroundings): Destination {
	const { definition } = service;
	const found = service.routes.find(({ applies }) => applies(answers, around))?.route;
	return {
		team: found?.team ?? definition.owner,
		tier: found?.tier ?? definition.tier,
		urgent: found?.urgent ?? false,
		because: found?.because ?? null,
	};
}

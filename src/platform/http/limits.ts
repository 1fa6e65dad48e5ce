/** How often one address, or one officer, may ask. The numbers rise and fall with the setting RATE_LIMIT. */
import { normalizeIP } from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { Limit } from "./route.ts";
import { TurnedAway } from "./turnedAway.ts";

/** Asks a minute when RATE_LIMIT has its default of 600. */
const most: Record<Limit, number> = { submission: 30, "sign-in": 20 };

export function limitFor(limit: Limit | undefined, rateLimit: number): number {
	return limit === undefined ? rateLimit : Math.ceil((most[limit] * rateLimit) / 600);
}

/** A council's officers share one address, so each is counted alone; for others a home's IPv6 network counts as one. */
function whoAsks(request: FastifyRequest): string {
	return request.officer?.id ?? normalizeIP(request.ip, 64);
}

const none = { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false } as const;

export function limitOptions(rateLimit: number) {
	return {
		max: rateLimit,
		timeWindow: 60_000,
		cache: 20_000,
		keyGenerator: whoAsks,
		errorResponseBuilder: () => new TurnedAway(429),
		addHeadersOnExceeding: none,
		addHeaders: { ...none, "retry-after": true },
	};
}

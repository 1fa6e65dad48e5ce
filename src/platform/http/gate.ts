/** Who asks, before anything of what they sent is read. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { officerCookie } from "../auth/cookie.ts";
import type { OfficerActor } from "../context/index.ts";
import type { Route } from "./route.ts";
import { TurnedAway } from "./turnedAway.ts";
import { cookieName, type CookieRules } from "./visit.ts";

export type ResolveOfficer = (token: string, now: Date) => Promise<OfficerActor | undefined>;

export type GateParts = { resolveOfficer: ResolveOfficer; cookies: CookieRules };

/** Whether a route wants to know which officer asks. */
export function knowsOfficers(door: Route): boolean {
	return door.site === "desk" || door.may !== "anyone";
}

/**
 * Finds the officer by the session cookie and turns away who may not use the route: a page not signed in for leads to the
 * sign-in page and back; a form is refused, because sending it on would lose it.
 */
export async function passGate(parts: GateParts, door: Route, request: FastifyRequest, reply: FastifyReply) {
	request.now = new Date();
	const token = request.cookies[cookieName(officerCookie, parts.cookies)];
	const officer = token === undefined ? undefined : await parts.resolveOfficer(token, request.now);
	request.officer = officer ?? null;
	if (door.may === "anyone") return;
	if (!officer) {
		if (request.method === "POST") throw new TurnedAway(403, { because: "signed-out" });
		return reply
			.header("cache-control", "no-store")
			.redirect(`/desk/sign-in?next=${encodeURIComponent(request.url)}`, 302);
	}
	if (door.may !== "officer" && !officer.permissions.has(door.may))
		throw new TurnedAway(403, { because: "not-allowed" });
}

/** A browser says when a form was sent from another site; older ones do not say, and the token is checked in any case. */
export function fromElsewhere(request: FastifyRequest): boolean {
	const site = request.headers["sec-fetch-site"];
	return site === "cross-site" || site === "same-site";
}

/** The one place where an error becomes an answer. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { House } from "../context/index.ts";
import { page } from "./answer.ts";
import { contextOf } from "./doors.ts";
import { describeError } from "../log/index.ts";
import { pathOf } from "./request.ts";
import type { Route, Site, Trouble } from "./route.ts";
import { send } from "./send.ts";
import { shellsSlot } from "./shell.ts";
import { troubleOf } from "./trouble.ts";
import { type CookieRules, PageVisit } from "./visit.ts";
import { bareTrouble } from "./words.ts";

type Scene = { site: Site; trouble: Route["trouble"] };

export type TurnAwayParts = { house: House; cookies: CookieRules; sceneOf: (path: string) => Scene };

/** Answers an error in the words of the route, or else of the site it happened on. */
export function turnAway(parts: TurnAwayParts, error: unknown, request: FastifyRequest, reply: FastifyReply) {
	const trouble: Trouble = { ...troubleOf(error), correlation: request.id };
	if (trouble.status === 500) {
		// When the sender hung up in the middle, what failed is often only that.
		const gone = request.raw.destroyed && !request.raw.complete;
		request.log[gone ? "warn" : "error"](
			{
				correlation: request.id,
				route: request.routeOptions.url ?? "none",
				err: error,
			},
			"failed",
		);
	}
	if (trouble.status === 503) reply.header("retry-after", "10");
	const door = request.routeOptions.config?.door;
	const scene = door ? { site: door.site, trouble: door.trouble } : parts.sceneOf(pathOf(request.url));
	const ctx = contextOf(parts.house, request);
	try {
		const visit = new PageVisit(request, reply, parts.cookies);
		return send(reply, request, ctx, scene.site, answerFor(scene, ctx, trouble, request.url), visit);
	} catch (second) {
		request.log.error({ correlation: request.id, err: describeError(second) }, "failed to say so");
		return reply
			.code(trouble.status)
			.header("cache-control", "no-store")
			.type("text/html; charset=utf-8")
			.send(bareTrouble(trouble).text);
	}
}

function answerFor({ site, trouble: own }: Scene, ctx: ReturnType<typeof contextOf>, trouble: Trouble, url: string) {
	if (own) return own(trouble, url);
	if (site === "api") {
		return {
			kind: "body" as const,
			status: trouble.status,
			type: "application/json; charset=utf-8",
			body: JSON.stringify({ status: trouble.status, problems: trouble.problems, correlation: trouble.correlation }),
		};
	}
	return page({ ...shellsSlot.of(ctx.house)[site].trouble(ctx, trouble), status: trouble.status });
}

/** Where an address that no route takes belongs: to the site, and the words, of the routes that begin as it does. */
export function scenes(routes: readonly Route[]): (path: string) => Scene {
	const known = new Map<string, Scene>();
	for (const { path, site, trouble } of routes) {
		const start = firstOf(path);
		const before = known.get(start);
		if (!before || (!before.trouble && trouble)) known.set(start, { site, trouble });
	}
	return (path) => known.get(firstOf(path)) ?? { site: "public", trouble: undefined };
}

function firstOf(path: string): string {
	return path.split("/", 2)[1] ?? "";
}

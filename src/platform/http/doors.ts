/** Each route of the modules becomes one of the web server's, with only the checks it needs. */
import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from "fastify";
import { type Context, type House, visitor } from "../context/index.ts";
import { NotFound } from "../refusal/index.ts";
import { fromElsewhere, type GateParts, knowsOfficers, passGate } from "./gate.ts";
import { limitFor } from "./limits.ts";
import { oddParameter, parseForm, plainValue } from "./parse.ts";
import { receiveForm, type Receiving } from "./receive.ts";
import { queryOf } from "./request.ts";
import type { Route, Takes } from "./route.ts";
import { send } from "./send.ts";
import { TurnedAway } from "./turnedAway.ts";
import { PageVisit } from "./visit.ts";

export type DoorParts = GateParts & { house: House; rateLimit: number; uploadsFolder: string };

/** Registers the routes in `app`. */
export function openDoors(app: FastifyInstance, parts: DoorParts, routes: readonly Route[]): void {
	for (const door of routes) app.route(options(app, parts, door));
}

/** Registers a plain refusal for the methods that a known path does not take, whoever answers the others. */
export function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
	for (const [path, methods] of byPath(routes)) {
		const allowed = [...methods].flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]));
		app.route({
			method: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].filter((method) => !methods.has(method)),
			url: path,
			exposeHeadRoute: !methods.has("GET"),
			onRequest: async (_request, reply) => {
				reply.header("allow", allowed.join(", "));
				throw new TurnedAway(405);
			},
			handler: () => {},
		});
	}
}

function options(app: FastifyInstance, parts: DoorParts, door: Route): RouteOptions {
	const { files } = door;
	const posted = door.method === "POST";
	const checked = posted && !door.crossSite;
	return {
		method: door.method,
		url: door.path,
		config: { door, ...(door.limit ? { rateLimit: { max: limitFor(door.limit, parts.rateLimit) } } : {}) },
		onRequest: [
			...(knowsOfficers(door)
				? [(request: FastifyRequest, reply: FastifyReply) => passGate(parts, door, request, reply)]
				: []),
			...(checked ? [refuseElsewhere] : []),
		],
		preValidation: files ? (request, reply) => receiveForm(request, reply, receiving(parts, request, files)) : [],
		preHandler: checked ? app.csrfProtection : [],
		handler: (request, reply) => handle(parts, door, request, reply),
	};
}

function receiving({ house, uploadsFolder: folder }: DoorParts, request: FastifyRequest, takes: Takes): Receiving {
	return { folder, takes, refuses: async (fields) => takes.refuses?.(contextOf(house, request), fields) };
}

async function refuseElsewhere(request: FastifyRequest): Promise<void> {
	if (fromElsewhere(request)) throw new TurnedAway(403, { because: "form" });
}

function handle(parts: DoorParts, door: Route, request: FastifyRequest, reply: FastifyReply) {
	if (oddParameter(request.params)) throw new NotFound();
	const ctx = contextOf(parts.house, request);
	const visit = new PageVisit(request, reply, parts.cookies);
	const form = door.method === "POST" ? plainValue(request.body ?? {}) : {};
	const raw = {
		params: request.params,
		query: parseForm(queryOf(request.url)),
		form,
		files: request.uploads ?? [],
		visit,
	};
	const answering = door.run(ctx, raw);
	if (!(answering instanceof Promise)) return send(reply, request, ctx, door.site, answering, visit);
	request.handling = answering;
	return answering.then((answer) => send(reply, request, ctx, door.site, answer, visit));
}

export function contextOf(house: House, request: FastifyRequest): Context {
	request.now ??= new Date();
	return { house, actor: request.officer ?? visitor, now: request.now, correlation: request.id };
}

const ownCorrelation = /^[A-Za-z0-9-]{8,64}$/;

/** The caller's own name for the request, when it is one that can safely stand in a log; otherwise a new one. */
export function correlationOf(given: string | string[] | undefined): string {
	return typeof given === "string" && ownCorrelation.test(given) ? given : randomUUID();
}

function byPath(routes: readonly Route[]): Map<string, Set<string>> {
	const paths = new Map<string, Set<string>>();
	for (const { path, method } of routes) paths.set(path, (paths.get(path) ?? new Set()).add(method));
	return paths;
}

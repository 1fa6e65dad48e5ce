import { constants } from "node:zlib";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import csrf from "@fastify/csrf-protection";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import statics from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { configSlot } from "../config/index.ts";
import type { House } from "../context/index.ts";
import { NotFound } from "../refusal/index.ts";
import { correlationOf, type DoorParts, openDoors, refuseOtherMethods } from "./doors.ts";
import type { ResolveOfficer } from "./gate.ts";
import { serveHealth } from "./health.ts";
import { limitOptions } from "./limits.ts";
import { logAnswer, type LogLine, logOptions, noRequestLines } from "./logging.ts";
import { localPath } from "./next.ts";
import { parseForm, textOf } from "./parse.ts";
import { formBytes } from "./receive.ts";
import { pathOf, queryOf } from "./request.ts";
import type { Route } from "./route.ts";
import { isHttps, securityHeaders } from "./security.ts";
import { scenes, turnAway } from "./turnAway.ts";
import { TurnedAway } from "./turnedAway.ts";
import { cookieName } from "./visit.ts";

export type ServerParts = {
	house: House;
	routes: readonly Route[];
	resolveOfficer: ResolveOfficer;
	/** The folder of the built assets, whose names carry a hash of their content. */
	assetsFolder: string;
	/** Where uploads wait while their form is answered; the system's folder for what is temporary when left out. */
	uploadsFolder?: string;
	/** Where log lines go; standard output when left out. */
	logTo?: LogLine;
};

const longestUrl = 4_000;

/**
 * The web server, ready to listen. The configuration and the sites' shells stand in the house. `close()` stops accepting,
 * lets the requests in flight finish, and ends idle connections.
 */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
	const config = configSlot.of(parts.house);
	const cookies = { secure: isHttps(config) };
	const headers = await securityHeaders(config);
	const away = { house: parts.house, cookies, sceneOf: scenes(parts.routes) };

	const app = fastify({
		logger: logOptions(config.LOG_LEVEL, parts.logTo),
		logController: noRequestLines,
		childLoggerFactory: (logger) => logger,
		bodyLimit: formBytes,
		// One proxy: what it adds is the last address. Those before it anybody may have written, to be counted as somebody else.
		trustProxy: config.TRUST_PROXY ? (_address: string, hop: number) => hop === 0 : false,
		requestTimeout: 60_000,
		forceCloseConnections: "idle",
		return503OnClosing: false,
		genReqId: (request) => correlationOf(request.headers["x-request-id"]),
		frameworkErrors: (error, request, reply) => {
			for (const [name, value] of headers) reply.header(name, value);
			reply.header("x-request-id", request.id);
			turnAway(away, error, request, reply);
			logAnswer(request, reply);
		},
		clientErrorHandler: tellClient,
		// Queries are read by the routes' own parser: one that throws here would end the process.
		routerOptions: { maxParamLength: 300, querystringParser: () => ({}) },
	});
	app.decorateRequest("now", null);
	app.decorateRequest("officer", null);
	app.decorateRequest("handling", null);
	app.decorateRequest("personal", false);
	app.decorateRequest("uploads", null);
	app.addHook("onRequest", (request, reply, done) => {
		for (const [name, value] of headers) reply.header(name, value);
		reply.header("x-request-id", request.id);
		done(request.url.length > longestUrl ? new TurnedAway(414) : undefined);
	});
	app.addHook("onResponse", (request, reply, done) => {
		logAnswer(request, reply);
		done();
	});
	const refuse: Refuse = (error, request, reply) => turnAway(away, error, request, reply);
	app.setErrorHandler(refuse);
	app.removeAllContentTypeParsers();

	serveHealth(app, parts.house.db);
	await serveAssets(app, parts.assetsFolder, refuse);
	await app.register((pages) =>
		servePages(pages, parts, { uploadsFolder: tmpdir(), ...parts, cookies, rateLimit: config.RATE_LIMIT }),
	);
	return app;
}

type Refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => unknown;

async function serveAssets(app: FastifyInstance, root: string, refuse: Refuse): Promise<void> {
	await app.register(async (assets) => {
		// Whatever the plugin will not serve is not there, as far as anybody outside can tell.
		assets.setErrorHandler((error, request, reply) =>
			refuse(hiddenFile(error) ? new NotFound() : error, request, reply),
		);
		await assets.register(statics, {
			root,
			prefix: "/assets/",
			index: false,
			dotfiles: "deny",
			preCompressed: true,
			immutable: true,
			maxAge: "365d",
			decorateReply: false,
		});
	});
}

function hiddenFile(error: unknown): boolean {
	return error instanceof Error && "statusCode" in error && Number(error.statusCode) < 500;
}

async function servePages(pages: FastifyInstance, parts: ServerParts, doors: DoorParts): Promise<void> {
	await pages.register(cookie);
	await pages.register(csrf, {
		cookieKey: cookieName("csrf", doors.cookies),
		cookieOpts: { path: "/", httpOnly: true, sameSite: "lax", secure: doors.cookies.secure },
		getToken: tokenIn,
	});
	await pages.register(rateLimit, limitOptions(doors.rateLimit));
	await pages.register(compress, {
		encodings: ["br", "gzip"],
		threshold: 1024,
		// A page of 20 kB takes 0.1 ms at this quality and is a tenth larger than at the usual 4, which takes 0.4 ms.
		brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } },
		zlibOptions: { level: 3 },
		globalDecompression: false,
	});
	await pages.register(formbody, { parser: parseForm });
	pages.addContentTypeParser("application/json", { parseAs: "buffer" }, parseJson(pages));

	const withFiles = parts.routes.filter((door) => door.files);
	const without = parts.routes.filter((door) => !door.files);
	openDoors(pages, doors, without);
	refuseOtherMethods(pages, parts.routes);
	await pages.register(async (receiving) => {
		await receiving.register(multipart, { throwFileSizeLimit: false });
		openDoors(receiving, doors, withFiles);
	});
	pages.setNotFoundHandler({ preHandler: pages.rateLimit() }, (request, reply) => lost(request, reply));
}

/** JSON is for other systems; a page's form that comes as JSON was not made by us. */
function parseJson(pages: FastifyInstance) {
	const parse = pages.getDefaultJsonParser("error", "error");
	return (request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void) => {
		if (!request.routeOptions.config.door?.crossSite) return done(new TurnedAway(415));
		try {
			void parse(request, textOf(body), done);
		} catch (error) {
			done(error instanceof Error ? error : new TurnedAway(400));
		}
	};
}

function tokenIn(request: FastifyRequest): string {
	const { body } = request;
	const token: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "_csrf") : undefined;
	return typeof token === "string" ? token : "";
}

/** `/services/` is `/services`: one page, one address. */
function lost(request: FastifyRequest, reply: FastifyReply) {
	const path = pathOf(request.url);
	// Leading slashes are folded, or `//elsewhere.example/` would send people there.
	const plain = path.replace(/\/+$/, "").replace(/^\/+/, "/");
	const reading = request.method === "GET" || request.method === "HEAD";
	if (!reading || plain === path || !path.endsWith("/") || localPath(plain) === undefined) throw new NotFound();
	const query = queryOf(request.url);
	return reply.redirect(query === "" ? plain : `${plain}?${query}`, 308);
}

/** What is not HTTP at all, or is larger than any honest request's head, gets one line and the connection is closed. */
function tellClient(error: NodeJS.ErrnoException, socket: Socket): void {
	if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) return;
	const [status, text] =
		error.code === "HPE_HEADER_OVERFLOW"
			? ["431 Request Header Fields Too Large", "The web address or the cookies of this request are too long.\n"]
			: error.code === "ERR_HTTP_REQUEST_TIMEOUT"
				? ["408 Request Timeout", "The request took too long to arrive.\n"]
				: ["400 Bad Request", "We could not understand this request.\n"];
	socket.end(
		`HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`,
	);
}

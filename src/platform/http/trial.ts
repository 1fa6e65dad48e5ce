/** A small site with a route of each kind, on a server of its own. */
import { existsSync } from "node:fs";
import { sql } from "kysely";
import { z } from "zod";
import type { House, OfficerActor } from "../context/index.ts";
import { cloneDatabase, type TestDatabase } from "../db/testing.ts";
import { html } from "../html/html.ts";
import { Forbidden, NotFound } from "../refusal/index.ts";
import { body, deskRoute, json, page, redirect, route } from "./index.ts";
import { CookieJar, startTestServer, type TestServer, tokenOn } from "./testing.ts";

export type Trial = { database: TestDatabase; house: House; server: TestServer; close(): Promise<void> };

/** The route `/slow` tells when it has begun, and ends when it may. */
export const slow = { begun: Promise.withResolvers<void>(), mayEnd: Promise.withResolvers<void>() };

const officer: OfficerActor = {
	kind: "officer",
	id: "0190a000-0000-7000-8000-000000000001",
	name: "Asha Patel",
	email: "asha@council.example",
	teams: ["highways"],
	roles: [],
	permissions: new Set(["requests.read"]),
};

const echo = z.record(z.string(), z.unknown());
export const routes = [
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/",
		handle: () => page({ title: "Home", main: html`<h1>Home</h1>` }),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/kept",
		handle: () =>
			page({ title: "Kept", main: html`${"long ".repeat(2000)}`, headers: { "cache-control": "public, max-age=60" } }),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/kept-with-form",
		handle: (_ctx, { visit }) =>
			page({ title: "Form", main: html`${visit.csrf()}`, headers: { "cache-control": "public, max-age=60" } }),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/tagged.txt",
		handle: () => body("text/plain", "The same.", 200, { "cache-control": "public, max-age=60", etag: 'W/"one"' }),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/services/:slug",
		params: z.object({ slug: z.string() }),
		handle: (_ctx, { params }) => json(params),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/search",
		query: echo,
		handle: (_ctx, { query }) => json(query),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/missing",
		handle: () => {
			throw new NotFound();
		},
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/forbidden",
		handle: () => {
			throw new Forbidden();
		},
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/bug",
		handle: () => {
			throw new Error("a bug");
		},
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/wrong-value",
		handle: async (ctx) => json(await sql`select ${"maria@example.org"}::text::uuid`.execute(ctx.house.db)),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/records",
		handle: async (ctx) => json((await sql<{ n: number }>`select 1 as n`.execute(ctx.house.db)).rows[0]),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/slow",
		handle: async () => {
			slow.begun.resolve();
			await slow.mayEnd.promise;
			return json({ done: true });
		},
	}),
	route({
		may: "anyone",
		site: "public",
		method: "GET",
		path: "/form",
		handle: (_ctx, { visit }) =>
			page({ title: "Form", main: html`<input type="hidden" name="_csrf" value="${visit.csrf()}">` }),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "POST",
		path: "/form",
		form: echo,
		handle: (_ctx, { form }) => json(form),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "POST",
		path: "/strict",
		form: z.object({ name: z.string() }),
		handle: () => redirect("/thanks"),
	}),
	route({
		may: "anyone",
		site: "public",
		method: "POST",
		path: "/photos",
		form: echo,
		files: { most: 2, bytes: 1000 },
		handle: (_ctx, { form, files }) => {
			return json({
				form,
				files: files.map(({ field, name, bytes, tooBig, path }) => ({
					field,
					name,
					bytes,
					tooBig,
					there: existsSync(path),
				})),
			});
		},
	}),
	route({
		may: "anyone",
		site: "api",
		crossSite: true,
		method: "POST",
		path: "/api/callback",
		form: echo,
		limit: "submission",
		handle: (_ctx, { form }) => json(form),
	}),
	route({
		may: "anyone",
		site: "api",
		method: "GET",
		path: "/open311/v2/services.json",
		trouble: (trouble) => json([{ code: trouble.status, description: "in this API's own words" }], trouble.status),
		handle: () => body("application/json", "[]"),
	}),
	deskRoute({
		may: "requests.read",
		method: "GET",
		path: "/desk/requests",
		handle: (ctx) => json({ officer: ctx.actor.name, now: ctx.now, correlation: ctx.correlation }),
	}),
	deskRoute({ may: "audit.read", method: "GET", path: "/desk/audit", handle: () => json({}) }),
	deskRoute({
		may: "officer",
		method: "POST",
		path: "/desk/notes",
		form: echo,
		handle: () => redirect("/desk/requests"),
	}),
];

export async function openTrial(): Promise<Trial> {
	const database = await cloneDatabase();
	const house = { db: database.db };
	const server = await startTestServer(house, routes, { LOG_LEVEL: "info" }, async (token) =>
		token === "good" ? officer : undefined,
	);
	const close = async () => {
		await server.close();
		await database.close();
	};
	return { database, house, server, close };
}

export const form = (fields: Record<string, string> | string) => ({
	method: "POST",
	headers: { "content-type": "application/x-www-form-urlencoded" },
	body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
});

/** Opens the form as a browser does, and gives what its submission needs. */
export async function formOpened(server: TestServer): Promise<{ token: string; cookie: string }> {
	const jar = new CookieJar();
	const markup = await jar.keep(await server.ask("/form")).text();
	return { token: tokenOn(markup), cookie: jar.header };
}

/** Sends the form as a browser that has just opened it. */
export async function submit(
	server: TestServer,
	fields: Record<string, string> | string,
	headers: Record<string, string> = {},
) {
	const { token, cookie } = await formOpened(server);
	const text = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
	const init = form(`_csrf=${encodeURIComponent(token)}&${text}`);
	return server.ask("/form", { ...init, headers: { ...init.headers, cookie, ...headers } });
}

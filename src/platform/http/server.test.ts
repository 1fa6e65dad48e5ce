import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { connect as connectSocket } from "node:net";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import type { House, OfficerActor } from "../context/index.ts";
import { cableTo } from "../db/cable.ts";
import { connect } from "../db/connect.ts";
import { cloneDatabase, type TestDatabase } from "../db/testing.ts";
import { html } from "../html/html.ts";
import { Forbidden, NotFound } from "../refusal/index.ts";
import { body, deskRoute, json, page, redirect, route, routesMap } from "./index.ts";
import { CookieJar, startTestServer, type TestServer, tokenOn } from "./testing.ts";

let database: TestDatabase;
let house: House;
let server: TestServer;
let lastUploads: string[] = [];
let signal: (() => void) | undefined;
const open = Promise.withResolvers<void>();

const officer: OfficerActor = {
	kind: "officer",
	id: "0190a000-0000-7000-8000-000000000001",
	name: "Asha Patel",
	email: "asha@council.example",
	teams: ["highways"],
	permissions: new Set(["requests.read"]),
};

const echo = z.record(z.string(), z.unknown());
const routes = [
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
			signal?.();
			await open.promise;
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
			lastUploads = files.map((file) => file.path);
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

before(async () => {
	database = await cloneDatabase();
	house = { db: database.db };
	server = await startTestServer(house, routes, { LOG_LEVEL: "info" }, async (token) =>
		token === "good" ? officer : undefined,
	);
});

after(async () => {
	await server.close();
	await database.close();
});

const form = (fields: Record<string, string> | string) => ({
	method: "POST",
	headers: { "content-type": "application/x-www-form-urlencoded" },
	body: typeof fields === "string" ? fields : new URLSearchParams(fields).toString(),
});

/** Opens the form as a browser does, and gives what its submission needs. */
async function formOpened(): Promise<{ token: string; cookie: string }> {
	const jar = new CookieJar();
	const markup = await jar.keep(await server.ask("/form")).text();
	return { token: tokenOn(markup), cookie: jar.header };
}

async function submit(fields: Record<string, string> | string, headers: Record<string, string> = {}) {
	const { token, cookie } = await formOpened();
	const text = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
	const init = form(`_csrf=${encodeURIComponent(token)}&${text}`);
	return server.ask("/form", { ...init, headers: { ...init.headers, cookie, ...headers } });
}

test("a page carries a policy that lets no script or style run inline, and is kept by no cache", async () => {
	const response = await server.ask("/");
	const policy = response.headers.get("content-security-policy") ?? "";
	assert.equal(response.status, 200);
	assert.match(policy, /default-src 'self'/);
	assert.match(policy, /script-src 'self'(;|$)/);
	assert.match(policy, /object-src 'none'/);
	assert.match(policy, /base-uri 'none'/);
	assert.match(policy, /form-action 'self'(;|$)/);
	assert.match(policy, /frame-ancestors 'none'/);
	assert.doesNotMatch(policy, /unsafe|upgrade-insecure/);
	assert.equal(response.headers.get("strict-transport-security"), null);
	assert.equal(response.headers.get("x-content-type-options"), "nosniff");
	assert.equal(response.headers.get("referrer-policy"), "same-origin");
	assert.equal(response.headers.get("cache-control"), "no-store");
	assert.equal(response.headers.get("x-powered-by"), null);
});

test("under https browsers are told to stay there, and cookies are bound to this host; tiles and the issuer are allowed", async () => {
	const secure = await startTestServer(house, routes, {
		PUBLIC_URL: "https://council.example",
		TILE_URL: "https://{s}.tiles.example/{z}/{x}/{y}.png",
		OPENID_ISSUER: "https://id.example/tenant",
		OPENID_CLIENT_ID: "x",
		OPENID_CLIENT_SECRET: "y",
	});
	const response = await secure.ask("/form");
	await secure.close();
	const policy = response.headers.get("content-security-policy") ?? "";
	assert.match(policy, /upgrade-insecure-requests/);
	assert.match(policy, /img-src 'self' data: blob: https:\/\/\*\.tiles\.example/);
	assert.match(policy, /form-action 'self' https:\/\/id\.example/);
	assert.match(response.headers.get("strict-transport-security") ?? "", /max-age=31536000/);
	assert.match(response.headers.getSetCookie()[0] ?? "", /^__Host-csrf=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/i);
});

test("a page for everyone may be cached, and one that holds somebody's token never is", async () => {
	assert.equal((await server.ask("/kept")).headers.get("cache-control"), "public, max-age=60");
	assert.equal((await server.ask("/kept-with-form")).headers.get("cache-control"), "no-store");
});

test("a long page is compressed and a short one is not", async () => {
	const long = await server.ask("/kept", { headers: { "accept-encoding": "br" } });
	assert.equal(long.headers.get("content-encoding"), "br");
	assert.match(await long.text(), /long long/);
	assert.equal((await server.ask("/", { headers: { "accept-encoding": "br" } })).headers.get("content-encoding"), null);
});

test("built assets are kept for a year and sent as they were compressed beforehand", async () => {
	const response = await server.ask("/assets/site.0a1b2c.css", { headers: { "accept-encoding": "gzip" } });
	assert.equal(response.headers.get("cache-control"), "public, max-age=31536000, immutable");
	assert.match(response.headers.get("content-type") ?? "", /text\/css/);
	assert.equal((await server.ask("/assets/../server.ts")).status, 404);
	assert.equal((await server.ask("/assets/%2e%2e%2fserver.ts")).status, 404);
	assert.equal((await server.ask("/assets/none.css")).status, 404);
});

test("a form is accepted only with the token of the page it came from", async () => {
	const accepted = await submit({ name: "Zoë" });
	assert.equal(accepted.status, 200);
	assert.equal((await accepted.json()).name, "Zoë");

	const without = await server.ask("/form", form({ name: "Zoë" }));
	assert.equal(without.status, 403);
	const words = await without.text();
	assert.match(words, /Nothing was saved/);
	assert.match(words, /Go back in your browser/);

	const { token } = await formOpened();
	const another = await formOpened();
	const init = form({ _csrf: token });
	const mixed = await server.ask("/form", { ...init, headers: { ...init.headers, cookie: another.cookie } });
	assert.equal(mixed.status, 403);
	for (const hostile of ["_csrf[a]=b", "_csrf=a&_csrf=b", "_csrf=%00"]) {
		const refused = form(hostile);
		const response = await server.ask("/form", { ...refused, headers: { ...refused.headers, cookie: another.cookie } });
		assert.equal(response.status, 403, hostile);
	}
});

test("a form that another site sends is refused even with a good token", async () => {
	assert.equal((await submit({ name: "x" }, { "sec-fetch-site": "cross-site" })).status, 403);
	assert.equal((await submit({ name: "x" }, { "sec-fetch-site": "same-origin" })).status, 200);
});

test("other systems post without a token, as forms and as JSON", async () => {
	assert.deepEqual(await (await server.ask("/api/callback", form({ a: "1" }))).json(), { a: "1" });
	const sent = { method: "POST", headers: { "content-type": "application/json" }, body: '{"a":["x\\u0000y"]}' };
	assert.deepEqual(await (await server.ask("/api/callback", sent)).json(), { a: ["xy"] });
	const broken = await server.ask("/api/callback", { ...sent, body: '{"a":' });
	assert.equal(broken.status, 400);
	assert.equal((await broken.json()).status, 400);
	assert.equal((await server.ask("/api/callback", { ...sent, body: '{"__proto__":{"x":1}}' })).status, 400);
});

test("typed text loses control characters and keeps its lines", async () => {
	const response = await submit("text=" + encodeURIComponent("one\r\ntwo\u0000\u0007\u2028three\tfour"));
	assert.equal((await response.json()).text, "one\ntwo\nthree\tfour");
});

test("fields named twice come as a list and bracketed ones as records", async () => {
	const fields = await (await submit("a=1&a=2&b[c]=3&b[d][]=4&__proto__[x]=5&constructor=6")).json();
	assert.deepEqual([fields.a, fields.b], [["1", "2"], { c: "3", d: ["4"] }]);
	assert.equal(Object.hasOwn(fields, "__proto__"), false);
});

test("hostile bodies get a clear page and never a stack trace", async () => {
	const many = Array.from({ length: 600 }, (_, index) => `f${index}=1`).join("&");
	const deep = `a${"[b]".repeat(50)}=1`;
	const cases: [string, number][] = [
		["a=%E0%A4%A", 400],
		["a=%ff%fe", 400],
		["a=%zz", 400],
		[many, 413],
		[deep, 413],
		[`a=${"x".repeat(1_100_000)}`, 413],
	];
	for (const [text, status] of cases) {
		const response = await submit(text);
		const shown = await response.text();
		assert.equal(response.status, status, text.slice(0, 20));
		assert.doesNotMatch(shown, /at .*\.ts|node_modules|Error:/);
		assert.match(shown, /<h1>/);
	}
	const { cookie } = await formOpened();
	for (const type of [
		"text/plain",
		"application/json",
		"application/xml",
		"multipart/form-data; boundary=x",
		"nonsense",
	]) {
		const response = await server.ask("/form", {
			method: "POST",
			headers: { "content-type": type, cookie },
			body: "{}",
		});
		assert.equal(response.status, 415, type);
	}
});

test("input of another shape than the route takes is a 400 that says what was wrong to other systems", async () => {
	const { token, cookie } = await formOpened();
	const init = form({ _csrf: token, other: "x" });
	assert.equal((await server.ask("/strict", { ...init, headers: { ...init.headers, cookie } })).status, 400);
	assert.equal((await server.ask("/search?a=%zz")).status, 400);
	assert.equal((await server.ask("/services/%E0%A4%A")).status, 400);
	assert.equal((await server.ask("/services/a%00b")).status, 404);
	assert.equal((await server.ask(`/services/${"x".repeat(400)}`)).status, 414);
	assert.equal((await server.ask(`/search?a=${"x".repeat(5_000)}`)).status, 414);
});

test("what is not HTTP, or has a huge head, gets one plain line", async () => {
	for (const [text, expected] of [
		["NONSENSE\r\n\r\n", /^HTTP\/1\.1 400 .*could not understand/s],
		[`GET /${"x".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, /^HTTP\/1\.1 431 .*too long/s],
	] as const) {
		const socket = connectSocket(Number(new URL(server.url).port), "127.0.0.1");
		const chunks: Buffer[] = [];
		socket.write(text);
		for await (const chunk of socket) chunks.push(chunk);
		assert.match(Buffer.concat(chunks).toString(), expected);
	}
});

test("HEAD answers as GET does without a body; another method is told which ones there are", async () => {
	const head = await server.ask("/", { method: "HEAD" });
	assert.equal(head.status, 200);
	assert.equal(await head.text(), "");
	assert.match(head.headers.get("content-type") ?? "", /text\/html/);
	const put = await server.ask("/form", { method: "PUT" });
	assert.equal(put.status, 405);
	assert.equal(put.headers.get("allow"), "GET, HEAD, POST");
	assert.equal((await server.ask("/strict")).status, 405);
	assert.equal((await server.ask("/strict", { method: "HEAD" })).status, 405);
});

test("an unknown page is a 404 in the words of the site it would be on, with its headers", async () => {
	const lost = await server.ask("/nowhere");
	assert.equal(lost.status, 404);
	assert.match(await lost.text(), /Page not found/);
	assert.ok(lost.headers.get("content-security-policy"));
	assert.deepEqual(await (await server.ask("/open311/v2/nothing.json")).json(), [
		{ code: 404, description: "in this API's own words" },
	]);
	assert.equal((await server.ask("/missing")).status, 404);
	assert.equal((await server.ask("/forbidden")).status, 403);
});

test("a slash at the end leads to the page without it and never to another host", async () => {
	const folded = await server.ask("/form/?a=1");
	assert.equal(folded.status, 308);
	assert.equal(folded.headers.get("location"), "/form?a=1");
	const { port } = new URL(server.url);
	const socket = connectSocket(Number(port), "127.0.0.1");
	socket.write("GET //elsewhere.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
	let answer = "";
	for await (const chunk of socket) answer += chunk;
	assert.doesNotMatch(answer, /location: \/\//i);
});

test("a bug is a 500 page that names nothing inside, and is logged with the request's correlation", async () => {
	const response = await server.ask("/bug", { headers: { "x-request-id": "from-the-proxy-1" } });
	assert.equal(response.status, 500);
	assert.equal(response.headers.get("x-request-id"), "from-the-proxy-1");
	assert.doesNotMatch(await response.text(), /a bug/);
	const logged = server.lines.filter((line) => line.includes("from-the-proxy-1"));
	assert.ok(logged.some((line) => line.includes("a bug") && line.includes("server.test.ts")));
});

test("a request id that could forge a log line is replaced", async () => {
	for (const given of ["short", "x".repeat(65), "bad id with spaces", 'quo"te-and-more']) {
		const id = (await server.ask("/", { headers: { "x-request-id": given } })).headers.get("x-request-id");
		assert.match(id ?? "", /^[0-9a-f-]{36}$/);
	}
});

test("the log holds patterns and never addresses, queries or values", async () => {
	await server.ask("/services/sally-jones?email=sally%40example.org");
	await server.ask("/wrong-value");
	await server.ask("/nowhere/sally-jones");
	const log = server.lines.filter((line) => !line.includes("Server listening")).join("");
	assert.match(log, /"route":"\/services\/:slug","status":200/);
	assert.match(log, /invalid input syntax for type uuid/);
	assert.doesNotMatch(log, /sally|example\.org|127\.0\.0\.1/);
});

test("a desk page asks who is not signed in to do so, and comes back", async () => {
	const out = await server.ask("/desk/requests?team=highways");
	assert.equal(out.status, 302);
	assert.equal(out.headers.get("location"), "/desk/sign-in?next=%2Fdesk%2Frequests%3Fteam%3Dhighways");
	const posted = await server.ask("/desk/notes", form({ text: "typed at length" }));
	assert.equal(posted.status, 403);
	assert.match(await posted.text(), /signed out/);
	const expired = await server.ask("/desk/requests", { headers: { cookie: "officer=ended" } });
	assert.equal(expired.status, 302);
});

test("an officer sees what their role allows, and the rest is refused", async () => {
	const cookie = "officer=good";
	const shown = await server.ask("/desk/requests", { headers: { cookie } });
	assert.equal(shown.headers.get("cache-control"), "no-store");
	assert.equal((await shown.json()).officer, "Asha Patel");
	assert.equal((await server.ask("/desk/audit", { headers: { cookie } })).status, 403);
});

async function sendFiles(files: [name: string, bytes: number][], fields: Record<string, string> = {}) {
	const { token, cookie } = await formOpened();
	const data = new FormData();
	data.set("_csrf", token);
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	for (const [name, bytes] of files) data.append("photo", new Blob([new Uint8Array(bytes)]), name);
	return server.ask("/photos", { method: "POST", body: data, headers: { cookie } });
}

test("photos come with the form, a too large one is flagged, and nothing stays behind", async () => {
	const response = await sendFiles(
		[
			["bin.jpg", 900],
			["huge.jpg", 5000],
		],
		{ "where[street]": "Linthorpe Road\u0000" },
	);
	assert.equal(response.status, 200);
	const { form: fields, files } = await response.json();
	assert.deepEqual(fields.where, { street: "Linthorpe Road" });
	assert.deepEqual(files, [
		{ field: "photo", name: "bin.jpg", bytes: 900, tooBig: false, there: true },
		{ field: "photo", name: "huge.jpg", bytes: 1000, tooBig: true, there: true },
	]);
	await gone(() => lastUploads.some(existsSync));
});

test("too many files, a form that breaks off, and a missing token are refused and leave nothing", async () => {
	assert.equal(
		(
			await sendFiles([
				["a", 1],
				["b", 1],
				["c", 1],
			])
		).status,
		413,
	);
	assert.equal((await sendFiles(Array.from({ length: 40 }, () => ["a", 1]))).status, 413);
	const { cookie } = await formOpened();
	const headers = { cookie, "content-type": "multipart/form-data; boundary=edge" };
	const cut = await server.ask("/photos", {
		method: "POST",
		headers,
		body: '--edge\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf',
	});
	assert.equal(cut.status, 400);
	const bad = await server.ask("/photos", {
		method: "POST",
		headers: { ...headers, "content-type": "multipart/form-data" },
		body: "x",
	});
	assert.ok(bad.status === 400 || bad.status === 415, String(bad.status));
	const whole = '--edge\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--edge--\r\n';
	assert.equal((await server.ask("/photos", { method: "POST", headers, body: whole })).status, 403);
	await gone(() => uploadFolders() > 0);
});

test("a sender who hangs up in the middle of a photo leaves nothing behind", async () => {
	const socket = connectSocket(Number(new URL(server.url).port), "127.0.0.1");
	const head =
		"POST /photos HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: 100000\r\n\r\n" +
		'--edge\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n' +
		"x".repeat(500);
	await new Promise<void>((done) => socket.write(head, () => done()));
	await until(() => uploadFolders() > 0);
	socket.destroy();
	await gone(() => uploadFolders() > 0);
	assert.equal((await server.ask("/")).status, 200);
});

test("who asks too often is told to wait, and for how long", async () => {
	const limited = await startTestServer(house, routes, { RATE_LIMIT: "40" });
	const codes = [];
	for (let ask = 0; ask < 41; ask++) codes.push((await limited.ask("/")).status);
	const refused = await limited.ask("/");
	assert.deepEqual(
		codes.filter((code) => code !== 200),
		[429],
	);
	assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/);
	assert.match(await refused.text(), /Wait a minute/);
	// 30 × 40 ⁄ 600 submissions a minute.
	const posts = [];
	for (let ask = 0; ask < 3; ask++) posts.push((await limited.ask("/api/callback", form({ a: "1" }))).status);
	await limited.close();
	assert.deepEqual(posts, [200, 200, 429]);
});

test("without the database pages say so plainly, and answer again once it is back", async () => {
	await using cable = await cableTo(database.url);
	const connection = connect(cable.url);
	await using served = await startTestServer({ db: connection.db }, routes);
	assert.equal((await served.ask("/health/ready")).status, 200);
	cable.unplug();
	const ready = await served.ask("/health/ready");
	const shown = await served.ask("/records");
	assert.equal(ready.status, 503);
	assert.equal((await ready.json()).database, "away");
	assert.equal((await served.ask("/health/live")).status, 200);
	assert.equal((await served.ask("/")).status, 200);
	assert.equal(shown.status, 503);
	assert.equal(shown.headers.get("retry-after"), "10");
	assert.match(await shown.text(), /cannot reach our records/);
	cable.plugIn();
	assert.equal((await served.ask("/records")).status, 200);
	await connection.close();
});

test("it is not ready while a job that should have run waits for more than a minute", async () => {
	await sql`select graphile_worker.add_job('late', '{}'::json, run_at => now() - interval '90 seconds')`.execute(
		house.db,
	);
	const late = await server.ask("/health/ready");
	await sql`delete from graphile_worker._private_jobs`.execute(house.db);
	assert.equal(late.status, 503);
	assert.ok((await late.json()).jobLag >= 90);
});

test("closing lets the request in flight finish and takes no new ones", async () => {
	const closing = await startTestServer(house, routes);
	const started = new Promise<void>((done) => {
		signal = done;
	});
	const flight = closing.ask("/slow");
	await started;
	const closed = closing.close();
	open.resolve();
	assert.deepEqual(await (await flight).json(), { done: true });
	await closed;
	await assert.rejects(closing.ask("/"));
});

test("the map of routes has one aligned line for each", () => {
	const lines = routesMap(routes).trimEnd().split("\n");
	assert.equal(lines.length, routes.length);
	assert.match(routesMap(routes), /^desk +GET +\/desk\/audit +audit\.read$/m);
	assert.match(routesMap(routes), /^public +POST +\/photos +anyone +files 2×0MB$/m);
});

function uploadFolders(): number {
	return readdirSync(server.uploadsFolder).length;
}

async function until(holds: () => boolean): Promise<void> {
	const deadline = Date.now() + 5_000;
	while (!holds()) {
		assert.ok(Date.now() < deadline, "waited for 5 seconds");
		await new Promise((next) => setImmediate(next));
	}
}

const gone = (there: () => boolean) => until(() => !there());

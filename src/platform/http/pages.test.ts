import assert from "node:assert/strict";
import { connect as connectSocket } from "node:net";
import { after, before, test } from "node:test";
import { startTestServer, type TestServer } from "./testing.ts";
import { openTrial, routes, type Trial } from "./trial.ts";

let trial: Trial;
let server: TestServer;

before(async () => {
	trial = await openTrial();
	server = trial.server;
});
after(() => trial.close());

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
	const secure = await startTestServer(trial.house, routes, {
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

test("search engines are kept from a page that holds somebody's token", async () => {
	assert.equal((await server.ask("/kept")).headers.get("x-robots-tag"), null);
	assert.equal((await server.ask("/kept-with-form")).headers.get("x-robots-tag"), "noindex");
});

test("who holds the same version already is told so and sent nothing", async () => {
	for (const held of ['W/"one"', '"one"', '"none", W/"one"', "*"]) {
		const response = await server.ask("/tagged.txt", { headers: { "if-none-match": held } });
		assert.equal(response.status, 304, held);
		assert.equal(response.headers.get("etag"), 'W/"one"');
		assert.equal(await response.text(), "");
	}
	const other = await server.ask("/tagged.txt", { headers: { "if-none-match": '"two"' } });
	assert.equal(other.status, 200);
	assert.equal(await other.text(), "The same.");
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
	for (const hostile of ["//elsewhere.example/", "/\\elsewhere.example/", "//\\elsewhere.example//"]) {
		const socket = connectSocket(Number(port), "127.0.0.1");
		socket.write(`GET ${hostile} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
		let answer = "";
		for await (const chunk of socket) answer += chunk;
		assert.match(answer, /^HTTP\/1.1 (308|404|400)/, hostile);
		assert.doesNotMatch(answer, /location: [\\/][\\/]/i, hostile);
	}
});

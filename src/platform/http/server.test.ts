import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import { cableTo } from "../db/cable.ts";
import { connect } from "../db/connect.ts";
import { body, route, routesMap } from "./index.ts";
import { startTestServer, type TestServer } from "./testing.ts";
import { form, openTrial, routes, slow, type Trial } from "./trial.ts";

let trial: Trial;
let server: TestServer;

before(async () => {
	trial = await openTrial();
	server = trial.server;
});
after(() => trial.close());

test("a bug is a 500 page that names nothing inside, and is logged with the request's correlation", async () => {
	const response = await server.ask("/bug", { headers: { "x-request-id": "from-the-proxy-1" } });
	assert.equal(response.status, 500);
	assert.equal(response.headers.get("x-request-id"), "from-the-proxy-1");
	assert.doesNotMatch(await response.text(), /a bug/);
	const logged = server.lines.filter((line) => line.includes("from-the-proxy-1"));
	assert.ok(logged.some((line) => line.includes("a bug") && line.includes("trial.ts")));
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

test("who asks too often is told to wait, and for how long", async () => {
	const limited = await startTestServer(trial.house, routes, { RATE_LIMIT: "40" });
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

test("behind a proxy nobody escapes the limit by inventing addresses, and its other callers are counted alone", async () => {
	await using limited = await startTestServer(trial.house, routes, { RATE_LIMIT: "2", TRUST_PROXY: "yes" });
	const from = async (address: string) => (await limited.ask("/", { headers: { "x-forwarded-for": address } })).status;
	const codes = [await from("1.1.1.1, 9.9.9.9"), await from("2.2.2.2, 9.9.9.9"), await from("3.3.3.3, 9.9.9.9")];
	assert.deepEqual(codes, [200, 200, 429]);
	assert.equal(await from("9.9.9.9, 8.8.8.8"), 200);
});

test("whoever has a whole IPv6 network is one caller to all that counts", async () => {
	const told = route({
		site: "public",
		method: "GET",
		path: "/whence",
		may: "anyone",
		handle: (_, { visit }) => body("text/plain", visit.address),
	});
	await using server = await startTestServer(trial.house, [told], { TRUST_PROXY: "yes" });
	const from = async (address: string) => {
		const answer = await server.ask("/whence", { headers: { "x-forwarded-for": address } });
		return answer.text();
	};
	assert.equal(await from("2001:db8:1:2::7"), await from("2001:db8:1:2:ffff:ffff:ffff:1"));
	assert.notEqual(await from("2001:db8:1:2::7"), await from("2001:db8:1:3::7"));
	assert.equal(await from("192.0.2.1"), "192.0.2.1");
});

test("without the database pages say so plainly, and answer again once it is back", async () => {
	await using cable = await cableTo(trial.database.url);
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
		trial.house.db,
	);
	const late = await server.ask("/health/ready");
	await sql`delete from graphile_worker._private_jobs`.execute(trial.house.db);
	assert.equal(late.status, 503);
	assert.ok((await late.json()).jobLag >= 90);
});

test("closing lets the request in flight finish and takes no new ones", async () => {
	const closing = await startTestServer(trial.house, routes);
	const flight = closing.ask("/slow");
	await slow.begun.promise;
	const closed = closing.close();
	slow.mayEnd.resolve();
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

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sql } from "kysely";
import type { OfficerActor } from "../context/index.ts";
import { cloneDatabase, type TestDatabase } from "../db/testing.ts";
import { CookieJar, startTestServer, type TestServer, tokenOn } from "../http/testing.ts";
import { jobsModule } from "./index.ts";

const officer = (permissions: OfficerActor["permissions"]): OfficerActor => ({
	kind: "officer",
	id: "0190a000-0000-7000-8000-000000000001",
	name: "Asha Patel",
	email: "asha@council.example",
	teams: [],
	roles: [],
	permissions,
});

let database: TestDatabase;
let server: TestServer;

before(async () => {
	database = await cloneDatabase();
	const reads = officer(new Set(["jobs.read"]));
	const mends = officer(new Set(["jobs.read", "jobs.retry"]));
	server = await startTestServer({ db: database.db }, jobsModule.routes, {}, async (token) =>
		token === "reads" ? reads : token === "mends" ? mends : undefined,
	);
});

after(async () => {
	await server.close();
	await database.close();
});

test("the desk shows what failed for good, and who may can have it tried again", async () => {
	await sql`select graphile_worker.permanently_fail_jobs(
		array[(graphile_worker.add_job('send a <letter>', '{"to":"secret"}'::json)).id], 'no paper & no ink')`.execute(
		database.db,
	);
	const seen = await (await server.ask("/desk/admin/jobs", { headers: { cookie: "officer=reads" } })).text();
	assert.match(seen, /send a &lt;letter&gt;/);
	assert.match(seen, /no paper &amp; no ink/);
	assert.doesNotMatch(seen, /secret|<form/);

	const jar = new CookieJar();
	jar.set("officer", "mends");
	const page = jar.keep(await server.ask("/desk/admin/jobs", { headers: { cookie: jar.header } }));
	const markup = await page.text();
	const action = /action="([^"]+)"/.exec(markup)?.[1] ?? "";
	const init = {
		method: "POST",
		body: new URLSearchParams({ _csrf: tokenOn(markup) }),
		headers: { cookie: jar.header },
	};
	const retried = await server.ask(action, init);
	assert.equal(retried.status, 303);
	assert.equal((await server.ask(action, init)).status, 404);
	assert.match(
		await (await server.ask("/desk/admin/jobs", { headers: { cookie: jar.header } })).text(),
		/Nothing has failed/,
	);
	const { rows } = await sql`select actor_name from audit.entry where action = 'job.retried'`.execute(database.db);
	assert.deepEqual(rows, [{ actor_name: "Asha Patel" }]);
});

test("who may only look cannot have work tried again, and a number that is no job is not found", async () => {
	const init = { method: "POST", headers: { cookie: "officer=reads" } };
	assert.equal((await server.ask("/desk/admin/jobs/1/retry", init)).status, 403);
	assert.equal((await server.ask("/desk/admin/jobs?before=x", { headers: { cookie: "officer=reads" } })).status, 200);
});

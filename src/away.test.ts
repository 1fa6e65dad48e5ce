/** The database goes away and comes back while the program runs. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { services } from "./modules/services/index.ts";
import { startEmbedded } from "./platform/db/embedded/start.ts";
import { migrate } from "./platform/db/migrate.ts";
import { routes } from "./house.ts";
import { mustBeCalm, nothingIsDue, openProgram, openReport, until } from "./testing.ts";
import { createClient } from "./modules/requests/index.ts";
import { isRefusal } from "./platform/refusal/index.ts";
import { mustBeWhole } from "./whole.testing.ts";

describe("a database that is away", () => {
	it("is a plain page that says so, and when it is back everything goes on without a restart", async () => {
		const folder = mkdtempSync(join(tmpdir(), "front-door-away-"));
		const dataDir = join(folder, "postgres");
		let server = await startEmbedded({ dataDir, durable: false });
		try {
			await migrate(server.url);
			const { url } = server;
			const program = await openProgram(url);
			const client = await createClient(program.ctx(), { name: "An app", works: false });
			if (isRefusal(client)) throw new Error(client.code);
			const report = { ...openReport(program.house), api_key: client.key, email: "ida@mail.example" };
			const send = (visitor = program.visitor()) =>
				visitor.ask("/open311/v2/requests.json", { method: "POST", body: new URLSearchParams(report) });
			const officer = await program.officer();
			const visitor = program.visitor();
			const { link } = await program.request();
			assert.equal((await send()).status, 200);
			assert.equal((await officer.ask("/desk/requests")).status, 200);
			const [service] = services(program.house);
			const form = `/services/${service?.id}/form`;
			assert.equal((await visitor.ask(form)).status, 200);
			await visitor.token();

			// A letter in hand when the database goes is for an officer to decide about; that is told in another test.
			await until("what was sent so far is written to", () => nothingIsDue(program));
			await server.stop();
			for (const [caller, address] of [
				[officer, "/desk/requests"],
				[visitor, link],
			] as const) {
				const answered = await caller.ask(address);
				assert.equal(answered.status, 503, `${address}: ${answered.text.slice(0, 300)}`);
				assert.match(answered.headers.get("retry-after") ?? "", /^\d+$/);
				assert.match(answered.text, /<h1[^>]*>/, "it is a page");
				assert.doesNotMatch(answered.text, /ECONNREFUSED|ENOENT|postgres|node_modules|at async/i, "in plain words");
				assert.ok(answered.ms < 5_000, `${address} took ${answered.ms} ms`);
			}
			for (const { path, method } of routes) {
				if (path.includes(":")) continue;
				const body = new URLSearchParams({
					_csrf: await visitor.token(),
					reference: "AB-1234-5678",
					contact: "a@mail.example",
				});
				const init = method === "POST" ? { method, body } : {};
				for (const caller of [officer, visitor]) {
					const { status, text } = await caller.ask(path, init);
					assert.ok(status < 500 || status === 503, `${method} ${path}: ${status} ${text.slice(0, 300)}`);
				}
			}
			const refused = await send();
			assert.equal(refused.status, 503, refused.text);
			const refusal: unknown = JSON.parse(refused.text);
			assert.ok(Array.isArray(refusal), "programs read it in their own format");
			for (const address of ["/", "/services", "/privacy", "/accessibility", "/health/live", form]) {
				const answered = await program.visitor().ask(address);
				assert.equal(answered.status, 200, `${address}: what needs no database is there`);
				mustBeCalm(answered, address);
			}
			assert.equal((await visitor.ask("/health/ready")).status, 503);

			server = await startEmbedded({ dataDir, durable: false });
			assert.equal(server.url, url, "it is where it was");
			await until("the program is ready again", async () => (await visitor.ask("/health/ready")).status === 200);
			const back = await send();
			assert.equal(back.status, 200, back.text);
			assert.equal((await officer.ask("/desk/requests")).status, 200, "the officer is still signed in");
			assert.equal((await visitor.ask(link)).status, 200);
			const written = async () => {
				const rows = await program.house.db.selectFrom("messages.message").select("status").execute();
				return rows.length === 3 && rows.every(({ status }) => status === "sent");
			};
			await until("the worker goes on, and writes to everyone", written, 40);
			await until("nothing is left to do", () => nothingIsDue(program));
			await mustBeWhole(program.house.db);
			await program.close();
		} finally {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

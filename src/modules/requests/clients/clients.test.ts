import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Answer, Visit } from "../../../platform/http/index.ts";
import { Forbidden, isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { createClient, revokeClient } from "./actions.ts";
import { clientsRoute, newClientRoute, revocationRoute } from "./desk.routes.ts";
import { clientByKey, clients } from "./queries.ts";

const visit: Visit = {
	url: "/",
	address: "127.0.0.1",
	agent: "",
	csrf: () => "token",
	cookie: () => undefined,
	setCookie: () => {},
};

describe("systems that hold a key", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil();
	});
	after(() => council.close());
	const admin = () => council.as("ada", monday, ["clients.manage"]);
	const ask = async (route: typeof clientsRoute, form = {}, params = {}, ctx = admin()): Promise<Answer> =>
		route.run(ctx, { params, query: {}, form, files: [], visit });
	const shown = (answer: Answer) =>
		answer.kind === "page" ? answer.main.text : assert.fail(`it was a ${answer.kind}`);
	const later = (seconds: number) => new Date(monday.getTime() + seconds * 1000);

	it("are given it once, and only its hash is kept", async () => {
		const made = await createClient(admin(), { name: "FixMyStreet", works: false });
		if (isRefusal(made)) return assert.fail(made.code);
		assert.match(made.key, /^fd_[\w-]{43}$/);
		assert.equal((await clientByKey(council.house, made.key, monday))?.name, "FixMyStreet");
		const { rows } = await council.pool.query("select row_to_json(c)::text as row from requests.client c");
		assert.ok(rows.every(({ row }) => !String(row).includes(made.key)));
	});

	it("can have it taken back, in the ledger once", async () => {
		const made = await createClient(admin(), { name: "Old app", works: true });
		if (isRefusal(made)) return assert.fail(made.code);
		await clientByKey(council.house, made.key, monday);
		for (let i = 0; i < 2; i++) await revokeClient(admin(), made.id);
		assert.equal(await clientByKey(council.house, made.key, later(10)), undefined);
		const { rows } = await council.pool.query("select action from audit.entry where subject_id = $1 order by id", [
			made.id,
		]);
		assert.deepEqual(
			rows.map(({ action }) => action),
			["client.created", "client.revoked"],
		);
		await assert.rejects(revokeClient(admin(), "0198f000-0000-7000-8000-000000000001"), NotFound);
	});

	it("are kept at the desk by those who may", async () => {
		const page = shown(await ask(newClientRoute, { name: "<b>Crew</b>", works: "yes" }));
		const key = /fd_[\w-]{43}/.exec(page)?.[0] ?? "";
		assert.ok(!page.includes("<b>Crew"));
		assert.deepEqual((await clientByKey(council.house, key, monday))?.works, true);
		assert.ok(!shown(await ask(clientsRoute)).includes(key));
		const [latest] = await clients(council.db);
		const gone = await ask(revocationRoute, {}, { id: latest?.id });
		assert.equal(gone.kind, "redirect");
		assert.match(shown(await ask(clientsRoute)), /Taken back on/);
		assert.match(shown(await ask(newClientRoute, { name: " " })), /Enter the system&#39;s name/);
		await assert.rejects(ask(clientsRoute, {}, {}, council.as("bob")), Forbidden);
	});
});

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { createClient, type Client } from "../../../modules/requests/index.ts";
import { letSend, type Source, sourcesPart, stopSending } from "../../../modules/sources/index.ts";
import { staffModule, teamsPart } from "../../../modules/staff/index.ts";
import { secretSlot } from "../../../platform/auth/index.ts";
import { systemContext } from "../../../platform/context/index.ts";
import { cloneDatabase } from "../../../platform/db/testing.ts";
import { startTestServer } from "../../../platform/http/testing.ts";
import { testHouse } from "../../../platform/jobs/testing.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { sourcesApi } from "./index.ts";

const field = { columns: [], needed: false, shown: true as const };
const library: Source = {
	id: "library",
	name: "Libraries",
	says: "Who is a member.",
	team: "books",
	kind: "person",
	purpose: "libraries",
	basis: "Public Libraries and Museums Act 1964",
	standing: "declared",
	fresh: 30,
	key: "card",
	flag: false,
	restricted: false,
	fields: [
		{ ...field, id: "card", name: "Card", kind: "text" },
		{ ...field, id: "surname", name: "Surname", kind: "surname" },
		{ ...field, id: "born", name: "Date of birth", kind: "born" },
		{ ...field, id: "owes", name: "Charges", kind: "money" },
		{ ...field, id: "banned", name: "May not borrow", kind: "yes-no" },
	],
};

async function open() {
	const database = await cloneDatabase();
	const house = testHouse(database.db);
	secretSlot.put(house, "a secret of thirty-two characters or more");
	teamsPart.put(house, [{ id: "books", name: "Books", tier: 2 }]);
	sourcesPart.put(house, [library]);
	const ctx = systemContext(house, "test");
	await staffModule.opens?.(ctx);
	const server = await startTestServer(house, sourcesApi.routes);
	const made = await createClient(ctx, { name: "Library system", works: false });
	if (isRefusal(made)) throw new Error(made.code);
	const client: Client = { id: made.id, name: "Library system", works: false };
	const close = async () => {
		await server.close();
		await database.close();
	};
	return { ...database, house, ctx, server, client, key: made.key, close };
}

describe("a source's records from another system", () => {
	let council: Awaited<ReturnType<typeof open>>;
	before(async () => {
		council = await open();
	});
	after(() => council.close());

	async function send(content: object, source = "library", key = council.key) {
		const answer = await fetch(`${council.server.url}/api/sources/${source}/records`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ api_key: key, ...content }),
		});
		const told: unknown = await answer.json();
		return { status: answer.status, told };
	}

	const held = async () =>
		(
			await sql<{ key: string; said: object; gone: boolean }>`select key, said, gone_at is not null as gone
				from sources.record order by key`.execute(council.db)
		).rows;

	it("are taken only from one that may send them", async () => {
		const records = [{ card: "1", surname: "Ox" }];
		assert.equal((await send({ records }, "library", "fd_wrong")).status, 403);
		assert.match(JSON.stringify((await send({ records })).told), /may not send records of “library”/);
		assert.equal((await send({ records }, "gas")).status, 403);
		assert.deepEqual(await held(), []);
		await letSend(council.ctx, "library", council.client);
	});

	it("are taken in, and once however often they are sent", async () => {
		const records = [
			{ card: "1", surname: "Ox", born: "1/2/1980", owes: 2.5, banned: false },
			{ card: 2, surname: "Ray", born: null },
		];
		const first = await send({ records });
		assert.deepEqual(first.told, { source: "library", added: 2, changed: 0, unchanged: 0, gone: 0, errors: [] });
		const again = await send({ records });
		assert.deepEqual(again.told, { source: "library", added: 0, changed: 0, unchanged: 2, gone: 0, errors: [] });
		assert.deepEqual(await held(), [
			{ key: "1", said: { card: "1", surname: "Ox", born: "1980-02-01", owes: "2.50", banned: "no" }, gone: false },
			{ key: "2", said: { card: "2", surname: "Ray" }, gone: false },
		]);
		const { rows } = await sql`select from events.event where name = 'source.imported'`.execute(council.db);
		assert.equal(rows.length, 1);
	});

	it("are told what is wrong with each, and the others are taken", async () => {
		const records = [
			{ surname: "Nobody" },
			{ card: "3", surname: "Fox", born: "31/02/1980", shoe: "9" },
			{ card: "3", surname: "Box" },
			{ card: "1", surname: "Oxley" },
		];
		const { status, told } = await send({ records, gone: ["2", "none"] });
		assert.deepEqual(
			[status, told],
			[
				200,
				{
					source: "library",
					added: 1,
					changed: 1,
					unchanged: 0,
					gone: 1,
					errors: [
						{ record: 0, key: null, says: "It has no card.", left_out: true },
						{
							record: 1,
							key: "3",
							says: "Date of birth: “31/02/1980” is not a date on which somebody could be born.",
							left_out: false,
						},
						{ record: 1, key: "3", says: "There is no field “shoe”.", left_out: false },
						{
							record: 2,
							key: "3",
							says: "It stands in this delivery before, which was taken.",
							left_out: true,
						},
					],
				},
			],
		);
		assert.deepEqual(
			(await held()).map(({ key, gone }) => [key, gone]),
			[
				["1", false],
				["2", true],
				["3", false],
			],
		);
	});

	it("are turned away in words when they are of no such shape, or too many", async () => {
		for (const records of ["x", [1], [{ card: {} }], Array.from({ length: 501 }, () => ({ card: "9" }))]) {
			const { status, told } = await send({ records });
			assert.equal(status, 400);
			assert.match(JSON.stringify(told), /"errors":\["records/);
		}
		assert.deepEqual((await send({})).status, 200);
	});

	it("are taken no longer once that is taken back", async () => {
		for (let twice = 0; twice < 2; twice++) await stopSending(council.ctx, "library", council.client.id);
		assert.equal((await send({ records: [{ card: "7" }] })).status, 403);
	});
});

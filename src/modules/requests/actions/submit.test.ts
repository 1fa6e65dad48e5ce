import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import { hear } from "../../../platform/events/index.ts";
import { requestReceived } from "../events.ts";
import { type Council, monday, openCouncil } from "../testing.ts";
import { submitRequest } from "./submit.ts";

describe("a request that is received", () => {
	let council: Council;
	before(async () => {
		council = await openCouncil([hear(requestReceived, "tells the customer", async () => {})]);
	});
	after(() => council.close());

	const answers = {
		where: { latitude: 54.57, longitude: -1.23, ward: "E05009999", postcode: "TS1 9FT", street: "Elm Road" },
		blocks: "no",
		more: "It fell in the night",
		name: "Zoë Ward",
		email: "Zoe@example.org",
	};
	const submit = (over: Partial<Parameters<typeof submitRequest>[1]> = {}) =>
		submitRequest(council.resident(), { service: council.service, answers, channel: "web", ...over });
	const row = (id: string) =>
		council.db.selectFrom("requests.request").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

	it("goes to the owner with its place, words, customer and promise", async () => {
		const { id, reference, link } = await submit();
		const kept = await row(id);
		assert.match(reference, /^[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
		assert.ok(link.startsWith(`/track/${reference}/`));
		assert.equal(kept.team_id, "trees");
		assert.equal(kept.stage, "new");
		assert.equal(kept.public_stage, "received");
		assert.equal(kept.postcode, "TS1 9FT");
		assert.equal(kept.ward, "E05009999");
		assert.equal(kept.latitude, 54.57);
		assert.equal(kept.description, "It fell in the night");
		assert.deepEqual(kept.answers, answers);
		assert.equal(kept.due_at?.toISOString(), "2026-03-05T23:59:59.000Z");
		assert.ok(kept.customer_id);
	});

	it("goes elsewhere when its answers say so, on another promise", async () => {
		const kept = await row((await submit({ answers: { ...answers, blocks: "yes" } })).id);
		assert.equal(kept.team_id, "roads");
		assert.equal(kept.urgent, true);
		assert.equal(kept.due_at?.getTime(), monday.getTime() + 4 * 3_600_000);
	});

	it("leaves one line of the timeline, one of the ledger, one event, and one job for each listener", async () => {
		const { id } = await submit();
		const { rows } = await council.pool.query(
			`select (select count(*) from requests.entry where request_id = $1) as entries,
				(select count(*) from audit.entry where subject_id = $1::text) as audited,
				(select count(*) from events.event where subject_id = $1::text and name = 'request.received') as events,
				(select count(*) from graphile_worker._private_jobs where payload->'data'->>'requestId' = $1::text) as jobs`,
			[id],
		);
		assert.deepEqual(rows, [{ entries: 1, audited: 1, events: 1, jobs: 1 }]);
	});

	it("sent again by another system is the same request", async () => {
		const id = newId();
		await council.db
			.insertInto("requests.client")
			.values({ id, name: "An app", key_hash: Buffer.alloc(32), created_at: monday })
			.execute();
		const first = await submit({ channel: "open311", client: { id, reference: "A-1" } });
		const again = await submit({ channel: "open311", client: { id, reference: "A-1" } });
		const other = await submit({ channel: "open311", client: { id, reference: "A-2" } });
		assert.deepEqual([again.id, again.link, again.again], [first.id, first.link, true]);
		assert.notEqual(other.id, first.id);
		assert.equal(
			(await Promise.all([1, 2, 3, 4].map(() => submit({ client: { id, reference: "B" } })))).filter(
				(one) => !one.again,
			).length,
			1,
		);
	});

	it("keeps the photos that nothing else kept, and no others", async () => {
		const file = async (kept_at: Date | null) => {
			const id = newId();
			await council.db
				.insertInto("files.file")
				.values({
					id,
					store_key: id,
					name: "tree.jpg",
					media_type: "image/jpeg",
					bytes: 9,
					sha256: Buffer.alloc(32),
					uploaded_at: monday,
					kept_at,
				})
				.execute();
			return id;
		};
		const [mine, another, someoneElses] = [await file(null), await file(null), await file(monday)];
		const photos = [mine, someoneElses, newId()].map((fileId) => ({ fileId, name: "tree.jpg" }));
		const { id } = await submit({ answers: { ...answers, photos }, files: [another, "not a file"] });
		const attached = await council.db
			.selectFrom("requests.attachment")
			.select("file_id")
			.where("request_id", "=", id)
			.execute();
		assert.deepEqual(attached.map((one) => one.file_id).sort(), [mine, another].sort());
	});

	it("may come from nobody and nowhere", async () => {
		const kept = await row((await submit({ answers: { blocks: "no" } })).id);
		assert.equal(kept.customer_id, null);
		assert.equal(kept.latitude, null);
		assert.equal(kept.summary, "Fallen tree");
	});
});

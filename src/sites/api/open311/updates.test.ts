import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Open311, openOpen311, rowsOf } from "./testing.ts";

describe("updates that other systems push", () => {
	let open: Open311;
	let crew: Awaited<ReturnType<Open311["newClient"]>>;
	before(async () => {
		open = await openOpen311();
		crew = await open.newClient(true);
	});
	after(() => open.close());
	const made = async (service_code = "STALL") => {
		const args = { api_key: open.client.key, service_code, ...open.spot };
		const [one] = await rowsOf(await open.post("requests.json", args));
		if (one?.["token"] === undefined) return String(one?.["service_request_id"]);
		const [found] = await rowsOf(await open.get(`tokens/${String(one["token"])}.json`));
		return String(found?.["service_request_id"]);
	};
	let updates = 0;
	const push = async (service_request_id: string, over: Record<string, string> = {}) => {
		const args = {
			api_key: open.client.key,
			service_request_id,
			update_id: `u${++updates}`,
			status: "OPEN",
			updated_datetime: "2026-03-02T09:46:55Z",
			description: "Still there",
			...over,
		};
		const response = await open.post("servicerequestupdates.json", args);
		const [one] = await rowsOf(response);
		return { status: response.status, said: one?.["description"] ?? one?.["update_id"] };
	};
	const kept = (reference: string) =>
		open.database.db
			.selectFrom("requests.request")
			.select(["id", "stage", "outcome"])
			.where("reference", "=", reference)
			.executeTakeFirstOrThrow();
	const entries = async (reference: string) => {
		const { id } = await kept(reference);
		return open.database.db
			.selectFrom("requests.entry")
			.select(["kind", "note"])
			.where("request_id", "=", id)
			.orderBy("revision")
			.execute();
	};

	it("are taken once, and said to exist the second time", async () => {
		const reference = await made();
		assert.deepEqual(await push(reference, { update_id: "CASE-01_14" }), { status: 200, said: "CASE-01_14" });
		assert.deepEqual(await push(reference, { update_id: "CASE-01_14" }), { status: 400, said: "already exists" });
		assert.equal((await entries(reference)).length, 2);
	});

	it("need a key, and say which field is missing or wrong", async () => {
		const reference = await made();
		assert.equal((await push(reference, { api_key: "wrong" })).status, 403);
		for (const [field, value] of [
			["update_id", ""],
			["update_id", "a b"],
			["status", "BETTER"],
			["updated_datetime", "2026-03-02"],
			["service_request_id", ""],
			["media_url", "file:///etc/passwd"],
		] as const) {
			assert.deepEqual(await push(reference, { [field]: value }), { status: 400, said: `Bad request: ${field}` });
		}
		assert.deepEqual(await push("SR-2222-2222"), { status: 400, said: "not found" });
		assert.equal((await entries(reference)).length, 1);
	});

	it("of an app are heard, and of a crew's system move and close the request", async () => {
		const reference = await made();
		await push(reference, { status: "FIXED" });
		assert.equal((await kept(reference)).stage, "received");
		assert.equal(
			(await push(reference, { api_key: crew.key, status: "IN_PROGRESS", description: "On our way" })).status,
			200,
		);
		assert.equal((await kept(reference)).stage, "planned");
		assert.equal((await push(reference, { api_key: crew.key, status: "NO_FURTHER_ACTION" })).status, 200);
		assert.deepEqual([(await kept(reference)).stage, (await kept(reference)).outcome], ["closed", "nothing"]);
		const told = await rowsOf(await open.get("servicerequestupdates.json"));
		assert.deepEqual(
			told.filter((one) => one["service_request_id"] === reference).map((one) => one["status"]),
			["in_progress", "no_further_action"],
		);
	});

	it("are not taken about a private request of someone else", async () => {
		const reference = await made("WORRY");
		const stranger = await open.newClient(false);
		assert.deepEqual(await push(reference, { api_key: stranger.key }), { status: 400, said: "not found" });
		assert.equal((await push(reference)).status, 200);
	});

	it("keep the addresses of pictures for officers", async () => {
		const reference = await made();
		await push(reference, { media_url: "https://pictures.example/2.jpg" });
		assert.match(String((await entries(reference)).at(-1)?.note), /Still there\n\nhttps:\/\/pictures\.example\/2\.jpg/);
	});
});

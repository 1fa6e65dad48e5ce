import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { z } from "zod";
import { closeRequest, moveRequest, submitRequest } from "../../../modules/requests/index.ts";
import { serviceById } from "../../../modules/services/index.ts";
import { type Open311, openOpen311, readXml, type Row, rowsOf, rowsOfXml } from "./testing.ts";

describe("reading over Open311", () => {
	let open: Open311;
	before(async () => {
		open = await openOpen311();
	});
	after(() => open.close());
	const json = async (path: string): Promise<Row[]> => {
		const response = await open.get(path);
		assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
		return rowsOf(response);
	};
	const submit = async (id: string, answers = {}) => {
		const service = serviceById(open.house, id);
		if (!service) return assert.fail(`there is no service ${id}`);
		const where = { latitude: Number(open.spot.lat), longitude: Number(open.spot.long), street: "Elm Road" };
		const said = { where, name: "Zoë Private", email: "zoe@example.org", more: "my neighbour did it", ...answers };
		return submitRequest(open.ctx(), { service, answers: said, channel: "web" });
	};

	it("has the same services in both formats, and is a list however few there are", async () => {
		const list = await json("services.json");
		assert.deepEqual(
			list.map((one) => String(one["service_code"])).toSorted((a, b) => a.localeCompare(b)),
			["RUBBISH", "STALL", "WORRY"],
		);
		const response = await open.get("services.xml");
		assert.equal(response.headers.get("content-type"), "text/xml; charset=utf-8");
		assert.match(await response.clone().text(), /^<\?xml version="1\.0" encoding="utf-8"\?>\n<services>/);
		const asText = list.map((one) =>
			Object.fromEntries(Object.entries(one).map(([key, value]) => [key, String(value ?? "")])),
		);
		assert.deepEqual(await readXml(response), { services: { service: asText } });
	});

	it("describes a service's questions as attributes", async () => {
		const response = await open.get("services/RUBBISH.json");
		const { service_code, attributes } = z
			.object({ service_code: z.string(), attributes: z.array(z.record(z.string(), z.unknown())) })
			.parse(await response.json());
		assert.equal(service_code, "RUBBISH");
		assert.deepEqual(
			attributes.map((one) => [one["code"], one["datatype"], one["required"], one["order"]]),
			[
				["amount", "singlevaluelist", true, 1],
				["types", "multivaluelist", true, 2],
				["blocks", "singlevaluelist", false, 3],
			],
			"what is sealed, local or a parameter is not an attribute; what is asked only sometimes is not required",
		);
		const xml = JSON.stringify(await readXml(await open.get("services/RUBBISH.xml")));
		assert.match(xml, /\{"service_definition":\{"service_code":"RUBBISH","attributes":\{"attribute":\[\{/);
		assert.match(xml, /"values":\{"value":\[\{"key":"bag","name":"A bag"\}/);
	});

	it("is discovered in both formats", async () => {
		const found = z.record(z.string(), z.unknown()).parse(await (await open.get("discovery.json")).json());
		assert.deepEqual(Object.keys(found), ["changeset", "contact", "key_service", "endpoints"]);
		const xml = JSON.stringify(await readXml(await open.get("discovery.xml")));
		assert.match(xml, /"endpoints":\{"endpoint":\[\{"specification":"http:\/\/wiki\.open311\.org\/GeoReport_v2"/);
		assert.match(xml, /"formats":\{"format":\["text\/xml","application\/json"\]\}/);
	});

	it("says what is not there in the format that was asked for", async () => {
		for (const path of [
			"services/NONE.json",
			"requests/none.json",
			"tokens/none.json",
			"services.json?jurisdiction_id=elsewhere.example",
		]) {
			const response = await open.get(path);
			assert.equal(response.status, 404, path);
			const [error] = await rowsOf(response);
			assert.deepEqual([error?.["code"], typeof error?.["description"]], [404, "string"], path);
		}
		for (const path of [
			"services/NONE.xml",
			"services.yaml",
			"requests/none.xml",
			"nothing",
			"requests.xml?service_code=NONE",
		]) {
			const response = await open.get(path);
			assert.equal(response.status, 404, path);
			assert.match(await response.text(), /<errors>\s*<error>\s*<code>404<\/code>\s*<description>/, path);
		}
		assert.equal((await open.get(`services.json?jurisdiction_id=${open.council.domain}`)).status, 200);
	});

	it("shows public requests without their customer's words, and private ones never", async () => {
		const shown = await submit("report-rubbish", { amount: "van", types: ["tyres"], seen: "a man called Sealed" });
		const secret = await submit("tell-worry");
		const list = await json(`requests.json?extensions=true`);
		const whole = JSON.stringify(list);
		assert.ok(list.some((one) => one["service_request_id"] === shown.reference));
		assert.doesNotMatch(whole, new RegExp(`Zoë|zoe@|neighbour|Sealed|${secret.reference}`));
		const [one] = await json(`requests/${shown.reference}.json`);
		assert.deepEqual([one?.["status"], one?.["service_code"], one?.["address"]], ["open", "RUBBISH", "Elm Road"]);
		assert.match(String(one?.["requested_datetime"]), /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
		assert.equal((await open.get(`requests/${secret.reference}.json`)).status, 404);
		assert.deepEqual(await json(`requests.json?service_request_id=${secret.reference}`), []);
		const xml = await (await open.get("requests.xml")).text();
		assert.ok(xml.includes(shown.reference) && !xml.includes(secret.reference));
		assert.match(xml, /<service_name>Report rubbish &amp; &lt;dumping&gt;<\/service_name>/);
	});

	it("says the street alone, and nothing of how people described the place", async () => {
		const where = {
			latitude: 54.57,
			longitude: -1.23,
			street: "Elm Road",
			description: "the Bells, ring 07700 900123",
		};
		const { reference } = await submit("report-rubbish", { amount: "bag", where });
		const [one] = await json(`requests/${reference}.json`);
		assert.equal(one?.["address"], "Elm Road");
	});

	it("narrows by status and service, and a list of ids overrides every other argument", async () => {
		const [one, two] = [await submit("report-rubbish", { amount: "bag" }), await submit("report-stall")];
		const ids = `${one.reference}, ${two.reference}`;
		assert.equal(
			(await json(`requests.json?service_request_id=${encodeURIComponent(ids)}&status=closed&start_date=bad`)).length,
			2,
		);
		const stalls = await json("requests.json?service_code=STALL&status=open");
		assert.deepEqual(
			stalls.map((stall) => stall["service_request_id"]),
			[two.reference],
		);
		assert.deepEqual(await json("requests.json?status=closed"), []);
		for (const path of [
			"requests.json?status=done",
			"requests.json?page=0",
			"requests.json?page_size=1001",
			"requests.json?page=x",
		]) {
			assert.equal((await open.get(path)).status, 400, path);
		}
	});

	it("spans 90 days at most, in times that say their offset", async () => {
		const status = async (start: string, end: string) =>
			(await open.get(`requests.json?${new URLSearchParams({ start_date: start, end_date: end })}`)).status;
		assert.equal(await status("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"), 200);
		assert.equal(await status("2026-01-01T00:00:00Z", "2026-04-02T00:00:00Z"), 400);
		assert.equal(await status("2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00.5-05:00"), 200);
		for (const wrong of ["2026-01-01", "2026-01-01T00:00:00", "2026-02-30T00:00:00Z", "yesterday"]) {
			assert.equal(await status(wrong, "2026-02-02T00:00:00Z"), 400, wrong);
		}
	});

	it("answers 1,000 requests at most, page by page, without reading the whole table", async () => {
		const { id } = await submit("report-rubbish", { amount: "bag" });
		await sql`insert into requests.request (id, reference, service_id, service_version, stage, public_stage, tier, team_id,
				channel, is_public, summary, answers, received_at, changed_at, link_salt)
			select gen_random_uuid(), 'XX-' || lpad(n::text, 4, '0') || '-AAAA', service_id, service_version, stage,
				public_stage, tier, team_id, channel, true, 'A bag', '{}', now() - n * interval '1 minute', now(), link_salt
			from requests.request, generate_series(1, 1001) n where id = ${id}`.execute(open.database.db);
		assert.equal((await json("requests.json")).length, 1000);
		const first = await json("requests.json?page_size=7");
		const second = await json("requests.json?page_size=7&page=2");
		const both = [...first, ...second].map((one) => one["service_request_id"]);
		assert.equal(new Set(both).size, 14);
		assert.deepEqual(
			(await json("requests.json?page_size=14")).map((one) => one["service_request_id"]),
			both,
		);
	});

	it("tells what happened since, of public requests only", async () => {
		const [shown, secret] = [await submit("report-rubbish", { amount: "bag" }), await submit("tell-worry")];
		const officer = {
			...open.ctx(),
			actor: {
				kind: "officer",
				id: "0198f000-0000-7000-8000-000000000001",
				name: "Ann",
				email: "a@x.example",
				teams: ["crew"],
				roles: [],
				permissions: new Set(["requests.work"] as const),
			},
		} as const;
		await open.database.db
			.insertInto("staff.officer")
			.values({ id: officer.actor.id, name: "Ann", email: "a@x.example", created_at: new Date() })
			.execute();
		for (const { reference } of [shown, secret]) {
			await moveRequest(officer, { reference, revision: 1 }, { to: "planned", message: "A crew comes on Monday" });
			await closeRequest(officer, { reference, revision: 2 }, { outcome: "cleared" });
		}
		const updates = await json("servicerequestupdates.json");
		assert.deepEqual(
			updates.map((one) => [one["service_request_id"], one["status"], one["description"]]),
			[
				[shown.reference, "in_progress", "Action planned"],
				[shown.reference, "fixed", "We cleared it."],
			],
		);
		const inXml = await rowsOfXml(
			await open.get("servicerequestupdates.xml"),
			"service_request_updates",
			"request_update",
		);
		assert.deepEqual(
			inXml.map((one) => one["update_id"]),
			updates.map((one) => one["update_id"]),
		);
		assert.equal((await json(`requests/${shown.reference}.json`))[0]?.["status"], "closed");
		assert.equal((await open.get("servicerequestupdates.json?start_date=2026-01-01T00:00:00Z")).status, 400);
	});
});

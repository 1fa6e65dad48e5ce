import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { storedAnswers } from "../../../modules/forms/index.ts";
import { clientByKey, revokeClient } from "../../../modules/requests/index.ts";
import { type Open311, openOpen311, rowsOf, rowsOfXml } from "./testing.ts";

type Pairs = readonly (readonly [string, string])[];

describe("reporting over Open311", () => {
	let open: Open311;
	before(async () => {
		open = await openOpen311();
	});
	after(() => open.close());
	const rubbish = (over: Record<string, string> = {}): Record<string, string> => ({
		api_key: open.client.key,
		service_code: "RUBBISH",
		...open.spot,
		"attribute[amount]": "bag",
		"attribute[types]": "tyres",
		...over,
	});
	const without = (...names: string[]) =>
		Object.fromEntries(Object.entries(rubbish()).filter(([name]) => !names.includes(name)));
	const made = async (args: Record<string, string> | Pairs | FormData): Promise<string> => {
		const response = await open.post("requests.json", args);
		const [one] = await rowsOf(response);
		assert.equal(response.status, 200, JSON.stringify(one));
		return String(one?.["service_request_id"]);
	};
	const refused = async (args: Record<string, string> | Pairs, status = 400): Promise<string> => {
		const response = await open.post("requests.json", args);
		const errors = await rowsOf(response);
		assert.equal(response.status, status, JSON.stringify(errors));
		assert.ok(errors.every((error) => error["code"] === status));
		return errors.map((error) => error["description"]).join(" ");
	};
	const kept = (reference: string) =>
		open.database.db
			.selectFrom("requests.request")
			.selectAll()
			.where("reference", "=", reference)
			.executeTakeFirstOrThrow();
	const count = async () => {
		const { n } = await open.database.db
			.selectFrom("requests.request")
			.select((one) => one.fn.countAll<number>().as("n"))
			.executeTakeFirstOrThrow();
		return n;
	};

	it("makes the same request as any other channel, with its promise in words", async () => {
		const response = await open.post(
			"requests.json",
			rubbish({ first_name: "Zoë", last_name: "Ward", email: "zoe@example.org", description: "By the\nbridge" }),
		);
		assert.equal(response.status, 200);
		const [one] = await rowsOf(response);
		assert.deepEqual(Object.keys(one ?? {}), ["service_request_id", "service_notice", "account_id"]);
		assert.match(
			String(one?.["service_notice"]),
			/^We aim to clear it within 3 working days, by \w+day \d+ \w+ \d{4}\.$/,
		);
		assert.equal(one?.["account_id"], null);
		const request = await kept(String(one?.["service_request_id"]));
		assert.deepEqual([request.channel, request.client_id, request.team_id], ["open311", open.client.id, "crew"]);
		assert.deepEqual([request.summary, request.description], ["A bag: tyres", "By the\nbridge"]);
		assert.equal(request.latitude, Number(open.spot.lat));
		assert.ok(request.ward && request.customer_id);
	});

	it("answers in XML when asked to", async () => {
		const response = await open.post("requests.xml", rubbish());
		assert.equal(response.headers.get("content-type"), "text/xml; charset=utf-8");
		const text = await response.clone().text();
		assert.match(text, /<account_id\/>/);
		const [shown] = await rowsOfXml(response, "service_requests", "request");
		assert.match(String(shown?.["service_request_id"]), /^[A-Z]+-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
	});

	it("needs a key that was given and not taken back, in both formats", async () => {
		for (const key of ["", "fd_wrong", "x".repeat(5000), "' or 1=1 --"]) {
			assert.match(await refused(rubbish({ api_key: key }), 403), /api_key/);
			const response = await open.post("requests.xml", rubbish({ api_key: key }));
			assert.equal(response.status, 403);
			assert.match(await response.text(), /<errors>\s*<error>\s*<code>403<\/code>/);
		}
		const other = await open.newClient(false);
		await revokeClient(open.ctx(), other.id);
		await refused(rubbish({ api_key: other.key }), 403);
	});

	it("stops believing a key within ten seconds of its being taken back", async () => {
		const other = await open.newClient(false);
		const at = (seconds: number) => clientByKey(open.house, other.key, new Date(Date.UTC(2026, 2, 2, 10, 0, seconds)));
		assert.equal((await at(0))?.id, other.id);
		await revokeClient(open.ctx(), other.id);
		assert.equal(await at(10), undefined);
	});

	it("needs to know where: a whole point, an address, or a property's number", async () => {
		const before = await count();
		assert.match(await refused(without("lat", "long")), /Say where/);
		assert.match(await refused(without("lat")), /together/);
		assert.match(await refused(without("long")), /together/);
		assert.match(await refused(rubbish({ lat: "north", long: "1" })), /decimal/);
		assert.match(await refused(rubbish({ lat: "0", long: "0" })), /not in the area/);
		assert.equal(await count(), before);
		const address = await kept(await made({ ...without("lat", "long"), address_string: "12 Elm Road, TS1 9FT" }));
		assert.match(String(address.address), /12 Elm Road/);
		await made({ ...without("lat", "long"), address_id: "100012345678" });
		await made({ ...without("lat", "long"), "attribute[uprn]": "100012345678" });
	});

	it("names every required attribute that is missing or wrong, and stores nothing", async () => {
		const before = await count();
		const missing = await refused(without("attribute[amount]", "attribute[types]"));
		assert.match(missing, /attribute\[amount\] is missing/);
		assert.match(missing, /attribute\[types\] is missing/);
		assert.match(await refused(rubbish({ "attribute[amount]": "ship" })), /attribute\[amount\] is wrong/);
		assert.match(await refused(rubbish({ "attribute[amount]": "van" })), /attribute\[blocks\] is missing/);
		await made(rubbish({ "attribute[amount]": "van", "attribute[blocks]": "no" }));
		assert.equal(await count(), before + 1);
	});

	it("takes a list in both encodings", async () => {
		const pairs = Object.entries(without("attribute[types]"));
		for (const name of ["attribute[types][]", "attribute[types]"]) {
			const reference = await made([...pairs, [name, "tyres"], [name, "rubble"]]);
			const { answers } = await kept(reference);
			assert.deepEqual(storedAnswers(answers)["types"], ["tyres", "rubble"]);
		}
	});

	it("does not know a service that is not offered, and asks for one", async () => {
		assert.match(await refused(rubbish({ service_code: "complain" }), 404), /no service/);
		assert.match(await refused(rubbish({ service_code: "" })), /service_code is missing/);
		await refused(rubbish({ jurisdiction_id: "elsewhere.example" }), 404);
		await made(rubbish({ jurisdiction_id: open.council.domain }));
	});

	it("says what is wrong with who sent it, with the words, and with pictures", async () => {
		assert.match(await refused(rubbish({ email: "not an address" })), /email/);
		assert.match(await refused(rubbish({ phone: "12" })), /phone/);
		assert.match(await refused(rubbish({ description: "x".repeat(4001) })), /4000/);
		assert.match(await refused(rubbish({ media_url: "javascript:alert(1)" })), /media_url/);
		assert.match(
			await refused([...Object.entries(rubbish()), ["email", "a@x.example"], ["email", "b@x.example"]]),
			/email: must be given once/,
		);
		assert.match(
			await refused({ ...without("attribute[amount]", "attribute[types]"), attribute: "size" }),
			/attribute/,
		);
		const linked = await kept(await made(rubbish({ media_url: "https://pictures.example/1.jpg" })));
		assert.match(linked.description, /https:\/\/pictures\.example\/1\.jpg/);
	});

	it("takes pictures that come with it", async () => {
		const form = new FormData();
		for (const [name, value] of Object.entries(rubbish())) form.append(name, value);
		const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
			.png()
			.toBuffer();
		form.append("photo1", new Blob([new Uint8Array(picture)], { type: "image/png" }), "red.png");
		const { id } = await kept(await made(form));
		const attached = await open.database.db
			.selectFrom("requests.attachment")
			.select("added_by")
			.where("request_id", "=", id)
			.execute();
		assert.deepEqual(attached, [{ added_by: "client" }]);
		form.append("photo2", new Blob(["<script>"], { type: "image/png" }), "no.png");
		const response = await open.post("requests.json", form);
		assert.equal(response.status, 400);
		assert.match(await response.text(), /photo2 is not a JPEG, PNG or WebP picture/);
	});

	it("takes no picture from a sender whose key did not come before it", async () => {
		const picture = new Blob([new Uint8Array(5_000)], { type: "image/png" });
		const late = new FormData();
		late.append("photo1", picture, "red.png");
		for (const [name, value] of Object.entries(rubbish())) late.append(name, value);
		const wrong = new FormData();
		for (const [name, value] of Object.entries(rubbish({ api_key: "guessed" }))) wrong.append(name, value);
		wrong.append("photo1", picture, "red.png");
		for (const form of [late, wrong]) {
			const response = await open.post("requests.json", form);
			assert.equal(response.status, 403);
			assert.match(await response.text(), /api_key is missing or is not valid\. It has to come before the files/);
		}
	});

	it("sent twice with the sender's own number is one request", async () => {
		const sent = rubbish({ "attribute[fixmystreet_id]": "5001" });
		const [one, two] = await Promise.all([made(sent), made(sent)]);
		assert.equal(one, two);
	});

	it("of a service that answers later gives a token, which leads to the request", async () => {
		const stall = { api_key: open.client.key, service_code: "STALL", ...open.spot };
		const response = await open.post("requests.json", stall);
		const [one] = await rowsOf(response);
		assert.deepEqual(Object.keys(one ?? {}), ["token", "service_notice", "account_id"]);
		const [found] = await rowsOf(await open.get(`tokens/${String(one?.["token"])}.json`));
		assert.equal(found?.["token"], one?.["token"]);
		assert.equal((await kept(String(found?.["service_request_id"]))).service_id, "report-stall");
		assert.equal((await open.get("tokens/unknown.xml")).status, 404);
	});

	it("keeps hostile text as text, and XML whole", async () => {
		const words = `]]></x><script>alert(1)</script> & "quotes" \u0001\u000b\uffff 🗑️`;
		const reference = await made({ ...without("lat", "long"), address_string: words, description: words });
		const [one] = await rowsOfXml(await open.get(`requests/${reference}.xml`), "service_requests", "request");
		assert.match(String(one?.["address"]), /^\]\]><\/x><script>alert\(1\)<\/script> & "quotes"/);
		for (const odd of [
			"attribute[__proto__][x]=1",
			"attribute[amount][$ne]=1",
			"a[b][c][d][e][f]=1",
			"%ff=%fe",
			"service_code=%00",
		]) {
			const body = `${new URLSearchParams(without("attribute[amount]"))}&${odd}`;
			const headers = { "content-type": "application/x-www-form-urlencoded" };
			const response = await open.server.ask("/open311/v2/requests.json", { method: "POST", body, headers });
			assert.equal(response.status, 400, odd);
			assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
		}
	});
});

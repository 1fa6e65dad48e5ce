import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { describe, it } from "node:test";
import { osPlaces } from "./index.ts";
import { inTitleCase } from "./titleCase.ts";

const point = {
	UPRN: "000100110780",
	BUILDING_NUMBER: "10",
	THOROUGHFARE_NAME: "EXAMPLE STREET",
	POST_TOWN: "STOCKTON-ON-TEES",
	POSTCODE: "TS1 9FT",
	LNG: -1.23,
	LAT: 54.57,
	LOCAL_CUSTODIAN_CODE: 734,
	MATCH: 1,
};

type Asked = { url: URL; key: string | undefined };

async function register(answer: (asked: Asked, response: ServerResponse) => void) {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		const one = { url: new URL(request.url ?? "/", "http://x"), key: String(request.headers["key"]) };
		asked.push(one);
		answer(one, response);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
	const settings = { key: "the-key", custodian: 734, contains: () => true, url, patience: 300 };
	return {
		asked,
		settings,
		[Symbol.asyncDispose]: async () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

const json = (response: ServerResponse, value: unknown) => response.end(JSON.stringify(value));

describe("the register of addresses by OS Places", () => {
	it("answers a postcode's addresses in words, by the order of their doors", async () => {
		await using server = await register((_, response) =>
			json(response, {
				results: [
					{ DPA: point },
					{ DPA: { ...point, UPRN: "2", BUILDING_NUMBER: "9", LOCAL_CUSTODIAN_CODE: 738 } },
					{
						DPA: { ...point, UPRN: "3", SUB_BUILDING_NAME: "FLAT 2", BUILDING_NUMBER: "", BUILDING_NAME: "ROSE HOUSE" },
					},
					{ DPA: { ...point, UPRN: "4", BUILDING_NUMBER: "", BUILDING_NAME: "11A", DEPENDENT_LOCALITY: "NORTON" } },
				],
			}),
		);
		const found = await osPlaces(server.settings).lookUp("TS1 9FT");
		assert.ok(!("away" in found));
		assert.deepEqual(
			found.map(({ uprn, lines, town, inArea }) => [uprn, lines.join(" / "), town, inArea]),
			[
				["2", "9 Example Street", "Stockton-on-Tees", false],
				["100110780", "10 Example Street", "Stockton-on-Tees", true],
				["4", "11A Example Street, Norton", "Stockton-on-Tees", true],
				["3", "Flat 2, Rose House / Example Street", "Stockton-on-Tees", true],
			],
		);
		const [asked] = server.asked;
		assert.equal(asked?.url.pathname, "/postcode");
		assert.equal(asked?.url.searchParams.get("postcode"), "TS1 9FT");
		assert.equal(asked?.key, "the-key");
		assert.equal(asked?.url.searchParams.has("key"), false, "no log of addresses may hold the key");
	});

	it("finds one address by its number", async () => {
		await using server = await register((_, response) => json(response, { results: [{ DPA: point }] }));
		const found = await osPlaces(server.settings).byUprn("100110780");
		assert.ok(found && !("away" in found));
		assert.deepEqual([found.latitude, found.longitude], [54.57, -1.23]);
	});

	it("finds nothing at a postcode that does not exist, which is an answer", async () => {
		await using none = await register((_, response) => json(response, { header: { totalresults: 0 } }));
		assert.deepEqual(await osPlaces(none.settings).lookUp("TS1 9ZZ"), []);
		await using bad = await register((_, response) => void response.writeHead(400).end("{}"));
		assert.deepEqual(await osPlaces(bad.settings).lookUp("TS1 9ZZ"), []);
		assert.equal(await osPlaces(bad.settings).byUprn("7"), undefined);
	});

	it("is away, and never a fault, when it refuses, limps, raves, hangs or is not there", async () => {
		for (const status of [401, 403, 429, 500, 504]) {
			await using server = await register((_, response) => void response.writeHead(status).end("{}"));
			assert.deepEqual(await osPlaces(server.settings).lookUp("TS1 9FT"), { away: `it answered ${status}` });
		}
		for (const raving of ["<html>", '{"results":[{"DPA":{"UPRN":"x"}}]}', '{"results":7}', ""]) {
			await using server = await register((_, response) => void response.end(raving));
			assert.ok("away" in (await osPlaces(server.settings).lookUp("TS1 9FT")), raving);
		}
		await using silent = await register(() => {});
		assert.deepEqual(await osPlaces(silent.settings).lookUp("TS1 9FT"), { away: "TimeoutError" });
		const gone = osPlaces({ key: "k", custodian: undefined, contains: () => true, url: "http://127.0.0.1:1" });
		assert.ok("away" in (await gone.lookUp("TS1 9FT")));
	});

	it("leaves it to the outlines what is in the area where the council has no custodian's number", async () => {
		await using server = await register((_, response) => json(response, { results: [{ DPA: point }] }));
		const { settings } = server;
		const found = await osPlaces({ ...settings, custodian: undefined, contains: () => false }).byUprn("100110780");
		assert.ok(found && !("away" in found));
		assert.equal(found.inArea, false);
	});
});

it("turns the register's capitals into the words people write", () => {
	const written = {
		"12A ST. MARY'S ROAD": "12A St. Mary's Road",
		"NEWCASTLE UPON TYNE": "Newcastle upon Tyne",
		"THE OLD O'NEILL HOUSE": "The Old O'Neill House",
		"PO BOX 500": "PO Box 500",
		"": "",
	};
	for (const [capitals, words] of Object.entries(written)) assert.equal(inTitleCase(capitals), words);
});

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { XMLParser } from "fast-xml-parser";
import { parse } from "yaml";
import { z } from "zod";
import { type Open311, openOpen311, readXml } from "./testing.ts";

// The standard's own schema and recorded answers lie beside the repository, when they are there at all.
const folder = join(process.env["SHARED_DATA"] ?? join(import.meta.dirname, "../../../../../shared/data"), "open311");
const schemaFile = join(folder, "spec", "georeport_v2-1.yaml");
const recorded = join(folder, "responses_cfa_ruby");
const skip = existsSync(schemaFile) ? false : "the standard's schema is not beside the repository";

const property = z.looseObject({
	type: z.string().optional(),
	enum: z.array(z.string()).optional(),
	$ref: z.string().optional(),
	items: z.looseObject({ $ref: z.string().optional() }).optional(),
});
const definitions = z.record(
	z.string(),
	z.looseObject({ required: z.array(z.string()).default([]), properties: z.record(z.string(), property).default({}) }),
);
type Definitions = z.infer<typeof definitions>;

describe("what is answered over Open311, held against the standard", { skip }, () => {
	let open: Open311;
	let known: Definitions;
	let id = "";
	before(async () => {
		open = await openOpen311();
		known = z.object({ definitions }).parse(parse(readFileSync(schemaFile, "utf8"))).definitions;
		const args = {
			api_key: open.client.key,
			service_code: "RUBBISH",
			...open.spot,
			"attribute[amount]": "bag",
			"attribute[types]": "tyres",
		};
		const made = z
			.array(z.object({ service_request_id: z.string() }))
			.parse(await (await open.post("requests.json", args)).json());
		id = made[0]?.service_request_id ?? "";
	});
	after(() => open.close());

	/** One sentence for each thing that the schema does not allow; null stands for an element that is empty. */
	const faults = (name: string, value: unknown, at = name): string[] => {
		const schema = known[name];
		if (!schema) return [`the standard has no ${name}`];
		const record = z.record(z.string(), z.unknown()).parse(value);
		const missing = schema.required.filter((key) => record[key] === undefined || record[key] === null);
		return [
			...missing.map((key) => `${at}.${key} is missing`),
			...Object.entries(record).flatMap(([key, inner]) => {
				const rule = schema.properties[key];
				if (!rule) return [`${at}.${key} is not of the standard`];
				if (inner === null) return [];
				const ref = rule.items?.$ref?.split("/").at(-1);
				if (Array.isArray(inner)) return ref ? inner.flatMap((one) => faults(ref, one, `${at}.${key}`)) : [];
				if (rule.enum && !rule.enum.some((word) => word === inner)) return [`${at}.${key} is ${JSON.stringify(inner)}`];
				const type = rule.type === "integer" ? "number" : rule.type;
				return type === undefined || typeof inner === type ? [] : [`${at}.${key} is a ${typeof inner}, not a ${type}`];
			}),
		];
	};
	const json = async (path: string): Promise<unknown> => (await open.get(path)).json();

	it("services and their definitions are as the schema says", async () => {
		const services = z.array(z.unknown()).parse(await json("services.json"));
		assert.deepEqual(
			services.flatMap((service) => faults("Service", service)),
			[],
		);
		assert.deepEqual(faults("ServiceDefinition", await json("services/RUBBISH.json")), []);
	});

	it("requests are as the schema says", async () => {
		const requests = z.array(z.unknown()).parse(await json(`requests/${id}.json`));
		assert.equal(requests.length, 1);
		assert.deepEqual(faults("Request", requests[0]), []);
	});

	it("XML has the elements that recorded answers of another city have", async () => {
		const parser = new XMLParser({ ignoreAttributes: true, ignoreDeclaration: true });
		const theirs = (file: string): unknown =>
			parser.parse(readFileSync(join(recorded, file), "utf8").replace(/^HTTP[^<]*/, ""));
		const names = (value: unknown): string[] =>
			typeof value !== "object" || value === null
				? []
				: Array.isArray(value)
					? value.flatMap(names)
					: Object.entries(value).flatMap(([key, inner]) => [key, ...names(inner)]);
		const ours = async (path: string) => new Set(names(await readXml(await open.get(path))));
		assert.ok(readdirSync(recorded).length > 0);
		for (const [file, path] of [
			["services.xml", "services.xml"],
			["get_service_request.xml", `requests/${id}.xml`],
			["service_requests.xml", "requests.xml"],
			["get_service_request_not_found.xml", "requests/none.xml"],
			["service_definition.xml", "services/RUBBISH.xml"],
		] as const) {
			const missing = names(theirs(file)).filter((name) => !name.startsWith("?"));
			const have = await ours(path);
			assert.deepEqual(
				[...new Set(missing)].filter((name) => !have.has(name)),
				[],
				file,
			);
		}
	});
});

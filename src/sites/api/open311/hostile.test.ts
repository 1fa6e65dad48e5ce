import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { type Open311, openOpen311 } from "./testing.ts";

/** A few of the worst, and the long list of naughty strings when it lies beside the repository. */
function corpus(): string[] {
	const folder = process.env["SHARED_DATA"] ?? join(import.meta.dirname, "../../../../../shared/data");
	const file = join(folder, "robustness/blns.json");
	const more = existsSync(file) ? z.array(z.string()).parse(JSON.parse(readFileSync(file, "utf8"))) : [];
	return [
		"",
		" ",
		"\u0000\u0001",
		"\ud800",
		"\ufffe\uffff",
		"]]>",
		"<!DOCTYPE x>",
		"' or 1=1 --",
		"💩".repeat(2000),
		...more,
	];
}

describe("hostile text over Open311", () => {
	let open: Open311;
	before(async () => {
		open = await openOpen311();
	});
	after(() => open.close());

	it("is kept as text or refused in the standard's shape, and every answer stays whole", async () => {
		const errors = z.array(z.object({ code: z.literal(400), description: z.string() })).min(1);
		const { lat, long } = open.spot;
		const right = {
			api_key: open.client.key,
			service_code: "RUBBISH",
			lat,
			long,
			"attribute[amount]": "bag",
			"attribute[types]": "tyres",
		};
		let kept = 0;
		const send = async (text: string, at: number) => {
			const free = { first_name: text, description: text, address_string: text };
			const strict = { email: text, phone: text, media_url: text, address_id: text, "attribute[amount]": text };
			const response = await open.post("requests.json", { ...right, ...(at % 5 === 0 ? strict : free) });
			const answered: unknown = await response.json();
			if (response.status === 200) kept++;
			else assert.doesNotThrow(() => errors.parse(answered), `${JSON.stringify(text)}: ${JSON.stringify(answered)}`);
		};
		const texts = corpus();
		for (let at = 0; at < texts.length; at += 8) {
			await Promise.all(texts.slice(at, at + 8).map((text, more) => send(text, at + more)));
		}
		assert.ok(kept >= 5);
		const xml = await (await open.get("requests.xml?extensions=true")).text();
		assert.equal(XMLValidator.validate(xml), true);
		assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
	});

	it("in an address finds nothing and breaks nothing", async () => {
		for (const text of corpus().filter((one) => one.isWellFormed())) {
			const odd = encodeURIComponent([...text].slice(0, 30).join(""));
			for (const path of [
				`requests/${odd}.json`,
				`services/${odd}.json`,
				`tokens/${odd}.json`,
				`requests.json?service_code=x${odd}`,
			]) {
				const { status } = await open.get(path);
				assert.ok(status === 404 || status === 400, `${path}: ${status}`);
			}
		}
	});
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { createClient } from "../src/modules/requests/index.ts";
import { systemContext } from "../src/platform/context/index.ts";
import { isRefusal } from "../src/platform/refusal/index.ts";
import { mustBeSound, town, visitor } from "./town.ts";

const created = z.array(z.object({ service_request_id: z.string(), service_notice: z.string() })).length(1);
const listed = z.array(z.object({ service_request_id: z.string(), status: z.string(), service_code: z.string() }));

async function ask(path: string, form?: Record<string, string>) {
	const { url } = await town();
	const response = await fetch(
		`${url}/open311/v2/${path}`,
		form ? { method: "POST", body: new URLSearchParams(form) } : {},
	);
	return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
}

test("another system reports a fly-tip, reads it back in both formats, and a resident can follow the same request", async () => {
	const { house, letterbox } = await town();
	const client = await createClient(systemContext(house, "Journeys"), { name: "Street app", works: true });
	assert.ok(!isRefusal(client));
	const { text: services } = await ask("services.json");
	assert.match(services, /"service_code":"FLYTIP"/);

	const report = {
		api_key: client.key,
		service_code: "FLYTIP",
		lat: "54.5745",
		long: "-1.2340",
		description: "Bags & a <sofa> by the gate",
		email: "app.user@mail.example",
		first_name: "Ada",
		last_name: "Byron",
		"attribute[danger]": "no",
		"attribute[land]": "alley",
		"attribute[types][]": "furniture",
		"attribute[amount]": "van",
		"attribute[blocking]": "no",
		"attribute[witness]": "no",
	};
	const posted = await ask("requests.json", report);
	assert.equal(posted.status, 200, posted.text);
	const id = created.parse(JSON.parse(posted.text))[0]?.service_request_id;
	assert.ok(id);
	const one = listed.parse(JSON.parse((await ask(`requests/${id}.json`)).text));
	assert.deepEqual([one[0]?.service_request_id, one[0]?.status, one[0]?.service_code], [id, "open", "FLYTIP"]);
	const xml = await ask(`requests/${id}.xml`);
	assert.match(xml.type, /^text\/xml; charset=utf-8/i);
	const parsed = new XMLParser({ parseTagValue: false }).parse(xml.text);
	assert.equal(parsed.service_requests.request.service_request_id, id);
	assert.doesNotMatch(xml.text, /app\.user|Byron/, "nobody's name or address is public");

	const letter = await letterbox.letterTo("app.user@mail.example");
	assert.match(letter.text, new RegExp(id));
	const { page, context } = await visitor();
	await page.goto(new URL(/https?:\/\/\S+\/track\/\S+/.exec(letter.text)?.[0] ?? "").pathname);
	assert.match(await page.locator("main").innerText(), new RegExp(id));
	await mustBeSound(page, "track a request of another system");
	await context.close();

	const update = {
		api_key: client.key,
		service_request_id: id,
		update_id: "crew-17",
		status: "ACTION_SCHEDULED",
		updated_datetime: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
		description: "The crew comes tomorrow.",
	};
	assert.equal((await ask("servicerequestupdates.json", update)).status, 200);
	const again = await ask("servicerequestupdates.json", update);
	assert.deepEqual([again.status, /already exists/.test(again.text)], [400, true]);
	await letterbox.letterTo("app.user@mail.example", ({ text }) => text.includes("The crew comes tomorrow."));
	const updates = z
		.array(z.object({ service_request_id: z.string(), status: z.string() }))
		.parse(JSON.parse((await ask(`servicerequestupdates.json?api_key=${client.key}`)).text));
	assert.equal(updates.findLast((update) => update.service_request_id === id)?.status, "action_scheduled");
	const refused = await ask("requests.xml", { ...report, api_key: "wrong" });
	assert.equal(refused.status, 403);
	assert.match(refused.text, /<errors>/);
});

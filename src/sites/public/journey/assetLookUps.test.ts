import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { storedAnswers } from "../../../modules/forms/index.ts";
import { household } from "./household.test-data.ts";
import { type Browser, openPublicSite, type PublicSite, type Shown } from "./testing.ts";

describe("a customer without script who says which street light it is", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite([household]);
	});
	after(() => site.close());

	const action = (shown: Shown) => /<form action="([^"]+)"/.exec(shown.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
	const send = (browser: Browser, shown: Shown, fields: Record<string, string> = {}) =>
		browser.post(shown, action(shown), Object.entries(fields));
	const pickIn = (shown: Shown) => /name="light\[pick\]" type="radio" value="(SL\d+)"/.exec(shown.text)?.[1] ?? "";
	async function answer(shown: Shown) {
		const id = /\/form\/([0-9a-f-]{36})\//.exec(shown.path)?.[1] ?? "";
		const { answers } = await site.db
			.selectFrom("forms.draft")
			.select("answers")
			.where("id", "=", id)
			.executeTakeFirstOrThrow();
		return JSON.parse(JSON.stringify(storedAnswers(answers)["light"] ?? null));
	}

	async function atLight(browser: Browser): Promise<Shown> {
		const kind = await send(browser, await browser.get(`/services/${household.id}/form`), { kind: "no" });
		const home = { "home[line1]": "1 Long Row", "home[town]": "Exton", "home[postcode]": site.postcode };
		return send(browser, kind, home);
	}

	it("picks it from those near a postcode, and the light's own spot is the place", async () => {
		const browser = site.browser();
		const light = await atLight(browser);
		const none = await send(browser, light, { "light[go]": "near" });
		assert.match(none.text, /Enter a postcode, or put a pin on the map/);
		const near = await send(browser, none, { "light[go]": "near", "light[postcode]": site.postcode });
		assert.equal(near.status, 200);
		assert.match(near.text, /Which of these is it\?/);
		assert.match(near.text, /SL\d{6}, about \d+ metres away/);
		assert.match(near.text, new RegExp(`value="${site.postcode}"`));
		const pick = pickIn(near);
		const next = await send(browser, near, {
			"light[listed]": "1",
			"light[postcode]": site.postcode,
			"light[pick]": pick,
		});
		assert.match(next.path, /\/people\//);
		const kept = await answer(next);
		assert.equal(kept.asset, pick);
		assert.equal(typeof kept.latitude, "number");
		assert.match(kept.ward, /^E\d{8}$/);
	});

	it("types the number as it stands on the post, which is enough", async () => {
		const browser = site.browser();
		const light = await atLight(browser);
		const near = await send(browser, light, { "light[go]": "near", "light[postcode]": site.postcode });
		const typed = pickIn(near).toLowerCase().replace("sl", "sl ");
		const next = await send(browser, near, { "light[asset]": typed });
		assert.match(next.path, /\/people\//);
		assert.equal((await answer(next)).asset, pickIn(near));
	});

	it("is asked once about a number that nobody has, and then it is taken and marked", async () => {
		const browser = site.browser();
		const light = await atLight(browser);
		const place = { "light[street]": "Long Row", "light[asset]": "SL999999" };
		const asked = await send(browser, light, place);
		assert.equal(asked.status, 422);
		assert.match(asked.text, /We have no number “SL999999”/);
		const other = await send(browser, asked, { ...place, "light[asset]": "SL999998", "light[checked]": "SL999999" });
		assert.match(other.text, /We have no number “SL999998”/, "another number is another question");
		const next = await send(browser, other, { ...place, "light[checked]": "SL999999" });
		assert.match(next.path, /\/people\//);
		assert.deepEqual(await answer(next), { street: "Long Row", asset: "SL999999", assetUnknown: true });
	});

	it("loses nothing by hostile texts in its boxes", async () => {
		const browser = site.browser();
		const light = await atLight(browser);
		for (const text of ['"><script>alert(1)</script>', "__proto__", "\u202e", "9".repeat(5000), "%00", "🪔"]) {
			const boxes = ["go", "pick", "asset", "checked", "listed", "postcode", "latitude", "longitude"];
			for (const box of boxes) {
				const shown = await send(browser, light, { "light[go]": "near", [`light[${box}]`]: text });
				assert.ok([200, 422].includes(shown.status), `${box}: ${shown.status}`);
				assert.doesNotMatch(shown.text, /<script>alert/);
			}
		}
	});
});

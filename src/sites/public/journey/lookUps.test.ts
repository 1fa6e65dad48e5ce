import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { configSlot } from "../../../platform/config/index.ts";
import { addressPort } from "../../../modules/places/index.ts";
import { household } from "./household.test-data.ts";
import { type Browser, openPublicSite, type PublicSite, type Shown } from "./testing.ts";

describe("a customer without script who looks up an address", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite([household]);
	});
	after(() => site.close());

	const action = (shown: Shown) => /<form action="([^"]+)"/.exec(shown.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
	const send = (browser: Browser, shown: Shown, fields: Record<string, string>) =>
		browser.post(shown, action(shown), Object.entries(fields));
	const uprnIn = (shown: Shown) => /<option value="(\d+)"/.exec(shown.text)?.[1] ?? "";
	const answersOf = async () => {
		const { answers } = await site.db
			.selectFrom("forms.draft")
			.select("answers")
			.orderBy("changed_at", "desc")
			.executeTakeFirstOrThrow();
		return answers;
	};

	async function atHome(browser: Browser, rents = "yes"): Promise<Shown> {
		const first = await browser.get(`/services/${household.id}/form`);
		return send(browser, first, { kind: rents });
	}

	it("finds it by the postcode, chooses it from a list, and it is known by its number", async () => {
		const browser = site.browser();
		const home = await atHome(browser);
		assert.match(home.text, /Find address/);
		assert.doesNotMatch(home.text, /Address line 1/);
		const list = await send(browser, home, { "home[way]": "find", "home[postcode]": site.postcode.toLowerCase() });
		assert.equal(list.status, 200);
		assert.match(list.text, new RegExp(`Select an address at ${site.postcode}`));
		assert.match(list.text, /\d+ addresses found/);
		const none = await send(browser, list, { "home[way]": "list", "home[postcode]": site.postcode, "home[uprn]": "" });
		assert.equal(none.status, 422);
		assert.match(none.text, /Select an address from the list/);
		const uprn = uprnIn(none);
		const next = await send(browser, none, {
			"home[way]": "list",
			"home[postcode]": site.postcode,
			"home[uprn]": uprn,
		});
		assert.match(next.path, /\/landlord$/);
		const kept = JSON.stringify(await answersOf());
		assert.match(kept, new RegExp(`"uprn":"${uprn}"`));
		assert.match(kept, /"ward":"E\d{8}"/);
		const back = await browser.get(next.path.replace("landlord", "home"));
		assert.match(back.text, new RegExp(`<option value="${uprn}" selected`));
	});

	it("offers only what has the number that was typed, where something has", async () => {
		const browser = site.browser();
		const list = await send(browser, await atHome(browser), {
			"home[way]": "find",
			"home[postcode]": site.postcode,
			"home[building]": "flat 2",
		});
		assert.equal([...list.text.matchAll(/<option value="\d+"/g)].length, 1);
		const all = await send(browser, list, {
			"home[way]": "find",
			"home[postcode]": site.postcode,
			"home[building]": "no such house",
		});
		assert.ok([...all.text.matchAll(/<option value="\d+"/g)].length > 5);
	});

	it("types it by hand when it is not in the list, and keeps the postcode", async () => {
		const browser = site.browser();
		const list = await send(browser, await atHome(browser), { "home[way]": "find", "home[postcode]": site.postcode });
		const byHand = await send(browser, list, {
			"home[way]": "list",
			"home[postcode]": site.postcode,
			"home[uprn]": uprnIn(list),
			"home[go]": "by-hand",
		});
		assert.equal(byHand.status, 200);
		assert.match(
			byHand.text,
			new RegExp(
				`name="home\\[postcode\\]"[^>]*value="${site.postcode}"|value="${site.postcode}"[^>]*name="home\\[postcode\\]"`,
			),
		);
		const fields = { "home[way]": "by-hand", "home[line1]": "The Old Mill", "home[town]": "Exton" };
		const outside = await send(browser, byHand, { ...fields, "home[postcode]": "SW1A 1AA" });
		assert.equal(outside.status, 422);
		assert.match(outside.text, /must be in the area of/);
		const next = await send(browser, outside, { ...fields, "home[postcode]": site.postcode });
		assert.match(next.path, /\/landlord$/);
		const { home } = JSON.parse(JSON.stringify(await answersOf()));
		assert.deepEqual(home, { lines: ["The Old Mill"], town: "Exton", postcode: site.postcode });
		const again = await browser.get(next.path.replace("landlord", "home"));
		assert.match(again.text, /value="The Old Mill"/);
		const other = await send(browser, again, { "home[way]": "by-hand", "home[go]": "find" });
		assert.match(other.text, /Find address/);
	});

	it("is told what is wrong with a postcode, and where nothing stands at it", async () => {
		const browser = site.browser();
		const home = await atHome(browser);
		const empty = await send(browser, home, { "home[way]": "find", "home[go]": "find" });
		assert.match(empty.text, /Enter a postcode/);
		const wrong = await send(browser, home, { "home[way]": "find", "home[postcode]": "<b>TS1" });
		assert.equal(wrong.status, 422);
		assert.match(wrong.text, /Enter a full UK postcode/);
		assert.match(wrong.text, /&lt;b&gt;TS1/);
		const nothing = await send(browser, home, {
			"home[way]": "find",
			"home[postcode]": site.postcode.replace("AB", "ZZ"),
		});
		assert.match(nothing.text, new RegExp(`We found no address at ${site.postcode.replace("AB", "ZZ")}`));
		assert.match(nothing.text, /Address line 1/);
	});

	it("cannot choose a property in another council's area, nor a number that was not on offer", async () => {
		const browser = site.browser();
		const list = await send(browser, await atHome(browser), { "home[way]": "find", "home[postcode]": "SW1A 1AA" });
		const elsewhere = await send(browser, list, {
			"home[way]": "list",
			"home[postcode]": "SW1A 1AA",
			"home[uprn]": uprnIn(list),
		});
		assert.equal(elsewhere.status, 422);
		assert.match(elsewhere.text, /must be in the area of/);
		for (const uprn of ["1", "x", "__proto__", uprnIn(list)]) {
			const made = { "home[way]": "list", "home[postcode]": site.postcode, "home[uprn]": uprn };
			assert.match((await send(browser, list, made)).text, /Select an address from the list/);
		}
	});

	it("goes on without an address that may be left out, and loses nothing else of the page while looking it up", async () => {
		const browser = site.browser();
		const home = await atHome(browser);
		const list = await send(browser, home, { "home[way]": "find", "home[postcode]": site.postcode });
		const landlord = await send(browser, list, {
			"home[way]": "list",
			"home[postcode]": site.postcode,
			"home[uprn]": uprnIn(list),
		});
		const looked = await send(browser, landlord, {
			landlord: "Mr Rent",
			"office[way]": "find",
			"office[postcode]": "SW1A 1AA",
		});
		assert.equal(looked.status, 200);
		assert.match(looked.text, /value="Mr Rent"/);
		assert.match(looked.text, /Select an address at SW1A 1AA/);
		const unnamed = await send(browser, looked, { landlord: "", "office[way]": "find", "office[postcode]": "" });
		assert.match(unnamed.text, /Enter what they are called/);
		const next = await send(browser, unnamed, { landlord: "Mr Rent", "office[way]": "find", "office[postcode]": "" });
		assert.match(next.path, /\/light$/);
	});

	it("copies out no register by asking for lists that nobody was shown", async () => {
		const register = addressPort.of(site.house);
		let asked = 0;
		const config = configSlot.of(site.house);
		configSlot.put(site.house, { ...config, RATE_LIMIT: 600 });
		const lookUp = async () => {
			asked++;
			return [];
		};
		const browser = site.browser();
		const home = await atHome(browser);
		addressPort.put(site.house, { ...register, lookUp });
		const postcodes = Array.from({ length: 60 }, (_, at) => `TS9 ${at % 10}${"ABDEFG"[Math.floor(at / 10)]}Z`);
		let last = home;
		for (const postcode of postcodes) {
			last = await send(browser, home, { "home[way]": "list", "home[postcode]": postcode, "home[uprn]": "" });
		}
		addressPort.put(site.house, register);
		configSlot.put(site.house, config);
		assert.ok(asked < 45, `it was asked ${asked} times`);
		assert.match(last.text, /Address line 1/);
		const fields = { line1: "The Old Mill", line2: "", town: "Exton", postcode: "TS1 4AB" };
		const typed = Object.fromEntries(Object.entries(fields).map(([part, said]) => [`home[${part}]`, said]));
		assert.match((await send(browser, last, { "home[way]": "by-hand", ...typed })).path, /\/landlord$/);
	});

	it("types it by hand when the register is away", async () => {
		const register = addressPort.of(site.house);
		addressPort.put(site.house, { lookUp: async () => ({ away: "it answered 503" }), byUprn: async () => undefined });
		const browser = site.browser();
		const away = await send(browser, await atHome(browser), { "home[way]": "find", "home[postcode]": "TS3 0AB" });
		addressPort.put(site.house, register);
		assert.equal(away.status, 200);
		assert.match(away.text, /We cannot look up addresses at the moment/);
		assert.match(away.text, /Address line 1/);
	});
});

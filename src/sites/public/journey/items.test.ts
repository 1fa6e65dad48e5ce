import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { type Answers, itemsOf, storedAnswers } from "../../../modules/forms/index.ts";
import { household } from "./household.test-data.ts";
import { type Browser, openPublicSite, type PublicSite, type Shown } from "./testing.ts";

describe("a customer without script who tells of several people", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite([household]);
	});
	after(() => site.close());

	const action = (shown: Shown) => /<form action="([^"]+)"/.exec(shown.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
	const send = (browser: Browser, shown: Shown, fields: Record<string, string> = {}) =>
		browser.post(shown, action(shown), Object.entries(fields));
	const hrefs = (shown: Shown, words: string) =>
		[...shown.text.matchAll(/href="([^"]+)"[^>]*>\s*([A-Z][a-z]+)/g)]
			.filter(([, , said]) => said === words)
			.map(([, href = ""]) => href.replaceAll("&amp;", "&"));
	const summary = (shown: Shown) => /error-summary__list[\s\S]*?<\/ul>/.exec(shown.text)?.[0] ?? "";
	const draftIn = (shown: Shown) => /\/form\/([0-9a-f-]{36})\//.exec(shown.path)?.[1] ?? "";
	const answersOf = async (shown: Shown): Promise<Answers> => {
		const query = site.db.selectFrom("forms.draft").select("answers").where("id", "=", draftIn(shown));
		return storedAnswers((await query.executeTakeFirstOrThrow()).answers);
	};
	const names = async (shown: Shown) =>
		itemsOf((await answersOf(shown))["people"]).map(({ called }) => (typeof called === "string" ? called : ""));

	/** At the first page of the first person. */
	async function atPeople(browser: Browser, rents = "yes"): Promise<Shown> {
		let shown = await send(browser, await browser.get(`/services/${household.id}/form`), { kind: rents });
		const home = { "home[line1]": "1 Long Row", "home[town]": "Exton", "home[postcode]": site.postcode };
		shown = await send(browser, shown, home);
		if (rents === "yes") shown = await send(browser, shown, { landlord: "Mr Rent" });
		return send(browser, shown);
	}

	/** Answers every page of a new person, to the list. */
	async function add(browser: Browser, at: Shown, called: string, age: "adult" | "child" = "child"): Promise<Shown> {
		let shown = await send(browser, at, { called, adult: age === "adult" ? "yes" : "no" });
		if (age === "adult") {
			assert.match(shown.text, /What do they pay you a week/);
			shown = await send(browser, shown, { rent: "50" });
			assert.match(shown.text, /Do you need to add a job/);
			shown = await send(browser, shown, { add: "no" });
		} else {
			shown = await send(browser, shown, { "born[day]": "1", "born[month]": "2", "born[year]": "2020" });
		}
		assert.match(shown.text, /Do you have proof/);
		return send(browser, shown);
	}

	it("is asked of the first at once, page by page, and then whether there is another", async () => {
		const browser = site.browser();
		const first = await atPeople(browser);
		assert.match(first.path, /\/people\/items\/[a-z0-9]{8}$/);
		assert.match(first.text, /Person 1/);
		const empty = await send(browser, first);
		assert.equal(empty.status, 422);
		assert.match(summary(empty), /Enter what they are called/);
		const list = await add(browser, first, "Ann <b>", "adult");
		assert.match(list.path, /\/people$/);
		assert.match(list.text, /Do you need to add another person\?/);
		assert.match(list.text, /Ann &lt;b&gt;/);
		const unsaid = await send(browser, list);
		assert.equal(unsaid.status, 422);
		assert.match(summary(unsaid), /Select yes if you need to add another person/);
		const second = await send(browser, list, { add: "yes" });
		assert.match(second.text, /Person 2/);
		const both = await add(browser, second, "Ben");
		const next = await send(browser, both, { add: "no" });
		assert.match(next.text, /Who speaks for all of you\?/, "a condition counts the people");
		const answers = await send(browser, next, { big: "Ann" });
		assert.match(answers.path, /\/answers$/);
		assert.match(answers.text, /govuk-summary-card[\s\S]*Person 1[\s\S]*£50[\s\S]*Person 2[\s\S]*1 February 2020/);
		const sent = await browser.post(answers, answers.path, []);
		assert.match(sent.path, /\/sent$/);
	});

	it("may add as many as there may be, and not one more", async () => {
		const browser = site.browser();
		let list = await add(browser, await atPeople(browser), "A");
		for (const called of ["B", "C"]) list = await add(browser, await send(browser, list, { add: "yes" }), called);
		assert.match(list.text, /as many as there can be/);
		assert.doesNotMatch(list.text, /Do you need to add/);
		const fourth = await browser.get(`${list.path}/items/zzzzzzzz`);
		assert.match(fourth.path, /\/people$/);
		const forced = await browser.post(list, `${list.path}/items/zzzzzzzz`, [
			["called", "D"],
			["adult", "no"],
		]);
		assert.match(forced.path, /\/people$/);
		assert.deepEqual(await names(list), ["A", "B", "C"]);
		assert.match((await send(browser, list)).text, /Who speaks for all of you/);
	});

	it("changes one, and what a changed answer hides is dropped", async () => {
		const browser = site.browser();
		const list = await add(browser, await atPeople(browser), "Ann", "adult");
		const [change = ""] = hrefs(list, "Change");
		const held = await browser.get(change);
		assert.match(held.text, /value="Ann"/);
		const born = await send(browser, held, { called: "Anna", adult: "no" });
		assert.match(born.text, /When were they born/);
		assert.equal(itemsOf((await answersOf(born))["people"])[0]?.["rent"], undefined);
		const early = await browser.get(list.path);
		assert.match(early.text, /Not finished/);
		const due = await send(browser, early, { add: "no" });
		assert.match(due.text, /When were they born/, "who is not whole is asked first");
	});

	it("takes one away when asked twice, and asks for one again when none is left", async () => {
		const browser = site.browser();
		const list = await add(browser, await atPeople(browser), "Ann");
		const [removal = ""] = hrefs(list, "Remove");
		const asked = await browser.get(removal);
		assert.match(asked.text, /Are you sure you want to remove person 1\?/);
		const unsaid = await send(browser, asked);
		assert.match(summary(unsaid), /Select yes if you want to remove person 1/);
		assert.match((await send(browser, unsaid, { remove: "no" })).text, /Ann/);
		const none = await send(browser, unsaid, { remove: "yes" });
		assert.match(none.path, /\/items\/[a-z0-9]{8}$/, "there must be one");
		assert.match((await browser.get(removal)).path, /\/items\/[a-z0-9]{8}$/);
		const jumped = await browser.get(`${list.path.replace("people", "answers")}`);
		assert.match(jumped.path, /\/people\/items\//, "the answers wait for one");
	});

	it("has lists in the list", async () => {
		const browser = site.browser();
		const rent = await send(browser, await atPeople(browser), { called: "Ann", adult: "yes" });
		const jobs = await send(browser, rent, { rent: "1" });
		assert.match(jobs.text, /What work do they do\?/);
		const job = await send(browser, jobs, { add: "yes" });
		assert.match(job.text, /Job 1/);
		const looked = await send(browser, job, {
			employer: "The mill",
			"workplace[way]": "find",
			"workplace[postcode]": site.postcode,
		});
		assert.match(looked.text, new RegExp(`Select an address at ${site.postcode}`));
		const list = await send(browser, looked, {
			employer: "The mill",
			"workplace[way]": "list",
			"workplace[postcode]": site.postcode,
			"workplace[uprn]": /<option value="(\d+)"/.exec(looked.text)?.[1] ?? "",
		});
		assert.match(list.text, /Do you need to add another job\?/);
		assert.match(list.text, /The mill/);
		const [ann] = itemsOf((await answersOf(list))["people"]);
		assert.equal(itemsOf(ann?.["jobs"])[0]?.["employer"], "The mill");
		const [removal = ""] = hrefs(list, "Remove");
		const left = await send(browser, await browser.get(removal), { remove: "yes" });
		assert.match(left.text, /Do you need to add a job\?/);
		const proof = await send(browser, left, { add: "no" });
		assert.match(proof.text, /Do you have proof/);
	});

	it("adds files to one person, and shows them to their sender alone", async () => {
		const browser = site.browser();
		const born = await send(browser, await atPeople(browser), { called: "Ben", adult: "no" });
		const proof = await send(browser, born, { "born[day]": "1", "born[month]": "2", "born[year]": "2020" });
		const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
			.jpeg()
			.toBuffer();
		const add = /formaction="([^"]+)"/.exec(proof.text)?.[1] ?? "";
		assert.match(add, /\/items\/[a-z0-9]{8}\/\d\/files$/);
		assert.match((await browser.upload(proof, add, [])).text, /Select a file/);
		const file = { field: "proof", name: "red.jpg", bytes: new Uint8Array(picture) };
		const added = await browser.upload(proof, add, [file]);
		const thumbnail = /<img[^>]+src="([^"]+)"/.exec(added.text)?.[1] ?? "";
		assert.equal((await browser.get(thumbnail)).headers.get("content-type"), "image/jpeg");
		assert.equal((await site.browser().get(thumbnail)).status, 404);
		const removal = [...added.text.matchAll(/formaction="([^"]+)"/g)].find(([, one]) => one?.endsWith("removal"))?.[1];
		const removed = await browser.upload(added, removal ?? "", []);
		assert.doesNotMatch(removed.text, /<img[^>]+files/);
		assert.equal((await browser.get(thumbnail)).status, 404);
	});

	it("loses nobody when two tabs add people at the same time", async () => {
		const browser = site.browser();
		const list = await add(browser, await atPeople(browser), "A");
		const tabs = await Promise.all([1, 2].map(() => send(browser, list, { add: "yes" })));
		assert.notEqual(tabs[0]?.path, tabs[1]?.path);
		await Promise.all(tabs.map((tab, at) => send(browser, tab, { called: `Tab ${at}`, adult: "no" })));
		assert.deepEqual(
			(await names(list)).toSorted((one, other) => one.localeCompare(other)),
			["A", "Tab 0", "Tab 1"],
		);
		const [first] = tabs;
		assert.ok(first);
		await send(browser, first, { called: "Tab again", adult: "no" });
		assert.equal((await names(list)).length, 3, "sending a page twice adds one");
	});

	it("belongs to the browser that began it, and knows no page that is not there", async () => {
		const browser = site.browser();
		const list = await add(browser, await atPeople(browser), "A");
		const [change = "", removal = ""] = [...hrefs(list, "Change"), ...hrefs(list, "Remove")];
		for (const path of [change, removal]) assert.equal((await site.browser().get(path)).status, 404);
		const wrong = [
			"/items/UPPER",
			"/items/../../x",
			"/items/a/0",
			"/items/a/99",
			"/items/a/x",
			"/items/a/-1",
			"/items/abcdefghi",
		];
		for (const path of wrong) assert.equal((await browser.get(list.path + path)).status, 404, path);
		assert.match((await browser.get(`${list.path}/items/nobody/3/items/b`)).path, /\/people$/);
		const noList = await browser.get(`${list.path.replace("people", "home")}/items/a`);
		assert.equal(noList.status, 404);
	});
});

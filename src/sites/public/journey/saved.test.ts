import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { sql } from "kysely";
import { hostileTexts } from "../../../platform/formats/hostile.ts";
import { definitionShape } from "../../../modules/services/index.ts";
import { household } from "./household.test-data.ts";
import { type Browser, openPublicSite, type PublicSite, type Shown } from "./testing.ts";

const why = "So that the test can ask it.";
const { basis: _, ...privacy } = household.privacy;
const quiet = definitionShape.parse({
	...household,
	id: "tell-us-in-confidence",
	name: "Tell us in confidence",
	confidential: true,
	privacy: { ...privacy, basis: household.privacy.basis },
	form: {
		send: "Send",
		pages: [
			{ id: "what", questions: [{ id: "what", kind: "long-text", ask: "What is it?", why, error: "Say what it is" }] },
			{
				id: "when",
				questions: [{ id: "when", kind: "date", ask: "When was it?", why, past: true, error: "Enter the date" }],
			},
		],
	},
	register: { summary: "{what}" },
});

describe("a customer without script who comes back later", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite([household, quiet]);
	});
	after(() => site.close());

	const actions = (shown: Shown) =>
		[...shown.text.matchAll(/<form action="([^"]+)"/g)].map(([, path = ""]) => path.replaceAll("&amp;", "&"));
	const send = (browser: Browser, shown: Shown, fields: Record<string, string> = {}) => {
		const was = /name="_was" value="([^"]*)"/.exec(shown.text)?.[1];
		return browser.post(shown, actions(shown)[0] ?? "", Object.entries({ ...(was ? { _was: was } : {}), ...fields }));
	};
	const codeOn = (shown: Shown) => /fd-return-code">([^<]+)</.exec(shown.text)?.[1] ?? "";
	const begin = async (browser: Browser, what = "A leak") =>
		send(browser, await browser.get(`/services/${quiet.id}/form`), { what });
	const later = { _save: "later" };

	/** The link of the latest email, and the whole of it. */
	async function lastMail() {
		const { rows } = await sql<{ body: string; subject: string; recipient: string; confidential: boolean }>`
			select body, subject, recipient, confidential from messages.message where template = 'draft-saved'
			order by created_at desc, id desc limit 1`.execute(site.db);
		const mail = rows[0] ?? assert.fail("an email was written");
		return { ...mail, path: /\/continue\/[\w-]{43}/.exec(mail.body)?.[0] ?? "" };
	}

	async function askForLink(browser: Browser, saved: Shown, email = "jo@example.com") {
		return browser.post(saved, `${saved.path.replace(/\?.*/, "").replace(/saved$/, "links")}`, [["email", email]]);
	}

	it("keeps what is typed on the page that they leave, good or not yet", async () => {
		const browser = site.browser();
		const second = await begin(browser);
		const saved = await send(browser, second, { "when[day]": "31", "when[month]": "2", ...later });
		assert.match(saved.text, /Your answers are saved/);
		assert.match(saved.text, /We keep them until <strong>\w+ \d+ \w+ \d{4}<\/strong>/);
		const back = await browser.get(saved.path.replace(/\/saved$/, ""));
		assert.match(back.path, /\/when$/);
		assert.match(back.text, /value="31"/);
		assert.doesNotMatch(back.text, /There is a problem/);
		const good = await send(browser, back, {
			"when[day]": "1",
			"when[month]": "2",
			"when[year]": "2020",
			...later,
		});
		assert.match(good.text, /Your answers are saved/);
		assert.match((await browser.get(good.path.replace(/\/saved$/, ""))).path, /\/answers$/);
	});

	it("can leave from the first page, from a person of a list, and from the list", async () => {
		const first = site.browser();
		const saved = await send(first, await first.get(`/services/${quiet.id}/form`), later);
		assert.match(saved.text, /Your answers are saved/);
		const browser = site.browser();
		let shown = await send(browser, await browser.get(`/services/${household.id}/form`), { kind: "no" });
		shown = await send(browser, shown, {
			"home[line1]": "1 Long Row",
			"home[town]": "Exton",
			"home[postcode]": site.postcode,
		});
		const person = await send(browser, shown);
		assert.match(person.path, /\/people\/items\//);
		const half = await send(browser, person, { called: "Zoë", ...later });
		assert.match(half.text, /Your answers are saved/);
		const back = await browser.get(half.path.replace(/\/saved$/, ""));
		assert.equal(back.path, person.path);
		assert.match(back.text, /value="Zoë"/);
		shown = await send(browser, back, { called: "Zoë", adult: "no" });
		shown = await send(browser, shown, { "born[day]": "1", "born[month]": "2", "born[year]": "2020" });
		const list = await send(browser, shown);
		assert.match(list.text, /Do you need to add another person/);
		assert.match((await send(browser, list, later)).text, /Your answers are saved/);
	});

	it("can leave from the answers", async () => {
		const browser = site.browser();
		const second = await begin(browser);
		const answers = await send(browser, second, { "when[day]": "1", "when[month]": "2", "when[year]": "2020" });
		assert.match(answers.path, /answers$/);
		const left = await browser.post(answers, answers.path.replace("answers", "saved"), [["_save", "later"]]);
		assert.match(left.text, /Your answers are saved/);
	});

	it("goes on by the email's link on another device, and the first says then that it was sent", async () => {
		const home = site.browser();
		const saved = await send(home, await begin(home), later);
		const asked = await askForLink(home, saved);
		assert.match(asked.text, /We have sent the email/);
		assert.match(asked.text, /j•••@example\.com/);
		const mail = await lastMail();
		assert.equal(mail.recipient, "jo@example.com");
		assert.equal(mail.confidential, true);
		assert.doesNotMatch(`${mail.subject}${mail.body}`, /in confidence/i, "a confidential service is not named");
		const phone = site.browser();
		assert.equal((await phone.get(saved.path)).status, 404, "the address of the page alone opens nothing");
		const look = await phone.get(mail.path);
		assert.match(look.text, /Continue your form/);
		assert.equal(look.headers.get("cache-control"), "no-store");
		assert.equal((await phone.get(saved.path)).status, 404, "a look opens nothing yet");
		const on = await phone.post(look, mail.path, []);
		assert.match(on.path, /\/when$/);
		assert.equal((await home.get(saved.path)).status, 200, "the first device goes on too");
		const answers = await send(phone, on, { "when[day]": "1", "when[month]": "2", "when[year]": "2020" });
		const sent = await phone.post(answers, answers.path, []);
		assert.match(sent.path, /\/sent$/);
		assert.match((await home.get(saved.path)).text, /You have already sent this/);
		const after = await site.browser().get(mail.path);
		assert.match(after.text, /This form was sent/);
		assert.doesNotMatch(after.text, /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/, "a stranger is not told the reference");
	});

	it("can stop a link, and make another code", async () => {
		const home = site.browser();
		const saved = await send(home, await begin(home), later);
		const asked = await askForLink(home, saved, "wrong@example.com");
		const { path } = await lastMail();
		const stranger = site.browser();
		const opened = await stranger.post(await stranger.get(path), path, []);
		assert.equal(opened.status, 200);
		const removal = actions(asked).find((one) => one.endsWith("/removal")) ?? "";
		const stopped = await home.post(asked, removal, []);
		assert.match(stopped.text, /The link does not work any more/);
		assert.equal((await stranger.get(opened.path)).status, 404);
		const refused = await stranger.get(path);
		assert.equal(refused.status, 404);
		assert.match(refused.text, /This link does not work any more/);
		const renewed = await home.post(stopped, actions(stopped).find((one) => one.endsWith("/codes")) ?? "", []);
		assert.notEqual(codeOn(renewed), codeOn(saved));
		const old = await stranger.post(await stranger.get("/continue"), "/continue", [["code", codeOn(saved)]]);
		assert.match(old.text, /We have no answers with this code/);
		const now = await stranger.post(old, "/continue", [["code", codeOn(renewed).toLowerCase()]]);
		assert.match(now.path, /\/when$/);
	});

	it("is answered alike whether an address is known, brings mail back, or is anyone's", async () => {
		const browser = site.browser();
		const saved = await send(browser, await begin(browser), later);
		const pages = [];
		for (const email of ["a@example.com", "b@nowhere.invalid", "c@example.org"]) {
			const { status, text } = await askForLink(browser, saved, email);
			pages.push(`${status} ${/<h1[\s\S]*?<h2/.exec(text)?.[0]}`);
		}
		assert.equal(new Set(pages).size, 1);
		const wrong = await askForLink(browser, saved, "not an address");
		assert.equal(wrong.status, 422);
		assert.match(wrong.text, /Enter an email address in the correct format/);
		assert.match(wrong.text, /value="not an address"/);
		for (const email of ["d@example.com", "e@example.com"]) await askForLink(browser, saved, email);
		assert.match(
			(await askForLink(browser, saved, "f@example.com")).text,
			/You have asked for 5 links in the last hour/,
		);
	});

	it("is shown what another device answered, before it is overwritten", async () => {
		const home = site.browser();
		const second = await begin(home);
		const saved = await send(home, second, later);
		await askForLink(home, saved);
		const { path } = await lastMail();
		const phone = site.browser();
		const there = await phone.post(await phone.get(path), path, []);
		const date = (day: string) => ({ "when[day]": day, "when[month]": "2", "when[year]": "2020" });
		const here = await home.get(there.path);
		await send(phone, there, date("3"));
		const late = await send(home, here, date("4"));
		assert.equal(late.status, 409);
		assert.match(late.text, /answered this page on another device/);
		assert.match(late.text, /3 February 2020/);
		assert.match(late.text, /value="4"/);
		const decided = await send(home, late, date("4"));
		assert.match(decided.path, /\/answers$/);
		assert.match(decided.text, /4 February 2020/);
	});

	it("leaves who said each answer with the request", async () => {
		const browser = site.browser();
		const answers = await send(browser, await begin(browser, "Who said it"), {
			"when[day]": "1",
			"when[month]": "2",
			"when[year]": "2020",
		});
		await browser.post(answers, answers.path, []);
		const { rows } = await sql<{ sources: Record<string, { who: string; at: string }> }>`
			select sources from requests.request where answers->>'what' = 'Who said it'`.execute(site.db);
		const { what, when, ...others } = rows[0]?.sources ?? {};
		assert.deepEqual([what?.who, when?.who, others], ["customer", "customer", {}]);
		assert.ok((when?.at ?? "") >= (what?.at ?? "none"));
	});

	it("survives hostile texts in place of codes, tokens, addresses and marks", async () => {
		const browser = site.browser();
		const saved = await send(browser, await begin(browser), later);
		const page = await browser.get("/continue");
		for (const text of hostileTexts) {
			const typed = await browser.post(page, "/continue", [
				["code", text],
				[`code[${text.slice(0, 9)}]`, text],
			]);
			assert.ok([200, 413, 422].includes(typed.status), String(typed.status));
			assert.doesNotMatch(typed.text, /<script>alert|onerror=alert\(1\)>/);
			const looked = await browser.get(`/continue/${encodeURIComponent(text.toWellFormed()).slice(0, 500) || "x"}`);
			assert.ok([200, 400, 404, 414].includes(looked.status), String(looked.status));
			const asked = await askForLink(browser, saved, text);
			assert.ok([200, 422, 413].includes(asked.status), String(asked.status));
			assert.doesNotMatch(asked.text, /<script>alert|onerror=alert\(1\)>/);
			const answered = await browser.post(page, saved.path.replace("saved", "when"), [
				["_was", text],
				["_was[a]", text],
				["_save", text],
			]);
			assert.ok([200, 422, 413].includes(answered.status), String(answered.status));
		}
	});
});

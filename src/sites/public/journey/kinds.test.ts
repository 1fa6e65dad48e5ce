import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { storedAnswers } from "../../../modules/forms/index.ts";
import { serviceById } from "../../../modules/services/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { fieldsFor } from "./answering.ts";
import { everyKindDefinition } from "./everyKind.test-data.ts";
import { type Browser, openPublicSite, type PublicSite, type Shown } from "./testing.ts";

const { id } = everyKindDefinition;
type Fields = readonly (readonly [string, string])[];

describe("A page of every kind of question", () => {
	let site: PublicSite;
	before(async () => {
		site = await openPublicSite([everyKindDefinition]);
	});
	after(() => site.close());

	const pageOf = (shown: Shown) => /\/form\/[0-9a-f-]{36}\/([a-z-]+)/.exec(shown.path)?.[1] ?? "information";
	const errorsOn = ({ text }: Shown) =>
		[...(/error-summary__list[\s\S]*?<\/ul>/.exec(text)?.[0] ?? "").matchAll(/href="#([^"]+)">([^<]+)</g)].map(
			([, field, message]) => [field, message],
		);
	const answer = (browser: Browser, shown: Shown, fields: Fields) =>
		browser.post(shown, (/<form action="([^"]+)"/.exec(shown.text)?.[1] ?? "").replaceAll("&amp;", "&"), fields);

	/** The fields that answer a page as somebody in a hurry would. */
	function good(page: string): Fields {
		const service = serviceById(site.house, id);
		const asked = service?.form.pages.find((one) => one.page.id === page)?.page.questions ?? [];
		return asked.flatMap((question) => fieldsFor(question, councilPart.of(site.house)));
	}

	/** Goes on with good answers to the page of that name. */
	async function at(browser: Browser, page: string): Promise<Shown> {
		let shown = await browser.get(`/services/${id}/form`);
		for (let steps = 0; steps < 30 && pageOf(shown) !== page; steps++) {
			shown = await answer(browser, shown, good(pageOf(shown)));
			assert.equal(shown.status, 200, `${pageOf(shown)}: ${JSON.stringify(errorsOn(shown))}`);
		}
		assert.equal(pageOf(shown), page);
		return shown;
	}

	it("leads to what was said in words, and keeps it tidied", async () => {
		const browser = site.browser();
		const answers = await at(browser, "answers");
		for (const words of ["£12.50", "JG 10 37 59 A", "AB12 CDE", "Sort code 08-99-99", "I understand that what I say"]) {
			assert.ok(answers.text.includes(words), words);
		}
		assert.doesNotMatch(answers.text, /Before you start/);
		const sent = await browser.post(answers, answers.path, []);
		assert.match(sent.path, /\/sent$/, `${sent.status} ${sent.text.slice(-1500)}`);
		const { answers: kept } = await site.db.selectFrom("forms.draft").select("answers").executeTakeFirstOrThrow();
		const { money, bank, vehicle, nino, declaration } = storedAnswers(kept);
		assert.deepEqual(
			{ money, bank, vehicle, nino, declaration },
			{
				money: 1250,
				bank: { name: "Sam O’Neil", sortCode: "089999", accountNumber: "66374958" },
				vehicle: "AB12 CDE",
				nino: "JG103759A",
				declaration: "yes",
			},
		);
	});

	it("says what is missing and leads to the first box", async () => {
		const firstBox: Record<string, string> = {
			bank: "bank-name",
			property: "property-line1",
			declaration: "declaration",
		};
		for (const page of ["choices", "select", "money", "nino", "vehicle", "bank", "property", "declaration"]) {
			const browser = site.browser();
			const again = await answer(browser, await at(browser, page), []);
			assert.equal(again.status, 422);
			const [[field, message] = []] = errorsOn(again);
			assert.equal(field, firstBox[page] ?? page);
			assert.ok(message, page);
			assert.ok(again.text.includes(`id="${field}"`), `${page} has the box that the error leads to`);
		}
	});

	it("asks for one of two answers, and not for both", async () => {
		const browser = site.browser();
		const shown = await at(browser, "reach");
		const again = await answer(browser, shown, []);
		assert.deepEqual(errorsOn(again), [["email", "Enter an email address or a telephone number"]]);
		assert.equal(pageOf(await answer(browser, again, [["phone", "01632 960 001"]])), "declaration");
	});

	it("asks once about an account whose numbers do not fit, takes it then, and marks it for the officer", async () => {
		const browser = site.browser();
		const account: Fields = [
			["bank[name]", "Jo"],
			["bank[sortCode]", "08 99 99"],
			["bank[accountNumber]", "66374959"],
		];
		const again = await answer(browser, await at(browser, "bank"), account);
		assert.equal(again.status, 422);
		assert.match(again.text, /do not seem to belong together/);
		const checked = /name="bank\[checked\]" value="([^"]*)"/.exec(again.text)?.[1] ?? "";
		const other = await answer(browser, again, [
			...account.slice(0, 2),
			["bank[accountNumber]", "66374950"],
			["bank[checked]", checked],
		]);
		assert.equal(other.status, 422, "other numbers that do not fit are asked about too");
		const next = await answer(browser, again, [...account, ["bank[checked]", checked]]);
		assert.equal(pageOf(next), "property");
	});

	it("tells the customer which answers a changed answer took away", async () => {
		const browser = site.browser();
		const answers = await at(browser, "answers");
		const page = (name: string) => answers.path.replace(/answers$/, `${name}?change=1`);
		assert.match(answers.text, /What is their name\?/);
		const changed = await answer(browser, await browser.get(page("choice")), [["choice", "me"]]);
		assert.equal(pageOf(changed), "answers");
		assert.match(
			changed.text,
			/Because you changed your answer to “Who is it for\?”, we removed your answer to “What is their name\?”\./,
		);
		const back = await answer(browser, await browser.get(page("choice")), [["choice", "other"]]);
		assert.equal(pageOf(back), "name");
		const named = await answer(browser, back, [["name", "Zoë"]]);
		assert.equal(pageOf(named), "answers");
		assert.doesNotMatch(named.text, /we removed/);
	});

	it("asks again for an end that a changed start went past", async () => {
		const browser = site.browser();
		const answers = await at(browser, "answers");
		const dates = await browser.get(answers.path.replace(/answers$/, "dates?change=1"));
		const day = (box: string, year: string): Fields => [
			[`${box}[day]`, "1"],
			[`${box}[month]`, "6"],
			[`${box}[year]`, year],
		];
		const again = await answer(browser, dates, [...day("from", "2031"), ...day("until", "2030")]);
		assert.deepEqual(errorsOn(again), [["until-day", "The last day must be the same as or after Sunday 1 June 2031"]]);
	});
});

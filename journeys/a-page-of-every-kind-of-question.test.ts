import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { servicesModule, servicesPart } from "../src/modules/services/index.ts";
import { councilPart } from "../src/platform/council/index.ts";
import { systemContext } from "../src/platform/context/index.ts";
import { everyKindDefinition } from "../src/sites/public/journey/everyKind.test-data.ts";
import { mustBeSound, town, visitor } from "./town.ts";

const { id } = everyKindDefinition;

/** Puts a service into the running council that asks everything, and takes it out again. */
async function offer(asksEverything: boolean) {
	const { house } = await town();
	const own = servicesPart.of(house).filter((one) => one.id !== id);
	const { owner, topic } = own[0] ?? assert.fail("the pack has a service");
	servicesPart.put(house, asksEverything ? [...own, { ...everyKindDefinition, owner, topic }] : own);
	await servicesModule.opens?.(systemContext(house, "Journeys"));
}

before(() => offer(true));
after(() => offer(false));

const next = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

/** Sends the page empty first: the page with its errors must be as sound as the one without. */
async function emptyFirst(page: Page, kind: string) {
	await mustBeSound(page, `kind ${kind}`);
	await next(page);
	await page.locator(".govuk-error-summary").waitFor();
	await page.locator(".govuk-error-summary a").first().click();
	assert.equal(
		await page.evaluate(() => document.activeElement?.matches("input, select, textarea")),
		true,
		`the error on ${kind} leads to a box`,
	);
	await mustBeSound(page, `kind ${kind} with an error`);
}

async function answerMoneyAndDates(page: Page) {
	await emptyFirst(page, "money");
	await page.getByLabel("How much do you earn a week?").fill("£1,240.50");
	await next(page);
	await emptyFirst(page, "dates");
	for (const [at, year] of [2031, 2032].entries()) {
		await page.getByLabel("Day", { exact: true }).nth(at).fill("1");
		await page.getByLabel("Month", { exact: true }).nth(at).fill("June");
		await page.getByLabel("Year", { exact: true }).nth(at).fill(String(year));
	}
	await next(page);
}

async function answerWhoAndWhere(page: Page) {
	await emptyFirst(page, "nino");
	await page.getByLabel("What is your National Insurance number?").fill("jg 10 37 59 a");
	await next(page);
	await emptyFirst(page, "vehicle");
	await page.getByLabel("What is your registration number?").fill("ab12cde");
	await next(page);
	await emptyFirst(page, "bank");
	await page.getByLabel("Name on the account").fill("Zoë O'Hara");
	await page.getByLabel("Sort code").fill("08-99-99");
	await page.getByLabel("Account number").fill("66374959");
	await next(page);
	await mustBeSound(page, "kind bank asks to check");
	await page.getByLabel("Account number").fill("66374958");
	await next(page);
	await mustBeSound(page, "kind property");
	await page.getByText("Enter the address by hand").click();
	const council = councilPart.of((await town()).house);
	await page.getByLabel("Address line 1").fill("1 High Street");
	await page.getByLabel("Town or city").fill("Exton");
	await page.getByLabel("Postcode").fill(council.contact.address.at(-1) ?? "");
	await next(page);
}

async function answerFiles(page: Page) {
	await mustBeSound(page, "kind files");
	const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#385" } })
		.png()
		.toBuffer();
	await page.locator('input[type="file"]').setInputFiles([
		{ name: "payslip.txt", mimeType: "text/plain", buffer: Buffer.from("Gross pay 1,240.50\n") },
		{ name: "bench.png", mimeType: "image/png", buffer: picture },
	]);
	await page.getByRole("button", { name: "Add files" }).click();
	await page.getByText("payslip.txt").first().waitFor();
	await mustBeSound(page, "kind files added");
	await next(page);
}

for (const script of [true, false]) {
	test(`every kind of question can be answered ${script ? "with script" : "without script"}`, async () => {
		const { page, context } = await visitor({ script });
		await page.goto(`/services/${id}/form`);
		await mustBeSound(page, "kind information");
		await next(page);
		await page.getByLabel("Somebody else").check();
		await next(page);
		await page.getByLabel("What is their name?").fill("Zoë O'Hara");
		await next(page);
		await page.getByLabel("Bed").check();
		await next(page);
		if (script) await searchTheList(page);
		else {
			await mustBeSound(page, "kind select without script");
			await page.getByLabel("What is the largest thing?").selectOption("Fridge");
		}
		await next(page);
		await answerMoneyAndDates(page);
		await answerWhoAndWhere(page);
		await answerFiles(page);
		await emptyFirst(page, "needs");
		await page.getByLabel("Telephone number").fill("01632 960 001");
		await next(page);
		await emptyFirst(page, "declaration");
		await page.getByLabel("I understand that what I say must be true").check();
		await next(page);
		await mustBeSound(page, "kind answers");
		for (const words of ["Fridge", "£1,240.50", "JG 10 37 59 A", "AB12 CDE", "payslip.txt"]) {
			assert.ok(await page.getByText(words).first().isVisible(), words);
		}
		await context.close();
	});
}

/** Types a part of a word, and something that is not in the list, which is no answer. */
async function searchTheList(page: Page) {
	await emptyFirst(page, "select");
	const box = page.getByRole("combobox", { name: "What is the largest thing?" });
	await box.fill("fr");
	await page.getByRole("option", { name: /^Fridge/ }).waitFor();
	await mustBeSound(page, "kind select open");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	assert.equal(await box.inputValue(), "Fridge");
	await box.fill("Elephant");
	await next(page);
	await page.locator(".govuk-error-summary").waitFor();
	await page.getByRole("combobox").fill("fridge");
}

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { mustBeSound, officer, signIn, town, visitor } from "./town.ts";

const form = "/services/make-a-complaint/form";
const later = (page: Page) => page.getByRole("button", { name: "Save and come back later" }).click();

/** Answers what is asked until it says where it came to, by whatever its boxes are. */
async function answerUntil(page: Page, ends: RegExp) {
	for (let pages = 0; pages < 40 && !ends.test(page.url()); pages++) {
		await answerPage(page);
		const on = page.getByRole("button", { name: "Continue", exact: true });
		const find = page.getByRole("button", { name: "Find address" });
		if (await find.count()) await find.first().click();
		else if (await on.count()) await on.last().click();
		else await page.locator("main a.govuk-button").first().click();
		const wrong = page.locator(".govuk-error-summary");
		if (await wrong.count()) assert.fail(`${page.url()}: ${await wrong.innerText()}`);
	}
	assert.match(page.url(), ends);
}

async function answerPage(page: Page) {
	const main = page.locator("main form").first();
	for (const list of await main.locator("select").all()) await list.selectOption({ index: 1 });
	for (const group of await main.locator("fieldset:not(:has(fieldset))").all()) {
		const boxes = group.locator('input[type="radio"], input[type="checkbox"]');
		if ((await boxes.count()) > 0 && (await group.locator("input:checked").count()) === 0) await boxes.last().check();
	}
	for (const box of await main.locator('input[type="text"], input[type="email"], input[type="tel"], textarea').all()) {
		if (!(await box.isVisible()) || (await box.inputValue()) !== "") continue;
		const name = (await box.getAttribute("name")) ?? "";
		const type = await box.getAttribute("type");
		if (/\[postcode\]/.test(name)) {
			await box.fill("TS1 2QH");
			continue;
		}
		if (/\[building\]/.test(name)) continue;
		const typed = /\[day\]|\[month\]/.test(name) ? "1" : /\[year\]/.test(name) ? "2026" : "Something was left undone";
		await box.fill(type === "email" ? "jo@example.com" : type === "tel" ? "07700 900982" : typed);
	}
}

test("a customer saves a form, finishes it on a phone by the link, and the first screen says that it was sent", async () => {
	const { letterbox } = await town();
	const email = `jo.${crypto.randomUUID().slice(0, 8)}@example.com`;
	const { page } = await visitor();
	await page.goto(form);
	await answerPage(page);
	await page.getByRole("button", { name: "Continue" }).last().click();
	await mustBeSound(page, "question with a way to come back later");
	await later(page);
	await mustBeSound(page, "saved");
	await page.getByLabel("Email address").fill("nobody");
	await page.getByRole("button", { name: "Send me the link" }).click();
	await mustBeSound(page, "saved with an error");
	await page.getByLabel("Email address").fill(email);
	await page.getByRole("button", { name: "Send me the link" }).click();
	await mustBeSound(page, "saved and link sent");
	const saved = page.url();

	const letter = await letterbox.letterTo(email);
	assert.equal(letter.subject, "Your saved form");
	assert.doesNotMatch(letter.text, /complaint/i);
	const link = /https?:\/\/\S+\/continue\/[\w-]{43}/.exec(letter.text)?.[0] ?? assert.fail(letter.text);
	const phone = await visitor({ width: 320 });
	await phone.page.goto(new URL(link).pathname);
	await mustBeSound(phone.page, "link opened");
	await phone.page.getByRole("button", { name: "Continue" }).click();
	await answerUntil(phone.page, /\/answers$/);
	await mustBeSound(phone.page, "answers with a way to come back later");
	await phone.page.locator("main form").first().getByRole("button").last().click();
	assert.match(phone.page.url(), /\/sent$/);

	await page.goto(saved);
	await mustBeSound(page, "sent from another device");
	assert.match(await page.locator("main").innerText(), /You have already sent this/);
	await page.goto(new URL(link).pathname);
	await mustBeSound(page, "link after it was sent");
});

test("a customer tells an officer the code on the telephone, and the desk shows who typed what", async () => {
	const { page } = await visitor();
	await page.goto(form);
	await answerPage(page);
	await page.getByRole("button", { name: "Continue" }).last().click();
	await later(page);
	const code = (await page.locator(".fd-return-code").innerText()).trim();

	const sam = await officer("Sam Okafor", ["officer"], ["customer-relations"]);
	const desk = await visitor();
	await signIn(desk.page, sam);
	await desk.page.goto("/desk/forms");
	await desk.page.getByLabel("Have they begun it already?").fill(code.toLowerCase());
	await desk.page.getByLabel("On the telephone").check();
	await mustBeSound(desk.page, "desk with a code");
	await desk.page.getByRole("button", { name: "Open", exact: true }).click();
	const draft = /script\/([0-9a-f-]{36})/.exec(desk.page.url())?.[1] ?? assert.fail(desk.page.url());
	// On one screen, or page by page as the customer sees it.
	await desk.page.goto(`/desk/forms/make-a-complaint/${draft}`);
	await mustBeSound(desk.page, "desk question page");
	await answerUntil(desk.page, /\/answers$/);
	await mustBeSound(desk.page, "desk answers");
	await desk.page.locator("main form").first().getByRole("button").last().click();
	const words = await desk.page.locator("main").innerText();
	const reference = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? assert.fail(words);
	await mustBeSound(desk.page, "desk sent");
	await page.reload();
	assert.match(await page.locator("main").innerText(), /You have already sent this/);
	await desk.page.goto(`/desk/requests/${reference}`);
	const shown = await desk.page.locator("main").innerText();
	assert.match(shown, /Typed by Sam Okafor on the telephone/);
	await mustBeSound(desk.page, "request with sources");
});

test("a code opens a form on another browser without script, and a wrong one says so", async () => {
	const { page } = await visitor({ script: false });
	await page.goto(form);
	await answerPage(page);
	await later(page);
	const code = (await page.locator(".fd-return-code").innerText()).trim();
	const other = await visitor({ script: false, width: 320 });
	await other.page.goto("/continue");
	await mustBeSound(other.page, "continue");
	await other.page.getByLabel("Code", { exact: true }).fill("7K4M");
	await other.page.getByRole("button", { name: "Continue" }).click();
	await mustBeSound(other.page, "continue with an error");
	await other.page.getByLabel("Code", { exact: true }).fill(code);
	await other.page.getByRole("button", { name: "Continue" }).click();
	assert.match(other.page.url(), /make-a-complaint\/form\//);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { mustBeSound, officer, signIn, town, visitor } from "./town.ts";

test("an officer takes a call: the questions follow the answers, and the customer gets the letter", async () => {
	const { letterbox } = await town();
	const email = "dorothy@mail.example";
	const adviser = await officer("Kim Adviser", ["adviser"], ["environment-street-scene"]);
	const { page } = await visitor();
	await page.goto("/desk/forms");
	await signIn(page, adviser);
	await page.goto("/desk/forms");
	await mustBeSound(page, "choose what a call is about");
	await page.getByLabel("What is it about?").fill("rubbish dumped");
	await page.keyboard.press("Enter");
	await page.getByRole("link", { name: "Report fly-tipping" }).click();

	await page.getByRole("group", { name: "Is the waste dangerous?" }).getByLabel("Yes").check();
	await page.getByRole("region", { name: /Keep away/ }).waitFor();
	assert.match(page.url(), /\/script\/[0-9a-f-]{36}$/, "what was answered is kept without leaving the page");
	await page.getByRole("group", { name: "Is the waste dangerous?" }).getByLabel("No", { exact: true }).check();
	await page.getByRole("region", { name: /Keep away/ }).waitFor({ state: "detached" });
	await page.getByLabel("Street or place").fill("Borough Road");
	await page.getByRole("group", { name: "What kind of land" }).getByLabel("Back alley").check();
	await page.getByRole("group", { name: "What has been dumped?" }).getByLabel("Tyres").check();
	await page.getByRole("group", { name: "How much" }).getByLabel("A small van load").check();
	await page.getByRole("group", { name: "Is it blocking" }).getByLabel("No", { exact: true }).check();
	const saw = page.getByRole("group", { name: "Did you see who" }).getByLabel("Yes");
	await saw.check();
	await page.getByLabel("Who or what did you see?").waitFor();
	assert.ok(await saw.evaluate((box) => box === document.activeElement), "the hand stays where it was");
	await page.getByRole("group", { name: "Did you see who" }).getByLabel("No", { exact: true }).check();
	await page.getByLabel("Full name").fill("Dorothy Sedgwick");
	await page.getByLabel("Email address").fill(email);
	await mustBeSound(page, "a form on one screen");
	await page.keyboard.press("Control+Enter");
	await page.waitForURL(/\/sent$/);
	await mustBeSound(page, "what to tell the customer");
	const reference = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator("main").innerText())?.[0];
	assert.ok(reference);
	const letter = await letterbox.letterTo(email);
	assert.ok(letter.text.includes(reference));

	await page.goto("/desk/mine");
	await mustBeSound(page, "for staff");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { mustBeSound, town, visitor } from "./town.ts";

/** A photo as a phone takes it. */
function photo() {
	return sharp({ create: { width: 1200, height: 900, channels: 3, background: { r: 90, g: 120, b: 80 } } })
		.jpeg()
		.withExif({ IFD3: { GPSLatitude: "54/1 34/1 0/1", GPSLatitudeRef: "N" } })
		.toBuffer();
}

async function findTheService(page: Page) {
	await page.goto("/");
	await mustBeSound(page, "home");
	await page.getByRole("searchbox").first().fill("rubbish dumped in alley");
	await page.getByRole("button", { name: "Search" }).first().click();
	await mustBeSound(page, "search");
	await page.getByRole("link", { name: "Report fly-tipping" }).first().click();
	await mustBeSound(page, "start page");
	await page.getByRole("button", { name: "Start now" }).click();
}

async function next(page: Page) {
	await page.getByRole("button", { name: "Continue" }).click();
}

async function answerTheRest(page: Page, email: string) {
	await page.getByLabel("Back alley").check();
	await next(page);
	await page.getByLabel("Furniture or mattresses").check();
	await page.getByLabel("Household rubbish or black bags").check();
	await mustBeSound(page, "several choices");
	await next(page);
	await page.getByLabel("A small van load").check();
	await next(page);
	await page.getByLabel("No", { exact: true }).check();
	await next(page);
	await mustBeSound(page, "photos");
	await page
		.locator('input[type="file"]')
		.setInputFiles({ name: "waste.jpg", mimeType: "image/jpeg", buffer: await photo() });
	const add = page.getByRole("button", { name: /add/i });
	if (await add.count()) {
		await add.first().click();
		await mustBeSound(page, "photos added");
	}
	await next(page);
	await page.getByRole("textbox").fill("Behind the garages.\nThere is a <b>letter</b> in one bag & a cot.");
	await mustBeSound(page, "long text");
	await next(page);
	await page.getByLabel("Yes", { exact: true }).check();
	await next(page);
	await page.getByLabel("Who or what did you see?").fill("A white van");
	await mustBeSound(page, "several questions");
	await next(page);
	await page.getByLabel("Full name").fill("Zoë O'Hara");
	await page.getByLabel("Email address").fill("not an address");
	await next(page);
	await mustBeSound(page, "contact with an error");
	assert.match(await page.title(), /^Error: /);
	assert.equal(await page.getByLabel("Full name").inputValue(), "Zoë O'Hara", "what was typed is kept");
	await page.getByLabel("Email address").fill(email);
	await next(page);
	await mustBeSound(page, "check your answers");
	assert.match(await page.locator("main").innerText(), /There is a <b>letter<\/b> in one bag & a cot/);
	await page.getByRole("button", { name: "Send your report" }).click();
	await mustBeSound(page, "confirmation");
}

async function followIt(page: Page, email: string) {
	const { letterbox } = await town();
	const words = await page.locator("main").innerText();
	const reference = /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0];
	assert.ok(reference, `a reference stands in: ${words}`);
	assert.match(words, /within 3 working days/);
	assert.match(
		words,
		/\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/,
	);
	const letter = await letterbox.letterTo(email);
	assert.match(letter.text, new RegExp(reference));
	const link = /https?:\/\/\S+\/track\/\S+/.exec(letter.text)?.[0];
	assert.ok(link, `a link stands in: ${letter.text}`);
	await page.goto(new URL(link).pathname);
	await mustBeSound(page, "track");
	assert.match(await page.locator("main").innerText(), new RegExp(reference));
	await page.goto("/track");
	await mustBeSound(page, "find a report");
	await page.getByLabel(/reference/i).fill(reference.toLowerCase().replaceAll("-", " "));
	await page.getByLabel(/email/i).first().fill(email);
	await page
		.getByRole("button")
		.filter({ hasText: /find|track|continue|show/i })
		.first()
		.click();
	assert.match(await page.locator("main").innerText(), new RegExp(reference));
}

test("a resident reports fly-tipping with script, a pin on the map and a photo, and follows it", async () => {
	const { page, context } = await visitor({ width: 1280 });
	const email = "zoe@mail.example";
	await findTheService(page);
	await mustBeSound(page, "a choice");
	await page.getByLabel("No", { exact: true }).check();
	await next(page);
	await page.locator("[data-map] .leaflet-container, [data-map].leaflet-container").first().waitFor();
	await mustBeSound(page, "place with a map");
	const box = await page.locator(".leaflet-container").first().boundingBox();
	assert.ok(box);
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	await page.getByText(/ward/i).first().waitFor();
	await next(page);
	await answerTheRest(page, email);
	await followIt(page, email);
	await context.close();
});

test("a resident reports fly-tipping on a phone without script", async () => {
	const { page, context } = await visitor({ script: false, width: 320 });
	const email = "amir@mail.example";
	await findTheService(page);
	await next(page);
	await mustBeSound(page, "a choice not made");
	await page.getByLabel("Yes", { exact: true }).check();
	await next(page);
	await mustBeSound(page, "advice about danger");
	await page.getByRole("link", { name: "Back", exact: true }).click();
	await page.getByLabel("No", { exact: true }).check();
	await next(page);
	await mustBeSound(page, "place without a map");
	await page.getByLabel("Postcode").fill("ts1 2aa");
	await page.getByLabel(/street/i).fill("Borough Road");
	await page.getByLabel("Where exactly").fill("In the alley behind number 12");
	await next(page);
	await answerTheRest(page, email);
	await followIt(page, email);
	await context.close();
});

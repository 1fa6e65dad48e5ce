import assert from "node:assert/strict";
import { after, test } from "node:test";
import { mustBeSound, town, visitor } from "./town.ts";

after(async () => (await town()).close());

test("a resident moves home: says it once, without script, and sends the first of the forms that it fills", async () => {
	const { page } = await visitor({ script: false });
	const go = () => page.getByRole("button", { name: "Continue" }).last().click();
	const home = async (question: string) => {
		await page.getByLabel("Postcode").first().fill("TS1 2QQ");
		await page.getByRole("button", { name: "Find address" }).first().click();
		await page.locator("select").first().selectOption({ index: 1 });
		assert.ok(await page.getByText(question).first().isVisible());
	};
	const day = async (of: Date) => {
		await page.getByLabel("Day").fill(String(of.getUTCDate()));
		await page.getByLabel("Month").fill(String(of.getUTCMonth() + 1));
		await page.getByLabel("Year").fill(String(of.getUTCFullYear()));
	};

	await page.goto("/");
	await page.getByRole("link", { name: "Moving home", exact: true }).click();
	await mustBeSound(page, "life event");
	await page.goto("/life-events");
	await mustBeSound(page, "life events");
	await page.goto("/life-events/moving-home");
	await page.getByRole("button", { name: "Start now" }).click();
	await mustBeSound(page, "life event question");
	await page.getByLabel("I am moving into the area").check();
	await go();
	await home("Which address are you moving to?");
	await day(new Date());
	await go();
	await page.getByLabel("Garden waste collected").check();
	await page.getByLabel("A library card").check();
	await go();
	await page.getByLabel("Full name").fill("Zoë O’Neil");
	await page.getByLabel("Email address").fill("zoe@example.org");
	await go();
	await page.getByRole("heading", { name: "You may need these 3" }).waitFor();
	await mustBeSound(page, "life event services");
	const list = page.url();

	await page.getByRole("button", { name: /^Begin: Join the library/ }).click();
	const asked: string[] = [];
	while (!page.url().endsWith("/answers")) {
		assert.ok(asked.length < 8, asked.join());
		asked.push(page.url().split("/").at(-1) ?? "");
		const selects = page.locator("select");
		if ((await selects.count()) > 0) await selects.first().selectOption({ index: 1 });
		const boxes = page.getByRole("checkbox");
		if ((await boxes.count()) > 0) await boxes.first().check();
		if ((await page.getByLabel("Day").count()) > 0) await day(new Date("1980-05-04T00:00:00Z"));
		await go();
	}
	assert.deepEqual(asked, ["you", "branch", "rules"]);
	const check = await page.locator("main").innerText();
	for (const said of ["Zoë O’Neil", "zoe@example.org", "TS1 2QQ"]) assert.ok(check.includes(said), said);
	await page.locator('main form[action$="/answers"] button').first().click();
	await page.getByText("We have received it").waitFor();
	await page.getByRole("link", { name: "Go on with: Moving home" }).click();
	assert.equal(page.url(), list);
	assert.ok(await page.getByText("You have sent 1 of 3").isVisible());
	await mustBeSound(page, "life event services, one sent");
});

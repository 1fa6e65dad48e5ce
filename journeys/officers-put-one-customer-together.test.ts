import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { mustBeSound, officer, signIn, visitor } from "./town.ts";

const folder = mkdtempSync(join(tmpdir(), "front-door-files-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const taxed = [
	"Liability Ref;Account;Forename;Surname;Email;Telephone;Address;Postcode;Band;Liable From",
	"L-1;A-1;Wilhelmina;Quartermain;mina.q@mail.example;07700 900411;4 Rowan Place, Middlesbrough;TS5 6AB;B;01/04/2019",
	"L-2;A-2;Ottoline;Fairweather;;;6 Rowan Place, Middlesbrough;TS5 6AB;A;01/02/2021",
	"L-3;A-3;Barnaby;Fairweather;;;6 Rowan Place, Middlesbrough;TS5 6AB;A;31/02/2021",
	";A-4;Nobody;Keyless;;;8 Rowan Place, Middlesbrough;TS5 6AB;A;01/02/2021",
];
const borrowed = [
	"Card Number,Forename,Surname,DOB,Email,Address,Postcode,Home Library",
	'C-1,Mina,Quartermain,12/05/1961,,"4 Rowan Place, Middlesbrough",TS5 6AB,Central Library',
];

async function bringIn(page: Page, source: string, lines: readonly string[]): Promise<void> {
	const path = join(folder, `${source}.csv`);
	// As an old spreadsheet saves it: with a mark at the beginning and Windows' line ends.
	writeFileSync(path, `\uFEFF${lines.join("\r\n")}\r\n`);
	await page.goto(`/desk/sources/${source}`);
	await page.getByRole("button", { name: "Bring a file in" }).click();
	await page.getByLabel("CSV file").setInputFiles(path);
	await page.locator("main form button").first().click();
	await page.getByRole("heading", { name: "The first records, as they are read" }).waitFor();
}

test("officers bring files in, judge who is who, and put one customer together", async (t) => {
	const admin = await officer("Ada Admin", ["admin"], ["customer-centre"]);
	const lead = await officer("Lea Lead", ["team-lead"], ["customer-centre"]);
	const second = await officer("Sol Second", ["team-lead"], ["customer-centre"]);

	await t.test("a file is shown before it is taken in, line by line with what is wrong", async () => {
		const { page } = await visitor({ script: false });
		await signIn(page, admin);
		await page.goto("/desk/sources");
		await mustBeSound(page, "sources");
		await bringIn(page, "council-tax", taxed);
		await mustBeSound(page, "a file before it is taken in");
		const wrong = await page.locator("main").innerText();
		assert.match(wrong, /“31\/02\/2021” is not a date[^]*It has no liability number/);
		await page.getByRole("button", { name: "Take 3 records in" }).click();
		await page.getByText("Left out", { exact: true }).waitFor();
		await mustBeSound(page, "a file that was taken in");
		await bringIn(page, "library", borrowed);
		await page.getByRole("button", { name: "Take 1 record in" }).click();
		await page.getByText("Left out", { exact: true }).waitFor();
		await page.goto("/desk/sources/council-tax");
		await mustBeSound(page, "a source");
		await page.context().close();
	});

	await t.test("a doubtful pair is judged by a person, who sees what speaks for it and against", async () => {
		const { page } = await visitor();
		await signIn(page, lead);
		const pair = page.getByRole("link", { name: /Quartermain/ }).first();
		for (let tries = 0; tries < 60 && !(await pair.isVisible()); tries++) {
			await page.goto("/desk/pairs");
			await page.waitForTimeout(250);
		}
		await mustBeSound(page, "pairs to judge");
		await pair.click();
		await page.getByRole("heading", { name: "Are these one customer?" }).waitFor();
		await mustBeSound(page, "a pair to judge");
		await page.keyboard.press("s");
		assert.ok(await page.getByLabel("One customer").isChecked(), "the key chose the verdict");
		await page.getByLabel("Why").fill("The same home, and Mina is short for Wilhelmina.");
		await page.getByRole("button", { name: /^Save/ }).click();
		await page.waitForURL(/\/desk\/pairs/);
		const { page: other } = await visitor({ script: false });
		await signIn(other, second);
		await other.goto("/desk/pairs?view=second");
		await other
			.getByRole("link", { name: /Quartermain/ })
			.first()
			.click();
		await mustBeSound(other, "a pair for a second opinion");
		await other.getByLabel("One customer").check();
		await other.getByLabel("Why").fill("I rang her: both are hers.");
		await other.getByRole("button", { name: /^Save/ }).click();
		await other.goto("/desk/pairs?view=judged");
		await other
			.getByRole("link", { name: /Quartermain/ })
			.first()
			.waitFor();
		await other.context().close();
		await page.goto("/desk/pairs/precision");
		await mustBeSound(page, "how right the links are");
		await page.context().close();
	});
});

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { Page } from "playwright-core";
import { submitRequest } from "../src/modules/requests/index.ts";
import { serviceById } from "../src/modules/services/index.ts";
import { systemContext } from "../src/platform/context/index.ts";
import { mustBeSound, officer, signIn, town, visitor } from "./town.ts";

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

/** A request of Tess Vandermeer, by this address; answers its reference. */
async function asks(serviceId: string, email: string): Promise<string> {
	const { house } = await town();
	const service = serviceById(house, serviceId);
	assert.ok(service);
	const customer = { name: "Tess Vandermeer", email };
	return (await submitRequest(systemContext(house, "Journeys"), { service, answers: {}, customer, channel: "web" }))
		.reference;
}

test("officers bring files in, judge who is who, and put one customer together", async (t) => {
	const admin = await officer("Ada Admin", ["admin"], ["customer-centre"]);
	const lead = await officer("Lea Lead", ["team-lead"], ["customer-centre"]);
	const adviser = await officer("Avi Adviser", ["adviser"], ["customer-centre"]);
	const second = await officer("Sol Second", ["team-lead"], ["customer-centre"]);
	const [business, street] = [
		await asks("give-a-temporary-event-notice", "tess.one@mail.example"),
		await asks("report-fly-tipping", "tess.two@mail.example"),
	];

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

	await t.test(
		"nobody opens a record for a reason that is not theirs, and each opening says what it shows",
		async () => {
			const { page } = await visitor({ script: false });
			await signIn(page, adviser);
			await page.goto("/desk/customers");
			await mustBeSound(page, "find a customer");
			await page.getByLabel("Name, email, telephone").fill("tess.one@mail.example");
			await page.getByRole("button", { name: "Find" }).click();
			await mustBeSound(page, "customers who were found");
			const found = page.getByRole("link", { name: "Tess Vandermeer" });
			const address = (await found.getAttribute("href")) ?? "";
			await page.goto(`${address}?work=${business}`);
			await page.getByRole("heading", { name: /^You cannot open this record/ }).waitFor();
			await mustBeSound(page, "a reason that is refused");
			await page.getByRole("link", { name: "Open the record for another reason" }).click();
			await mustBeSound(page, "why a record is opened");
			await page.getByLabel("Answer a question or take a report").check();
			await page.getByRole("button", { name: "Open the record" }).click();
			await page.getByRole("heading", { name: "Tess Vandermeer" }).waitFor();
			await mustBeSound(page, "a customer's record");
			const shown = await page.locator("main").innerText();
			assert.ok(shown.includes(business) && !shown.includes(street));
			await page.context().close();
		},
	);

	await t.test("two customers are merged with a reason, and parted again as they were", async () => {
		const { page } = await visitor({ script: false });
		await signIn(page, lead);
		const open = async (reference: string, reason: string) => {
			await page.goto(`/desk/customers/${reference}`);
			if (page.url().includes("/look-ups/new")) {
				await page.getByLabel(reason, { exact: true }).check();
				await page.getByRole("button", { name: "Open the record" }).click();
			}
			return page.locator("main").innerText();
		};
		const referenceOf = async (email: string) => {
			await page.goto(`/desk/customers?q=${encodeURIComponent(email)}`);
			return /CR-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator("main").innerText())?.[0] ?? assert.fail(email);
		};
		const [one, other] = [await referenceOf("tess.one@mail.example"), await referenceOf("tess.two@mail.example")];
		assert.notEqual(one, other);
		await page.goto(`/desk/customers/${one}/merges/new`);
		await mustBeSound(page, "whom to merge with");
		await page.getByLabel("Reference, name, email").fill(other);
		await page.getByRole("button", { name: "Look for them" }).click();
		await page
			.getByRole("main")
			.getByRole("link", { name: /Tess Vandermeer/ })
			.first()
			.click();
		await mustBeSound(page, "two customers to merge");
		await page.getByLabel("Why are they one customer?").fill("She has two email addresses and told me so.");
		await page.getByRole("button", { name: "Make them one customer" }).click();
		const reason = "Answer a question or take a report";
		for (const reference of [one, other]) {
			const shown = await open(reference, reason);
			assert.ok(shown.includes(business) && shown.includes(street), `${reference} opens the record of both`);
		}
		await page.goto(`/desk/customers/${other}/links`);
		await mustBeSound(page, "how a record came together");
		assert.match(await page.locator("main").innerText(), /She has two email addresses/);
		await page
			.getByRole("link", { name: /^This is not them: part them/ })
			.first()
			.click();
		await mustBeSound(page, "records to part");
		await page.getByLabel("Why are they two customers?").fill("Mother and daughter of one name.");
		await page.getByRole("button", { name: "Part them" }).click();
		const [first, second] = [await open(one, reason), await open(other, reason)];
		assert.ok(first.includes(business) && !first.includes(street));
		assert.ok(second.includes(street) && !second.includes(business));
		await page.context().close();
	});
});

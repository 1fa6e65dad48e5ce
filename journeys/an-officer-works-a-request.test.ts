import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { submitRequest } from "../src/modules/requests/index.ts";
import { serviceById, services } from "../src/modules/services/index.ts";
import { visitor as anyone } from "../src/platform/context/index.ts";
import { mustBeSound, officer, signIn, town, visitor } from "./town.ts";

/** A fly-tip reported just now by someone with an email address. */
async function flyTip(email: string) {
	const { house } = await town();
	const service = serviceById(house, "report-fly-tipping") ?? services(house)[0];
	assert.ok(service);
	const ctx = { house, actor: anyone, now: new Date(), correlation: crypto.randomUUID() };
	return submitRequest(ctx, {
		service,
		channel: "web",
		answers: {
			danger: "no",
			where: { latitude: 54.5745, longitude: -1.234, street: "Borough Road" },
			land: "alley",
			types: ["household"],
			amount: "van",
			blocking: "no",
			witness: "no",
			fullName: "Ruth Calvert",
			email,
		},
	});
}

async function move(page: Page, reference: string, stage: string, message: string) {
	await page.goto(`/desk/requests/${reference}/moves`);
	await page.getByLabel(stage, { exact: true }).check();
	await page.getByLabel("Message to the customer").fill(message);
	await mustBeSound(page, "move a request");
	await page.getByRole("button", { name: "Move", exact: true }).click();
	await page.waitForURL(/done=moved/);
}

test("an officer works a fly-tip through its five stages, and the resident's page and letters follow", async () => {
	const { letterbox } = await town();
	const email = "ruth@mail.example";
	const { reference, link } = await flyTip(email);
	const priya = await officer("Priya Nair", ["officer", "team-lead"], ["environment-street-scene"]);
	const desk = await visitor();
	const resident = await visitor({ width: 320 });

	await desk.page.goto("/desk/requests");
	await mustBeSound(desk.page, "sign in");
	await signIn(desk.page, priya);
	await desk.page.goto("/desk/requests");
	await mustBeSound(desk.page, "queue");
	await desk.page.getByRole("searchbox").or(desk.page.locator("input[name=q]")).first().fill(email);
	await desk.page.keyboard.press("Enter");
	await desk.page.getByRole("link", { name: reference }).first().click();
	await mustBeSound(desk.page, "request");

	await desk.page.goto(`/desk/requests/${reference}/ownership`);
	await desk.page.getByRole("button", { name: "Take this request" }).click();
	await desk.page.waitForURL(/done=taken/);
	await desk.page.goto(`/desk/requests/${reference}/notes`);
	await desk.page.getByLabel("Note", { exact: true }).fill("Rang the crew. <script>alert(1)</script>");
	await desk.page.getByRole("button", { name: "Add note" }).click();
	await desk.page.waitForURL(/done=noted/);

	const steps = [
		{ stage: "With the team", says: "The crew's supervisor has your report", public: "Sent to the team" },
		{ stage: "Clearance planned", says: "A crew is booked to clear it", public: "Action planned" },
		{ stage: "Cleared", says: "The crew has cleared the waste", public: "Action taken" },
	];
	for (const step of steps) {
		await move(desk.page, reference, step.stage, `From Priya: ${step.stage}.`);
		const letter = await letterbox.letterTo(email, ({ text }) => text.includes(`From Priya: ${step.stage}.`));
		assert.match(letter.text, new RegExp(reference));
		await resident.page.goto(link);
		const shown = await resident.page.locator("main").innerText();
		assert.ok(shown.includes(step.public) && shown.includes(`From Priya: ${step.stage}.`), shown);
		assert.equal(await resident.page.locator("[aria-current=step]").count(), 1);
	}
	await desk.page.goto(`/desk/requests/${reference}/closure`);
	await mustBeSound(desk.page, "close a request");
	await desk.page.getByRole("button", { name: "Close request" }).click();
	await mustBeSound(desk.page, "close without an outcome");
	await desk.page.getByLabel("Cleared", { exact: true }).check();
	await desk.page.getByRole("button", { name: "Close request" }).click();
	await desk.page.waitForURL(/done=closed/);
	await mustBeSound(desk.page, "closed request");
	await letterbox.letterTo(email, ({ text }) => text.includes("We cleared the waste."));

	await resident.page.goto(link);
	await mustBeSound(resident.page, "track a closed request");
	assert.match(await resident.page.locator("main").innerText(), /We cleared the waste/);
	assert.doesNotMatch(await resident.page.locator("main").innerText(), /Rang the crew/, "notes stay at the desk");
	await resident.page.getByText("This is not fixed").click();
	await resident.page.getByLabel("What is still wrong?").fill("Half of it is still there.");
	await resident.page.getByRole("button", { name: "Ask us to look again" }).click();
	await mustBeSound(resident.page, "track a reopened request");
	await desk.page.goto(`/desk/requests/${reference}`);
	assert.match(await desk.page.locator("main").innerText(), /Half of it is still there/);
	await letterbox.letterTo(email, ({ subject }) => /again/i.test(subject));
	const letters = letterbox.letters.filter((one) => one.to === email);
	assert.equal(new Set(letters.map((one) => one.id)).size, letters.length, "no letter came twice");
	await desk.context.close();
	await resident.context.close();
});

test("of two officers at once the second is told, and nothing is overwritten or lost", async () => {
	const { reference } = await flyTip("keith@mail.example");
	const first = await visitor();
	const second = await visitor();
	await signIn(first.page, await officer("Tom Ashby", ["officer"], ["environment-street-scene"]));
	await signIn(second.page, await officer("Leanne Hart", ["officer"], ["environment-street-scene"]));
	await first.page.goto(`/desk/requests/${reference}/moves`);
	await second.page.goto(`/desk/requests/${reference}/closure`);
	await first.page.getByLabel("With the team", { exact: true }).check();
	await first.page.getByRole("button", { name: "Move", exact: true }).click();
	await first.page.waitForURL(/done=moved/);
	await second.page.getByLabel("Nothing found", { exact: true }).check();
	await second.page.getByLabel("Message to the customer").fill("We looked twice and found nothing.");
	await second.page.getByRole("button", { name: "Close request" }).click();
	await mustBeSound(second.page, "changed meanwhile");
	const told = await second.page.locator("main").innerText();
	assert.match(told, /Tom Ashby/);
	assert.equal(
		await second.page.getByLabel("Message to the customer").inputValue(),
		"We looked twice and found nothing.",
		"what the second officer typed is kept",
	);
	await first.page.reload();
	assert.match(await first.page.locator("main").innerText(), /With the team/);
	await first.context.close();
	await second.context.close();
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { publicServices, type Service, services } from "../src/modules/services/index.ts";
import { councilPart } from "../src/platform/council/index.ts";
import { answerScreen } from "./customer.ts";
import { mustBeSound, officer, signIn, town, visitor, withoutScript } from "./town.ts";

/** Sends what stands on the screen until it is taken: what an answer brings with it comes with the next screen. */
async function sendAtTheDesk(page: Page, service: Service): Promise<void> {
	const council = councilPart.of((await town()).house);
	await page.goto(`/desk/services/${service.id}/script`);
	await mustBeSound(page, `script of ${service.id}`);
	for (let screens = 0; screens < 8; screens++) {
		await answerScreen(page, service, council);
		if (new URL(page.url()).pathname.endsWith("/sent")) return;
	}
	assert.fail(`${service.id} was not sent: ${await page.locator(".govuk-error-summary").allInnerTexts().then(String)}`);
}

test("every form that is for staff alone is sent at the desk without script", async () => {
	const { house } = await town();
	const open = new Set(publicServices(house));
	const forStaff = services(house).filter((service) => !open.has(service));
	assert.ok(forStaff.length > 0);
	const { page, context } = await visitor({ width: 1280 });
	await signIn(page, await officer("Robin Staff", ["officer"], []));
	await withoutScript(page);
	for (const service of forStaff) {
		await sendAtTheDesk(page, service);
		await mustBeSound(page, `sent for ${service.id}`);
		assert.match(await page.locator("main").innerText(), /[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}/, service.id);
	}
	await context.close();
});

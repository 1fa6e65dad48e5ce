/** A whole council for journeys: the real server on a real database, a real mail server, one real browser. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import assert from "node:assert/strict";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { closeHouse, modules, openHouse, routes } from "../src/house.ts";
import { addOfficer, currentCode, enrolCode, resolveOfficer } from "../src/modules/staff/index.ts";
import { readConfig } from "../src/platform/config/index.ts";
import { type House, systemContext } from "../src/platform/context/index.ts";
import { cloneDatabase } from "../src/platform/db/testing.ts";
import { assetsSlot } from "../src/platform/html/assets/index.ts";
import { buildServer } from "../src/platform/http/index.ts";
import { startWorker } from "../src/platform/jobs/index.ts";
import { isRefusal } from "../src/platform/refusal/index.ts";
import { type Letterbox, openLetterbox } from "./letterbox.ts";
import { bringAxe, faultsSeen, narrow, wide } from "./looking.ts";

export type Town = {
	url: string;
	house: House;
	letterbox: Letterbox;
	browser: Browser;
	close(): Promise<void>;
};

let shared: Promise<Town> | undefined;

/** The one town that the journeys of a run share. The process's end closes it. */
export function town(): Promise<Town> {
	shared ??= openTown();
	return shared;
}

/** A town of its own, of the council whose pack is named. Who opens it closes it. */
export async function openTown(council?: string): Promise<Town> {
	const data = mkdtempSync(join(tmpdir(), "front-door-journeys-"));
	process.once("exit", () => rmSync(data, { recursive: true, force: true }));
	const [database, letterbox, browser] = await Promise.all([cloneDatabase(), openLetterbox(), openBrowser()]);
	const config = readConfig({
		COUNCIL: council ?? process.env["COUNCIL"],
		FRONTDOOR_DATA: data,
		FRONTDOOR_SECRET: "a secret that only this run of the journeys knows",
		EMAIL_CARRIER: "smtp",
		SMTP_URL: letterbox.url,
		RATE_LIMIT: "100000",
		LOG_LEVEL: "error",
	});
	const house = await openHouse(config, database.db, () => {}, { assets: resolve("var/assets") });
	const worker = await startWorker(house, database.pool, modules);
	const app = await buildServer({
		house,
		routes,
		resolveOfficer: resolveOfficer(house),
		assetsFolder: assetsSlot.of(house).folder,
	});
	await app.listen({ port: 0, host: "127.0.0.1" });
	const address = app.server.address();
	const close = async () => {
		await browser.close();
		await app.close();
		await worker.stop();
		closeHouse(house);
		await letterbox.close();
		await database.close();
		rmSync(data, { recursive: true, force: true });
	};
	return { url: `http://127.0.0.1:${portOf(address)}`, house, letterbox, browser, close };
}

function portOf(address: AddressInfo | string | null): number {
	assert.ok(address !== null && typeof address === "object");
	return address.port;
}

function openBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
		args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"],
	});
}

export type Visitor = { page: Page; context: BrowserContext };

/** Someone at a browser of their own. */
export async function visitor({ script = true, width = 1280 } = {}, to?: Town): Promise<Visitor> {
	const { browser, url } = to ?? (await town());
	const context = await browser.newContext({
		baseURL: url,
		viewport: { width, height: width < 600 ? 640 : 900 },
		reducedMotion: "reduce",
	});
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	await bringAxe(page);
	if (!script) await withoutScript(page);
	return { page, context };
}

/** Every script of ours is a file of its own. None arrives, rather than none may run: axe must be able to look at the page. */
export async function withoutScript(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send("Network.enable");
	await session.send("Network.setBlockedURLs", { urls: ["*.js", "*.js?*"] });
}

const seen = new Set<string>();

/** Holds a page to what every page must be: no axe violation and nothing wider than the screen, on a phone and on a desk. */
export async function mustBeSound(page: Page, name: string): Promise<void> {
	if (seen.has(name)) return;
	seen.add(name);
	assert.deepEqual(await faultsSeen(page, [narrow, wide]), [], `${name} (${page.url()})`);
	await keepPicture(page, name);
}

/** Keeps pictures of the page in the folder named by SCREENSHOTS, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
	const folder = process.env.SCREENSHOTS;
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	const before = page.viewportSize();
	for (const width of [narrow, wide]) {
		await page.setViewportSize({ width, height: 700 });
		await page.screenshot({ path: join(folder, `${name.replaceAll(/[^\w-]+/g, "-")}-${width}.png`), fullPage: true });
	}
	if (before) await page.setViewportSize(before);
}

export type Officer = { id: string; email: string; password: string };

/** Adds an officer who has set up a one-time code. */
export async function officer(name: string, roles: string[], teams: string[]): Promise<Officer> {
	const { house } = await town();
	const ctx = systemContext(house, "Journeys");
	const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${crypto.randomUUID().slice(0, 8)}@council.example`;
	const added = await addOfficer(ctx, { email, name, roles, teams });
	if (isRefusal(added)) throw new Error(`The officer was refused: ${added.code}`);
	await enrolCode(ctx, added.id);
	return { id: added.id, email, password: added.password };
}

/** Signs in as people do: email, password, one-time code. */
export async function signIn(page: Page, who: Officer): Promise<void> {
	const { house } = await town();
	await page.goto("/desk/sign-in");
	await page.getByLabel("Email address").fill(who.email);
	await page.getByLabel("Password", { exact: true }).fill(who.password);
	await page.getByRole("button", { name: "Continue" }).click();
	await page
		.getByLabel(/code/i)
		.first()
		.fill((await currentCode(house, who.email)) ?? "");
	await page.getByRole("button", { name: /continue|sign in/i }).click();
	await page.waitForURL(/\/desk/);
}

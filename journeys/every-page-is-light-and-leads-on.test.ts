import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { publicServices, type Service } from "../src/modules/services/index.ts";
import { councilPart } from "../src/platform/council/index.ts";
import { fill, type Met } from "./customer.ts";
import { town, visitor, withoutScript } from "./town.ts";

const most = 100_000;

/** Bytes over the wire, as packed, for the page and all it loads, with nothing in the browser's cache. */
async function weight(page: Page, open: () => Promise<unknown>): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send("Network.enable");
	await session.send("Network.setCacheDisabled", { cacheDisabled: true });
	let bytes = 0;
	session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
	await open();
	await page.waitForLoadState("networkidle");
	await session.detach();
	return bytes;
}

/** One page of each kind that search engines are given: pages are of a kind when their addresses differ in the last part. */
async function onePageOfEachKind(url: string): Promise<string[]> {
	const map = await (await fetch(new URL("/sitemap.xml", url))).text();
	const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? "").pathname);
	const kinds = Map.groupBy(listed, (path) => path.replace(/(?<=\/.+)\/[^/]+$/, "/…"));
	return [...kinds.values()].flatMap(([first]) => first ?? []);
}

/** Fills the form with another page of the same browser, and weighs each page that asks with a script of its own. */
async function weighQuestions(page: Page, service: Service): Promise<Record<string, number>> {
	const weights: Record<string, number> = {};
	const filling = await page.context().newPage();
	await withoutScript(filling);
	const look = async ({ shape, wrong }: Met) => {
		const own = ["place", "select", "files", "photos"].find((kind) => shape.split(", ").includes(kind));
		if (own && !wrong) weights[own] = await weight(page, () => page.goto(filling.url()));
	};
	const council = councilPart.of((await town()).house);
	await fill({ page: filling, council, look, emptyFirst: () => false }, service);
	await filling.close();
	return weights;
}

test("a page is under 100 kB in all, the map's and the searchable list's too", async () => {
	const { house, url } = await town();
	const { page, context } = await visitor({ width: 320 });
	const weights: Record<string, number> = {};
	const starts = publicServices(house).slice(0, 1);
	const unlisted = ["/search?q=bin", "/track", "/charter", ...starts.map(({ id }) => `/services/${id}`)];
	for (const path of [...(await onePageOfEachKind(url)), ...unlisted])
		weights[path] = await weight(page, () => page.goto(path));
	for (const kind of ["place", "select"]) {
		const asks = ({ form }: Service) => form.names.some((question) => question.kind === kind);
		const [service] = publicServices(house)
			.filter(asks)
			.toSorted((one, other) => one.form.pages.length - other.form.pages.length);
		assert.ok(service, `a service of the pack asks by ${kind}`);
		Object.assign(weights, await weighQuestions(page, service));
	}
	await context.close();
	assert.ok(Object.keys(weights).length >= 10);
	const heavy = Object.entries(weights).filter(([, bytes]) => bytes < 2_000 || bytes >= most);
	assert.deepEqual(heavy, [], "pages of 100 kB or more");
});

type Read = { path: string; title: string; headings: number; described: boolean; lang: string; links: string[] };

function read(path: string, text: string): Read {
	const links = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) =>
		(match[1] ?? "").replaceAll("&amp;", "&"),
	);
	return {
		path,
		title: /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? "",
		headings: text.match(/<h1[\s>]/g)?.length ?? 0,
		described: /<meta name="description" content="[^"]{20,}"/.test(text),
		lang: /<html lang="([^"]*)"/.exec(text)?.[1] ?? "",
		links,
	};
}

/** Every page of the public website that can be come to by links alone, from home. */
async function crawl(url: string): Promise<Read[]> {
	const pages: Read[] = [];
	const waiting = ["/"];
	const known = new Set(waiting);
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const answer = await fetch(new URL(path, url));
		const body = await answer.text();
		assert.equal(answer.status, 200, `${path} leads nowhere`);
		if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
		const page = read(path, body);
		pages.push(page);
		for (const link of page.links) {
			if (link.startsWith("#")) {
				assert.ok(link === "#" || body.includes(`id="${link.slice(1)}"`), `${path}: nothing has the id of ${link}`);
				continue;
			}
			const to = link.split("#")[0] ?? "";
			if (!to.startsWith("/") || known.has(to)) continue;
			known.add(to);
			waiting.push(to);
		}
	}
	return pages;
}

test("no link of the public website is dead, and every page says once what it is", async () => {
	const { url } = await town();
	const pages = await crawl(url);
	assert.ok(pages.length > 15, `only ${pages.length} pages were found`);
	const titles = Map.groupBy(pages, ({ title }) => title);
	const twice = [...titles.values()].filter((ones) => ones.length > 1).map((ones) => ones.map(({ path }) => path));
	assert.deepEqual(twice, [], "pages with one title");
	for (const { path, headings, lang } of pages) {
		assert.equal(headings, 1, `${path} has ${headings} first headings`);
		assert.equal(lang, "en-GB", path);
	}
});

test("search engines are given the public pages, each with a line about it, and kept from people's own", async () => {
	const { url } = await town();
	const robots = await (await fetch(new URL("/robots.txt", url))).text();
	for (const path of ["/desk", "/track", "/services/*/form"])
		assert.match(robots, new RegExp(`^Disallow: ${RegExp.escape(path)}$`, "m"));
	assert.match(robots, /^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
	const map = await (await fetch(new URL("/sitemap.xml", url))).text();
	const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? "").pathname);
	assert.ok(listed.filter((path) => path.startsWith("/services/")).length >= 5);
	for (const path of listed) {
		const answer = await fetch(new URL(path, url));
		assert.equal(answer.status, 200, path);
		assert.equal(answer.headers.get("x-robots-tag"), null, path);
		assert.ok(read(path, await answer.text()).described, `${path} has no description`);
	}
	const question = await fetch(new URL("/services/report-fly-tipping/form", url));
	assert.equal(question.headers.get("x-robots-tag"), "noindex");
});

/** What every page must be: no violation that axe finds, and nothing wider than the screen. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** The copy of axe that the project's axe for Playwright brings. */
const source = readFileSync(
	createRequire(import.meta.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"),
	"utf8",
);

/** WCAG 2.2 at AA, and what axe calls good practice, such as landmarks and the order of headings. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A phone, and a desk. */
export const narrow = 320;
export const wide = 1280;

/** What is wrong with the page as it stands, a line each. */
export async function faultsSeen(page: Page, widths: readonly number[] = [narrow]): Promise<string[]> {
	const before = page.viewportSize();
	const faults: string[] = [];
	for (const width of widths) {
		if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: width < 600 ? 640 : 900 });
		const markup = `${width} ${await page.evaluate(markupWithoutWords)}`;
		const found = [
			...(sound.has(markup) ? [] : await page.evaluate(violations, await rulesFor(page, width))),
			...(await page.evaluate(whatIsTooWide)),
		];
		if (found.length === 0) sound.add(markup);
		faults.push(...found.map((fault) => `at ${width}px ${fault}`));
	}
	if (before && before.width !== page.viewportSize()?.width) await page.setViewportSize(before);
	return faults;
}

/** Puts axe into every page that comes, where it does nothing until it is asked: to send it to each costs a quarter of the time. */
export async function bringAxe(page: Page): Promise<void> {
	await page.addInitScript(source);
}

/** Markup in which axe found nothing. What it finds is in the markup: a page that differs in its words alone is not judged again. */
const sound = new Set<string>();

/** Every element with its attributes, and whether words stand in it; what is called what only so far as things name each other. Runs in the browser. */
function markupWithoutWords(): string {
	const named: string[] = [];
	const nameOf = (text: string) =>
		text
			.split(/\s+/)
			.map((name) => (named.includes(name) ? named.indexOf(name) : named.push(name) - 1))
			.join(" ");
	const names = ["id", "for", "name", "aria-describedby", "aria-labelledby", "aria-controls"];
	const words = ["href", "src", "action", "value", "content", "alt", "title", "placeholder", "aria-label", "datetime"];
	const attribute = ({ name, value }: Attr) => {
		if (names.includes(name)) return `${name}=${nameOf(value)}`;
		if (name === "href" && value.startsWith("#")) return `href=#${nameOf(value.slice(1))}`;
		if (words.includes(name) || name.startsWith("data-")) return `${name}=${value === "" ? "" : "…"}`;
		return `${name}=${value}`;
	};
	const write = (node: Node): string => {
		if (node.nodeType === Node.TEXT_NODE) return node.nodeValue?.trim() ? "…" : "";
		if (!(node instanceof Element)) return "";
		return `<${node.tagName} ${[...node.attributes].map(attribute).join(" ")}>${[...node.childNodes].map(write).join("")}</>`;
	};
	return write(document.documentElement);
}

type Rules = { tags: string[]; contrast: boolean };

const judged = new Set<string>();

/**
 * Contrast is half of axe's work, and comes from the stylesheet: it is judged again only where words stand in elements that
 * were not yet seen in one another, at this width and with these styles.
 */
async function rulesFor(page: Page, width: number): Promise<Rules> {
	const chains = await page.evaluate(chainsOfElements);
	const fresh = chains.map((chain) => `${width} ${chain}`).filter((chain) => !judged.has(chain));
	for (const chain of fresh) judged.add(chain);
	return { tags, contrast: fresh.length > 0 };
}

/** Each element with words of its own, in all that it stands in, by its tags and classes. Runs in the browser. */
function chainsOfElements(): string[] {
	const chains = new Set<string>();
	const styles = Array.from(document.styleSheets, ({ href }) => href).join(" ");
	for (const element of document.querySelectorAll("body *")) {
		if (![...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())) continue;
		let chain = styles;
		for (let at: Element | null = element; at; at = at.parentElement) chain += ` ${at.tagName}.${at.className}`;
		chains.add(chain);
	}
	return [...chains];
}

declare const axe: {
	run(options: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
};

/** Runs in the browser. */
async function violations({ tags: values, contrast }: Rules): Promise<string[]> {
	const found = await axe.run({
		runOnly: { type: "tag", values },
		rules: { "color-contrast": { enabled: contrast } },
		resultTypes: ["violations"],
		// Only what has a sound of its own would be looked at beforehand, and every stylesheet would be fetched again for it.
		preload: false,
		selectors: false,
	});
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** What reaches over the right edge of the screen, when the page can be scrolled sideways. Runs in the browser. */
function whatIsTooWide(): string[] {
	const room = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= room) return [];
	return [...document.querySelectorAll("body *")]
		.filter((element) => element.getBoundingClientRect().right > room)
		.map((element) => `too wide: ${element.tagName}.${element.className} to ${element.getBoundingClientRect().right}`);
}

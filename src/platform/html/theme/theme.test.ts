import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { readPart } from "../../module/index.ts";
import { contrast, themeSchema } from "./index.ts";
import { pairs } from "./pairs.ts";

const packs = join(import.meta.dirname, "../../../../packs");

async function themes(): Promise<{ pack: string; theme: unknown }[]> {
	const names = await readdir(packs);
	return Promise.all(
		names.map(async (name) => ({
			pack: join(packs, name),
			theme: parse(await readFile(join(packs, name, "theme/theme.yaml"), "utf8")),
		})),
	);
}

test("contrast is what WCAG says it is", () => {
	assert.equal(contrast("#000000", "#ffffff"), 21);
	assert.equal(contrast("#777777", "#ffffff").toFixed(2), "4.48");
	assert.equal(contrast("#ffffff", "#777777").toFixed(2), "4.48");
	assert.equal(contrast("#123456", "#123456"), 1);
});

test("every pack's colours can be read against each other", async () => {
	for (const { pack } of await themes()) {
		const { colours } = await readPart(pack, "theme/theme.yaml", themeSchema);
		for (const { front, back, least, what } of pairs) {
			assert.ok(contrast(colours[front], colours[back]) >= least, `${pack}: ${what}`);
		}
	}
});

test("pale words on a pale page are refused with a sentence that names them", async () => {
	const [first] = await themes();
	const good = themeSchema.parse(first?.theme);
	const read = themeSchema.safeParse({ ...good, colours: { ...good.colours, link: "#9fc5e8" } });
	assert.equal(read.success, false);
	const said = read.error.issues.map(({ message }) => message);
	assert.ok(
		said.some((sentence) =>
			/^A link on a page cannot be read: link on page has a contrast of 1\.\d\d and needs 4\.5\.$/.test(sentence),
		),
	);
});

test("a theme cannot name a typeface that would be fetched, nor a logo outside its folder", async () => {
	const [first] = await themes();
	const good = themeSchema.parse(first?.theme);
	assert.equal(themeSchema.safeParse({ ...good, typeface: "x; } @import url(http://example.com)" }).success, false);
	assert.equal(themeSchema.safeParse({ ...good, logo: "../../logo.svg" }).success, false);
});

test("no pack uses the crown's typeface", async () => {
	for (const { theme } of await themes()) assert.doesNotMatch(themeSchema.parse(theme).typeface, /gds transport/i);
});

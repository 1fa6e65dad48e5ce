import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type Assets, buildAssets } from "./index.ts";

const packs = join(import.meta.dirname, "../../../../packs");

describe("the look of a council", () => {
	let work = "";
	let pack = "";
	let assets: Assets;
	const said: string[] = [];

	before(async () => {
		work = await mkdtemp(join(tmpdir(), "assets-"));
		const [name = ""] = await readdir(packs);
		pack = join(work, "pack");
		await cp(join(packs, name, "theme"), join(pack, "theme"), { recursive: true });
		assets = await buildAssets({ pack, out: join(work, "out"), onProgress: (sentence) => said.push(sentence) });
	});
	after(() => rm(work, { recursive: true, force: true }));

	const content = (name: string) => readFile(join(assets.folder, assets.url(name).replace("/assets/", "")));
	const weight = async (...names: string[]) => {
		const sizes = await Promise.all(names.map((name) => stat(join(assets.folder, `${assets.url(name).slice(8)}.br`))));
		return sizes.reduce((sum, { size }) => sum + size, 0);
	};

	test("every part that pages name is there, named by its content", () => {
		for (const name of [
			"site.css",
			"desk.css",
			"map.css",
			"select.css",
			"boot.js",
			"desk.js",
			"map.js",
			"select.js",
			"logo.svg",
			"favicon.svg",
		]) {
			assert.match(assets.url(name), /^\/assets\/[a-z]+-[A-Za-z0-9]{8}\.(css|js|svg)$/);
		}
		assert.throws(() => assets.url("other.css"), /no asset "other\.css"/);
	});

	test("what is sent compressed is what was built", async () => {
		const plain = await content("site.css");
		const file = join(assets.folder, assets.url("site.css").slice(8));
		assert.deepEqual(brotliDecompressSync(await readFile(`${file}.br`)), plain);
		assert.deepEqual(gunzipSync(await readFile(`${file}.gz`)), plain);
	});

	test("a public page's styles and script weigh under 30 kB, with the map under 75, with a list to search under 50", async () => {
		assert.ok((await weight("site.css", "boot.js", "logo.svg", "favicon.svg")) < 30_000);
		assert.ok((await weight("site.css", "boot.js", "logo.svg", "favicon.svg", "map.css", "map.js")) < 75_000);
		assert.ok((await weight("site.css", "boot.js", "logo.svg", "favicon.svg", "select.css", "select.js")) < 50_000);
	});

	test("the styles carry the council's colours, fetch no typeface and reach only files that are served", async () => {
		const theme = await readFile(join(pack, "theme/theme.yaml"), "utf8");
		const brand = /brand: "(#[0-9a-f]{6})"/.exec(theme)?.[1] ?? "";
		const styles =
			String(await content("site.css")) + String(await content("desk.css")) + String(await content("map.css"));
		assert.ok(styles.includes(brand));
		assert.ok(!/@font-face|GDS Transport|@import/.test(styles));
		const served = new Set(await readdir(assets.folder));
		for (const [, path = ""] of styles.matchAll(/url\("?(?!data:|#)([^")]+)"?\)/g))
			assert.ok(served.has(path.replace("./", "")), path);
	});

	test("a second start builds nothing; a changed theme builds anew", async () => {
		said.length = 0;
		const again = await buildAssets({ pack, out: join(work, "out"), onProgress: (sentence) => said.push(sentence) });
		assert.equal(again.folder, assets.folder);
		assert.deepEqual(said, []);

		const theme = join(pack, "theme/theme.yaml");
		await writeFile(theme, (await readFile(theme, "utf8")).replace(/brand: "#[0-9a-f]{6}"/, 'brand: "#3a1f4d"'));
		const changed = await buildAssets({ pack, out: join(work, "out") });
		assert.notEqual(changed.url("site.css"), assets.url("site.css"));
	});
});

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { writeGoodPack } from "./goodPack.testing.ts";
import { checkPack } from "./house.ts";
import { parse } from "yaml";
import { z } from "zod";
import { placedInWords } from "./platform/module/index.ts";

const breakages = z
	.array(
		z.strictObject({
			name: z.string(),
			file: z.string().default("services/clear-the-snow.yaml"),
			change: z.string(),
			to: z.string(),
			line: z.string(),
			says: z.string(),
		}),
	)
	.parse(parse(readFileSync(join(import.meta.dirname, "brokenPacks.test-data.yaml"), "utf8")));

describe("A pack", () => {
	const folder = mkdtempSync(join(tmpdir(), "front-door-pack-"));
	const faults = async () => (await checkPack(folder)).faults.map(placedInWords);
	before(() => writeGoodPack(folder));
	after(() => rmSync(folder, { recursive: true }));

	it("that is sound has no fault", async () => assert.deepEqual(await faults(), []));

	for (const { name, file, change, to, line, says } of breakages) {
		it(`is refused for ${name}`, async () => {
			const path = join(folder, file);
			const good = readFileSync(path, "utf8");
			assert.ok(good.includes(change), "the good pack has what is changed");
			const broken = good.replace(change, () => to);
			const numberOf = (words: string) => broken.slice(0, broken.indexOf(words)).split("\n").length;
			assert.ok(broken.includes(line), "the broken pack has the line");
			writeFileSync(path, broken);
			try {
				const sentence = says.replace(/\{line:([^}]+)\}/g, (_, words: string) => `line ${numberOf(words)}`);
				const found = await faults();
				assert.ok(found.includes(`${file}:${numberOf(line)}: ${sentence}`), found.join("\n"));
			} finally {
				writeFileSync(path, good);
			}
		});
	}
});

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { BrokenPack } from "../../platform/module/index.ts";
import { assetFiles } from "./index.ts";

function folderWith(text: string): string {
	const folder = mkdtempSync(join(tmpdir(), "frontdoor-assets-"));
	writeFileSync(join(folder, "benches.csv"), text);
	return folder;
}

describe("the council's assets from its pack", () => {
	it("finds the nearest first, and each by its number however it is written", async () => {
		const register = assetFiles(
			folderWith("number,latitude,longitude,words\nB 2,54.5001,-1.2,By the pond\nb1,54.5,-1.2,\nB3,54.6,-1.2,\n"),
		);
		const near = await register.near("benches", { latitude: 54.5, longitude: -1.2 }, 50);
		assert.ok(!("away" in near));
		assert.deepEqual(
			near.map(({ number }) => number),
			["B1", "B2"],
		);
		assert.deepEqual(await register.byNumber("benches", "B2"), {
			number: "B2",
			latitude: 54.5001,
			longitude: -1.2,
			words: "By the pond",
		});
		assert.equal(await register.byNumber("benches", "B4"), undefined);
		assert.equal(register.knows("benches"), true);
		assert.equal(register.knows("constructor"), false);
		assert.deepEqual(await register.near("lamps", { latitude: 54.5, longitude: -1.2 }, 50), []);
	});

	it("says what is wrong with a file, and where", () => {
		const faults = {
			"number,latitude,longitude\nB1,54.5,-1.2\nB1,54.5,-1.2\n": /benches\.csv:3: number: “B1” stands twice/,
			"number,latitude,longitude\nB1,4.5,-1.2\n": /benches\.csv:2: latitude: /,
			"number,latitude,longitude\n,54.5,-1.2\n": /benches\.csv:2: number: is empty/,
			'number,latitude,longitude\n"B1,54.5\n': /benches\.csv:1: /,
		};
		for (const [text, words] of Object.entries(faults)) {
			assert.throws(
				() => assetFiles(folderWith(text)),
				(error) => error instanceof BrokenPack && words.test(error.message),
			);
		}
	});

	it("a pack without assets has none", () => {
		assert.equal(assetFiles("/no/such/folder").knows("benches"), false);
	});
});

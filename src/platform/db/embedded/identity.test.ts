import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chownSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { findBinaries } from "./binaries.ts";
import { chooseIdentity } from "./identity.ts";
import { startEmbedded } from "./start.ts";

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

describe("the user that PostgreSQL runs as", { skip: isRoot ? false : "these rules are for root" }, () => {
	it("is somebody else when root starts it, who can write the folder", () => {
		using place = folder();
		const identity = chooseIdentity(place.path, findBinaries(join(place.path, "lib")));
		const [program = "", ...rest] = [...identity.prefix, "id", "-u"];
		const answer = spawnSync(program, rest, { encoding: "utf8", ...identity });
		assert.notEqual(answer.stdout.trim(), "0");
		assert.equal(answer.status, 0);
	});

	it("is the ordinary user who began the folder, so that they can go on with it", async () => {
		using place = folder();
		chownSync(place.path, nobody, nobody);
		const server = await startEmbedded({ dataDir: place.path, durable: false });
		assert.equal(statSync(join(place.path, "cluster", "postmaster.pid")).uid, nobody);
		await server.stop();
	});
});

function folder(): { path: string } & Disposable {
	const path = mkdtempSync(join(tmpdir(), "pg-"));
	return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

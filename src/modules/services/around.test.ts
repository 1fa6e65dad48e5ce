import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { councilPart } from "../../platform/council/index.ts";
import type { House } from "../../platform/context/index.ts";
import { wardsPart } from "../places/index.ts";
import { surroundings } from "./around.ts";

const packs = join(import.meta.dirname, "../../../packs");

test("a request is in the locality of its ward, and came at an hour of London's clock", async () => {
	const house: House = { db: Object.create(null) };
	await councilPart.read(join(packs, readdirSync(packs)[0] ?? ""), house);
	wardsPart.put(house, [{ code: "E05000001", name: "Hill", locality: "North", outline: [] }]);
	const summer = new Date("2026-07-05T22:30:00Z");
	assert.deepEqual(surroundings(house, "E05000001", summer), {
		at: { ward: "Hill", locality: "North" },
		arrived: { hour: 23, weekday: 7, working: false },
	});
	assert.deepEqual(surroundings(house, null, new Date("2026-07-06T08:00:00Z")), {
		at: { ward: "", locality: "" },
		arrived: { hour: 9, weekday: 1, working: true },
	});
});

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { councilPart } from "../../platform/council/index.ts";
import type { House } from "../../platform/context/index.ts";
import { sampleService } from "./sample.test-data.ts";
import { simulate } from "./simulate.ts";

const packs = join(import.meta.dirname, "../../../packs");

test("a change of routing is tried out on the requests that came, and says what they never answered", async () => {
	const house: House = { db: Object.create(null) };
	await councilPart.read(join(packs, readdirSync(packs)[0] ?? ""), house);
	const changed = sampleService({
		routing: [{ when: 'danger == "yes" || depth > 50', team: "rescue", tier: 3, because: "It is deep" }],
	});
	const came = (reference: string, answers: Record<string, string | number>, team = "winter-crew", tier = 0) => ({
		reference,
		service: changed.id,
		team,
		tier,
		answers,
		ward: null,
		receivedAt: new Date("2026-01-05T10:00:00Z"),
	});
	const requests = [
		came("A", { danger: "no", depth: 80 }),
		came("B", { danger: "no", depth: 60 }),
		came("C", { danger: "no" }),
		came("D", { danger: "yes", depth: 2 }, "rescue", 3),
		{ ...came("E", {}), service: "gone" },
	];
	assert.deepEqual(simulate(house, new Map([[changed.id, changed]]), requests), {
		moves: [
			{ service: changed.id, from: "winter-crew, tier 0", to: "rescue, tier 3", count: 2, examples: ["A", "B"] },
			{ service: changed.id, from: "winter-crew, tier 0", to: "winter-crew, tier 0", count: 1, examples: ["C"] },
			{ service: changed.id, from: "rescue, tier 3", to: "rescue, tier 3", count: 1, examples: ["D"] },
		],
		unanswered: [{ service: changed.id, question: "depth", count: 1 }],
	});
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { costOf } from "./fees.ts";
import { sampleDefinition } from "./sample.test-data.ts";
import { readyService } from "./service.ts";

const fee = {
	items: [
		{
			id: "visit",
			name: "Visit",
			prices: [
				{ "valid-from": "2027-04-01", pence: 2500 },
				{ "valid-from": "2026-04-01", pence: 2250 },
			],
		},
		{ id: "depth", name: "Each metre", each: "depth", prices: [{ "valid-from": "2026-04-01", pence: 1005 }] },
		{ id: "quick", name: "At once", when: 'danger == "yes"', prices: [{ "valid-from": "2026-04-01", pence: 300 }] },
	],
	paid: "after",
	how: "We send you a bill.",
	refund: "You get it back when we do not come.",
	ledger: "SNOW",
	vat: "outside",
};
const { start } = sampleDefinition();
const service = readyService(sampleDefinition({ fee, start: { ...start, cost: "From £22.50" } }), 1);
const on = (day: string) => new Date(`${day}T12:00:00Z`);

test("a request costs what applies to its answers, each counted, to the penny", () => {
	const cost = costOf(service, { danger: "yes", depth: 3 }, on("2026-11-22"));
	assert.deepEqual(cost?.lines, [
		{ name: "Visit", count: 1, amount: 2250 },
		{ name: "Each metre", count: 3, amount: 3015 },
		{ name: "At once", count: 1, amount: 300 },
	]);
	assert.equal(cost?.total, 5565);
	assert.equal(costOf(service, { danger: "no" }, on("2026-11-22"))?.total, 2250);
});

test("the price of the day on which it is sent holds, and before the first price the first", () => {
	const total = (day: string) => costOf(service, { danger: "no" }, on(day))?.total;
	assert.equal(total("2027-03-31"), 2250);
	assert.equal(total("2027-04-01"), 2500);
	assert.equal(total("2020-01-01"), 2250);
});

test("what is free costs nothing", () => {
	assert.equal(costOf(readyService(sampleDefinition(), 1), { danger: "yes" }, on("2026-11-22")), undefined);
});

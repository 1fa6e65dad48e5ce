import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { boxRound, inBox, inRing, metresBetween, metresToRing, type Point, type Ring } from "./index.ts";

const townHall = { latitude: 54.5767, longitude: -1.2351 };
const square: Ring = [
	[54.5, -1.3],
	[54.6, -1.3],
	[54.6, -1.2],
	[54.5, -1.2],
];
const inTheIslands = fc.record({
	latitude: fc.double({ min: 49.9, max: 60.9, noNaN: true }),
	longitude: fc.double({ min: -8.2, max: 1.8, noNaN: true }),
});

test("a minute of latitude is a nautical mile, give or take a few metres", () => {
	const metres = metresBetween(townHall, { ...townHall, latitude: townHall.latitude + 1 / 60 });
	assert.ok(Math.abs(metres - 1852) < 3, String(metres));
});

test("a distance is the same both ways, and nothing to where one is", () => {
	fc.assert(
		fc.property(inTheIslands, inTheIslands, (one, other) => {
			assert.equal(metresBetween(one, one), 0);
			assert.ok(Math.abs(metresBetween(one, other) - metresBetween(other, one)) < 1e-6);
		}),
	);
});

test("a box round a point holds all that is near and little that is far", () => {
	fc.assert(
		fc.property(inTheIslands, fc.double({ min: 0, max: 360, noNaN: true }), (centre, bearing) => {
			const box = boxRound(centre, 200);
			assert.ok(inBox(walk(centre, bearing, 199), box));
			assert.ok(!inBox(walk(centre, bearing, 290), box));
		}),
	);
});

test("a point is inside a ring or not, whichever way the ring runs", () => {
	for (const ring of [square, square.toReversed()]) {
		assert.ok(inRing({ latitude: 54.55, longitude: -1.25 }, ring));
		assert.ok(!inRing({ latitude: 54.65, longitude: -1.25 }, ring));
		assert.ok(!inRing({ latitude: 54.55, longitude: -1.35 }, ring));
	}
	assert.ok(!inRing(townHall, []));
});

test("the distance to a ring is to its nearest edge", () => {
	const north = metresToRing({ latitude: 54.601, longitude: -1.25 }, square);
	assert.ok(Math.abs(north - 111.2) < 0.5, String(north));
	const corner = metresToRing({ latitude: 54.601, longitude: -1.301 }, square);
	assert.ok(Math.abs(corner - Math.hypot(111.2, 64.4)) < 0.5, String(corner));
});

function walk({ latitude, longitude }: Point, bearing: number, metres: number): Point {
	const [north, east] = [Math.cos((bearing * Math.PI) / 180) * metres, Math.sin((bearing * Math.PI) / 180) * metres];
	return {
		latitude: latitude + north / 111_195,
		longitude: longitude + east / (111_195 * Math.cos((latitude * Math.PI) / 180)),
	};
}

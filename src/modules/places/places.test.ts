import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { inRing, type Point } from "../../platform/geo/index.ts";
import { readPart } from "../../platform/module/index.ts";
import { geoJson } from "./geoJson.ts";
import { sectorsSchema, type Ward, wardsSchema } from "./pack.ts";
import { boxOf, sectorCentre, sectorName, wardOf } from "./rules.ts";

const corner = { latitude: 54.5, longitude: -1.3 };
const west: Ward = { code: "E05000001", name: "West", outline: [squareFrom(corner)] };
const east: Ward = { code: "E05000002", name: "East", outline: [squareFrom({ ...corner, longitude: -1.25 })] };
const wards = [west, east];
const find = (point: Point, among: readonly Ward[] = wards) => wardOf(among, point, boxOf(among))?.name;

describe("which ward a pin is in", () => {
	test("a pin inside an outline is in that ward, and on a shared edge in one of the two", () => {
		assert.equal(find({ latitude: 54.52, longitude: -1.28 }), "West");
		assert.equal(find({ latitude: 54.52, longitude: -1.22 }), "East");
		assert.ok(find({ latitude: 54.52, longitude: -1.25 }));
	});

	test("a pin just over the council's edge counts, for outlines are simplified; one further off does not", () => {
		assert.equal(find({ latitude: 54.4995, longitude: -1.28 }), "West");
		assert.equal(find({ latitude: 54.498, longitude: -1.28 }), undefined);
	});

	test("a pin in another country, at sea or nowhere is in no ward", () => {
		for (const point of [
			{ latitude: 0, longitude: 0 },
			{ latitude: -54.52, longitude: 1.28 },
			{ latitude: 91, longitude: 400 },
			{ latitude: Number.NaN, longitude: Number.NaN },
			{ latitude: Number.POSITIVE_INFINITY, longitude: -1.28 },
		]) {
			assert.equal(find(point), undefined);
		}
	});

	test("a ward in two pieces is one ward", () => {
		const split: Ward = { ...west, outline: [...west.outline, squareFrom({ latitude: 54.6, longitude: -1.3 })] };
		assert.equal(find({ latitude: 54.62, longitude: -1.28 }, [split, east]), "West");
	});
});

describe("where a postcode is", () => {
	test("a postcode has the sector that its first part and first figure make", () => {
		assert.deepEqual(["TS1 9FT", "M1 1AE", "DN55 1PT", "EC1A 1BB"].map(sectorName), [
			"TS1 9",
			"M1 1",
			"DN55 1",
			"EC1A 1",
		]);
	});

	test("a sector with no part in the area has no middle here", () => {
		const sectors = sectorsSchema.parse({ "TS1 9": [54.5, -1.2] });
		assert.deepEqual(sectorCentre(sectors, "TS1 9FT"), { latitude: 54.5, longitude: -1.2 });
		assert.equal(sectorCentre(sectors, "EC1A 1BB"), undefined);
		assert.equal(sectorCentre(sectors, "constructor"), undefined);
	});
});

describe("the outlines as GeoJSON", () => {
	test("longitude comes first, and every ring is closed and runs anticlockwise", () => {
		const { features } = geoJson([west, { ...east, outline: [east.outline[0]?.toReversed() ?? []] }]);
		for (const { geometry } of features) {
			for (const [ring = []] of geometry.coordinates) {
				assert.deepEqual(ring[0], ring.at(-1));
				assert.ok((ring[0]?.[0] ?? 0) < 0, "longitude first");
				assert.ok(twiceArea(ring) > 0, "anticlockwise");
			}
		}
	});
});

describe("every pack's places", async () => {
	const packs = join(import.meta.dirname, "../../../packs");
	for (const name of await readdir(packs)) {
		const read = await readPart(join(packs, name), "places/wards.yaml", wardsSchema);
		const sectors = await readPart(join(packs, name), "places/postcodes.yaml", sectorsSchema);

		test(`no place in ${name} is in two wards`, () => {
			const { south, west, north, east } = boxOf(read);
			for (let row = 0; row < 60; row++) {
				for (let column = 0; column < 60; column++) {
					const latitude = south + ((north - south) * row) / 60;
					const longitude = west + ((east - west) * column) / 60;
					const holders = read.filter(({ outline }) => outline.some((ring) => inRing({ latitude, longitude }, ring)));
					assert.ok(holders.length <= 1, holders.map((ward) => ward.name).join(" and "));
				}
			}
		});

		test(`every postcode sector of ${name} has its middle in a ward`, () => {
			for (const [sector, [latitude, longitude]] of Object.entries(sectors)) {
				assert.ok(wardOf(read, { latitude, longitude }, boxOf(read)), sector);
			}
		});
	}
});

function squareFrom({ latitude, longitude }: Point): Ward["outline"][number] {
	return [
		[latitude, longitude],
		[latitude + 0.05, longitude],
		[latitude + 0.05, longitude + 0.05],
		[latitude, longitude + 0.05],
	];
}

function twiceArea(ring: readonly [number, number][]): number {
	return ring.slice(1).reduce((sum, [x2, y2], at) => {
		const [x1, y1] = ring[at] ?? [x2, y2];
		return sum + x1 * y2 - x2 * y1;
	}, 0);
}

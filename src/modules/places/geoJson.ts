import type { Ward } from "./pack.ts";

/** The wards as GeoJSON (RFC 7946): longitude first, rings closed and running anticlockwise. */
export function geoJson(wards: readonly Ward[]) {
	return {
		type: "FeatureCollection",
		features: wards.map(({ code, name, outline }) => ({
			type: "Feature",
			properties: { code, name },
			geometry: { type: "MultiPolygon", coordinates: outline.map((ring) => [closed(anticlockwise(ring))]) },
		})),
	} as const;
}

type Ring = Ward["outline"][number];

function closed(ring: Ring): [number, number][] {
	const turned = ring.map(([latitude, longitude]): [number, number] => [longitude, latitude]);
	const [first] = turned;
	return first ? [...turned, first] : turned;
}

function anticlockwise(ring: Ring): Ring {
	let twiceArea = 0;
	for (const [at, [y1, x1]] of ring.entries()) {
		const [y2, x2] = ring[(at + 1) % ring.length] ?? [y1, x1];
		twiceArea += x1 * y2 - x2 * y1;
	}
	return twiceArea < 0 ? ring.toReversed() : ring;
}

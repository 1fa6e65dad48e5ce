import { type Box, inBox, inRing, metresToRing, type Point } from "../../platform/geo/index.ts";
import type { Sectors, Ward } from "./pack.ts";

// The outlines are simplified to about 100 m, so a pin on the council's edge may fall just outside them.
const simplifiedBy = 100;

/** The ward a point is in, or the nearest when it is within 100 m of the council's edge; undefined further off. */
export function wardOf(wards: readonly Ward[], point: Point, box: Box): Ward | undefined {
	if (!inBox(point, box)) return undefined;
	const inside = wards.find(({ outline }) => outline.some((ring) => inRing(point, ring)));
	if (inside) return inside;
	const [nearest] = wards
		.map((ward) => ({ ward, metres: Math.min(...ward.outline.map((ring) => metresToRing(point, ring))) }))
		.sort((a, b) => a.metres - b.metres);
	return nearest && nearest.metres <= simplifiedBy ? nearest.ward : undefined;
}

/** The sector of a postcode in its one form: `TS1 9FT` → `TS1 9`. */
export function sectorName(postcode: string): string {
	return postcode.slice(0, -2);
}

/** The middle of a postcode's sector, when some of the sector is in the council's area. */
export function sectorCentre(sectors: Sectors, postcode: string): Point | undefined {
	const name = sectorName(postcode);
	const centre = Object.hasOwn(sectors, name) ? sectors[name] : undefined;
	return centre && { latitude: centre[0], longitude: centre[1] };
}

/** The smallest box that holds every outline. */
export function boxOf(wards: readonly Ward[]): Box {
	const corners = wards.flatMap(({ outline }) => outline.flat());
	const latitudes = corners.map(([latitude]) => latitude);
	const longitudes = corners.map(([, longitude]) => longitude);
	return {
		south: Math.min(...latitudes) - 0.001,
		north: Math.max(...latitudes) + 0.001,
		west: Math.min(...longitudes) - 0.002,
		east: Math.max(...longitudes) + 0.002,
	};
}

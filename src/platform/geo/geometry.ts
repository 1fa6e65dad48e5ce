/** Places on the earth, in degrees (WGS84). Used by the server and by the map's script. */

export type Point = { readonly latitude: number; readonly longitude: number };

/** The corners of an area in order, latitude first; the last joins the first. */
export type Ring = readonly (readonly [latitude: number, longitude: number])[];

export type Box = { readonly south: number; readonly west: number; readonly north: number; readonly east: number };

// The mean radius of the earth: within 0.3 % of the truth in these islands.
const radius = 6_371_009;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const metresInADegree = radians(1) * radius;

/** The distance over the ground in metres (haversine). */
export function metresBetween(one: Point, other: Point): number {
	const north = Math.sin(radians(other.latitude - one.latitude) / 2) ** 2;
	const east = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
	const share = north + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * east;
	return 2 * radius * Math.asin(Math.min(1, Math.sqrt(share)));
}

/** A box that holds every point within `metres`; its corners are further off. */
export function boxRound({ latitude, longitude }: Point, metres: number): Box {
	const tall = metres / metresInADegree;
	const wide = tall / Math.cos(radians(latitude));
	return { south: latitude - tall, north: latitude + tall, west: longitude - wide, east: longitude + wide };
}

export function inBox({ latitude, longitude }: Point, box: Box): boolean {
	return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
}

/** Whether a point is inside a ring: a line from it to the east crosses the edge an odd number of times. */
export function inRing({ latitude, longitude }: Point, ring: Ring): boolean {
	let inside = false;
	for (const [[y1, x1], [y2, x2]] of edges(ring)) {
		if (y1 > latitude !== y2 > latitude && longitude < x1 + ((x2 - x1) * (latitude - y1)) / (y2 - y1)) inside = !inside;
	}
	return inside;
}

/** The distance in metres from a point to the nearest edge of a ring, inside or outside. Right over a few kilometres. */
export function metresToRing(point: Point, ring: Ring): number {
	const wide = metresInADegree * Math.cos(radians(point.latitude));
	let nearest = Number.POSITIVE_INFINITY;
	for (const [[y1, x1], [y2, x2]] of edges(ring)) {
		// The point is the middle of a flat map in metres; the edge runs from a along d.
		const [ax, ay] = [(x1 - point.longitude) * wide, (y1 - point.latitude) * metresInADegree];
		const [dx, dy] = [(x2 - x1) * wide, (y2 - y1) * metresInADegree];
		const length = dx * dx + dy * dy;
		const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
		nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy));
	}
	return nearest;
}

function* edges(ring: Ring) {
	let before = ring.at(-1);
	for (const corner of ring) {
		if (before) yield [before, corner] as const;
		before = corner;
	}
}

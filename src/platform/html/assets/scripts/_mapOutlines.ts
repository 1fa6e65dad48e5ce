import { type LatLngBounds, latLngBounds, type Map as LeafletMap, type Polygon, polygon } from "leaflet";
import { inRing, type Point } from "../../../geo/index.ts";

type Ward = { name: string; rings: [latitude: number, longitude: number][][] };

type Feature = { properties: { name: string }; geometry: { coordinates: [longitude: number, latitude: number][][][] } };

/** The wards' outlines from the council's GeoJSON; none when they cannot be had, for the map works without them. */
export async function outlines(url: string): Promise<Ward[]> {
	try {
		const answer = await fetch(url);
		if (!answer.ok) return [];
		// oxlint-disable-next-line typescript/no-unsafe-assignment -- our own route answered, in a shape its tests hold
		const { features }: { features: Feature[] } = await answer.json();
		return features.map(({ properties, geometry }) => ({
			name: properties.name,
			rings: geometry.coordinates.flat().map((ring) => ring.map(([longitude, latitude]) => [latitude, longitude])),
		}));
	} catch {
		return [];
	}
}

export function wardAt(wards: readonly Ward[], point: Point): string | undefined {
	return wards.find(({ rings }) => rings.some((ring) => inRing(point, ring)))?.name;
}

/** Draws them beneath everything else; where there are no tiles their names are the map. Returns what they cover. */
export function drawOutlines(
	map: LeafletMap,
	wards: readonly Ward[],
	{ names }: { names: boolean },
): LatLngBounds | undefined {
	const shapes = wards.map(({ name, rings }) => {
		const shape = polygon(
			rings.map((ring) => [ring]),
			{ color: "#4c5a67", weight: 1.5, fillColor: "#ffffff", fillOpacity: names ? 0.7 : 0, interactive: false },
		).addTo(map);
		shape.bringToBack();
		return names ? shape.bindTooltip(name, { permanent: true, direction: "center", className: "fd-map__ward" }) : shape;
	});
	const [first, ...rest] = shapes.map((shape) => shape.getBounds());
	const all =
		first && rest.reduce((sum, bounds) => sum.extend(bounds), latLngBounds(first.getSouthWest(), first.getNorthEast()));
	const bySize = [...shapes].sort((one, other) => breadth(other) - breadth(one));
	if (names) map.on("zoomend moveend resize", () => thinOut(bySize));
	return all;
}

/** Names would lie on top of each other when the map is far off: those of small wards hide until there is room. */
function thinOut(shapes: readonly Polygon[]): void {
	const taken: DOMRect[] = [];
	for (const shape of shapes) {
		const label = shape.getTooltip()?.getElement();
		if (!label) continue;
		const box = label.getBoundingClientRect();
		const free = taken.every(
			(other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
		);
		label.classList.toggle("fd-map__ward--hidden", !free);
		if (free) taken.push(box);
	}
}

function breadth(shape: Polygon): number {
	const bounds = shape.getBounds();
	return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}

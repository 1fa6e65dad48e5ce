import { type Map as LeafletMap, polygon } from "leaflet";
import { inRing, type Point } from "../../../geo/index.ts";

type Ward = { name: string; rings: [latitude: number, longitude: number][][] };

type Feature = { properties: { name: string }; geometry: { coordinates: [longitude: number, latitude: number][][][] } };

/** The wards' outlines from the council's GeoJSON; none when they cannot be had, for the map works without them. */
export async function outlines(url: string): Promise<Ward[]> {
	try {
		const answer = await fetch(url);
		if (!answer.ok) return [];
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

/** Draws them beneath everything else; where there are no tiles their names are the map. */
export function drawOutlines(map: LeafletMap, wards: readonly Ward[], { names }: { names: boolean }): void {
	const labels = wards.map(({ name, rings }) => {
		const shape = polygon(
			rings.map((ring) => [ring]),
			{ color: "#4c5a67", weight: 1.5, fillColor: "#ffffff", fillOpacity: names ? 0.7 : 0, interactive: false },
		).addTo(map);
		shape.bringToBack();
		return { shape, name };
	});
	if (!names) return;
	// Twenty names on a small, far-off map lie on top of each other: they come when there is room.
	const label = () => {
		const room = map.getZoom() >= (map.getSize().x < 500 ? 13 : 12);
		for (const { shape, name } of labels) {
			if (room && !shape.getTooltip())
				shape.bindTooltip(name, { permanent: true, direction: "center", className: "fd-map__ward" });
			if (!room) shape.unbindTooltip();
		}
	};
	map.on("zoomend resize", label);
	label();
}

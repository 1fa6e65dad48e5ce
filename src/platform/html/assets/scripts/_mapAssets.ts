import { divIcon, type Map as LeafletMap, marker } from "leaflet";
import type { Point } from "../../../geo/index.ts";
import { nearby } from "./_mapNearby.ts";

type Asset = { number: string; title: string };

const icon = divIcon({ className: "fd-map__asset", iconSize: [14, 14] });

/** Shows the things with numbers near the pin. Returns what asks again when the pin has moved. */
export function nearbyAssets(
	map: LeafletMap,
	url: string,
	picked: (number: string, at: Point) => void,
): (pin: Point) => void {
	return nearby<Asset>(map, url, ({ number, title }, at) => {
		// They stand close to each other: by keyboard one is picked from the list beneath the map, or its number typed.
		const dot = marker([at.latitude, at.longitude], { icon, title, keyboard: false });
		return dot.on("click", () => picked(number, at));
	});
}

import { divIcon, layerGroup, type Map as LeafletMap, marker } from "leaflet";
import type { Point } from "../../../geo/index.ts";

type Asset = {
	properties: { number: string; title: string };
	geometry: { coordinates: [longitude: number, latitude: number] };
};

const icon = divIcon({ className: "fd-map__asset", iconSize: [14, 14] });

/** Shows the things with numbers near the pin. Returns what asks again when the pin has moved. */
export function nearbyAssets(
	map: LeafletMap,
	url: string,
	picked: (number: string, point: Point) => void,
): (point: Point) => void {
	const shown = layerGroup().addTo(map);
	let asking = new AbortController();
	return (point) => {
		asking.abort();
		asking = new AbortController();
		void ask(url, point, asking.signal).then((assets) => {
			if (!assets) return;
			shown.clearLayers();
			for (const { properties, geometry } of assets) {
				const [longitude, latitude] = geometry.coordinates;
				// They stand close to each other: by keyboard one is picked from the list beneath the map, or its number typed.
				const dot = marker([latitude, longitude], { icon, title: properties.title, keyboard: false });
				dot.on("click", () => picked(properties.number, { latitude, longitude }));
				shown.addLayer(dot);
			}
		});
	};
}

async function ask(url: string, point: Point, signal: AbortSignal): Promise<Asset[] | undefined> {
	const address = new URL(url, location.href);
	address.searchParams.set("latitude", point.latitude.toFixed(6));
	address.searchParams.set("longitude", point.longitude.toFixed(6));
	try {
		const answer = await fetch(address, { signal });
		if (!answer.ok) return undefined;
		// oxlint-disable-next-line typescript/no-unsafe-assignment -- our own route answered, in a shape its tests hold
		const { features }: { features: Asset[] } = await answer.json();
		return features;
	} catch {
		// The next move of the pin came first, or there is no network: the number can be typed.
		return undefined;
	}
}

import { divIcon, layerGroup, type Map as LeafletMap, marker } from "leaflet";
import type { Point } from "../../../geo/index.ts";

type Report = {
	properties: { title: string; url: string };
	geometry: { coordinates: [longitude: number, latitude: number] };
};

const icon = divIcon({ className: "fd-map__near", iconSize: [24, 24] });

/** Shows what has been reported near the pin. Returns what asks again when the pin has moved. */
export function nearbyReports(map: LeafletMap, url: string): (point: Point) => void {
	const shown = layerGroup().addTo(map);
	let asking = new AbortController();
	return (point) => {
		asking.abort();
		asking = new AbortController();
		void ask(url, point, asking.signal).then((reports) => {
			if (!reports) return;
			shown.clearLayers();
			for (const report of reports) shown.addLayer(dot(report));
		});
	};
}

async function ask(url: string, point: Point, signal: AbortSignal): Promise<Report[] | undefined> {
	const address = new URL(url, location.href);
	address.searchParams.set("latitude", point.latitude.toFixed(6));
	address.searchParams.set("longitude", point.longitude.toFixed(6));
	try {
		const answer = await fetch(address, { signal });
		if (!answer.ok) return undefined;
		// oxlint-disable-next-line typescript/no-unsafe-assignment -- our own route answered, in a shape its tests hold
		const { features }: { features: Report[] } = await answer.json();
		return features;
	} catch {
		// The next move of the pin came first, or there is no network: the form goes on without.
		return undefined;
	}
}

function dot({ properties, geometry }: Report) {
	const [longitude, latitude] = geometry.coordinates;
	const link = document.createElement("a");
	link.href = properties.url;
	link.textContent = properties.title;
	return marker([latitude, longitude], { icon, alt: `Already reported: ${properties.title}` }).bindPopup(link);
}

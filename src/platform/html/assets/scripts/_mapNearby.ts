import { layerGroup, type Map as LeafletMap, type Marker } from "leaflet";
import type { Point } from "../../../geo/index.ts";

/** What a route of ours answers of a thing that stands somewhere, as GeoJSON. */
type Feature<P> = { properties: P; geometry: { coordinates: [longitude: number, latitude: number] } };

/** Shows what is near the pin, as `url` answers it. Returns what asks again when the pin has moved. */
export function nearby<P>(
	map: LeafletMap,
	url: string,
	mark: (properties: P, at: Point) => Marker,
): (pin: Point) => void {
	const shown = layerGroup().addTo(map);
	let asking = new AbortController();
	return (pin) => {
		asking.abort();
		asking = new AbortController();
		void ask<P>(url, pin, asking.signal).then((features) => {
			if (!features) return;
			shown.clearLayers();
			for (const { properties, geometry } of features) {
				const [longitude, latitude] = geometry.coordinates;
				shown.addLayer(mark(properties, { latitude, longitude }));
			}
		});
	};
}

async function ask<P>(url: string, pin: Point, signal: AbortSignal): Promise<Feature<P>[] | undefined> {
	const address = new URL(url, location.href);
	address.searchParams.set("latitude", pin.latitude.toFixed(6));
	address.searchParams.set("longitude", pin.longitude.toFixed(6));
	try {
		const answer = await fetch(address, { signal });
		if (!answer.ok) return undefined;
		// oxlint-disable-next-line typescript/no-unsafe-assignment -- our own route answered, in a shape its tests hold
		const { features }: { features: Feature<P>[] } = await answer.json();
		return features;
	} catch {
		// The next move of the pin came first, or there is no network: the form goes on without.
		return undefined;
	}
}

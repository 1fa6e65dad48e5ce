import { divIcon, type LatLng, type Map as LeafletMap, marker, type Marker } from "leaflet";
import type { Point } from "../../../geo/index.ts";

export const pinIcon = divIcon({
	className: "fd-map__pin",
	html: '<svg viewBox="0 0 36 46" aria-hidden="true"><path d="M18 1.500C8.9 1.5 1.5 8.7 1.5 17.7 1.5 29.5 18 44.5 18 44.500s16.5-15 16.5-26.800C34.5 8.7 27.1 1.5 18 1.500z" fill="#b3261e" stroke="#fff" stroke-width="2"/><circle cx="18" cy="17.5" r="6" fill="#fff"/></svg>',
	iconSize: [36, 46],
	iconAnchor: [18, 45],
});

/**
 * One pin, placed by a tap, a click, Enter, a button or by dragging it. Returns what places it; `placed` is told each time.
 */
export function placePin(map: LeafletMap, placed: (point: Point) => void): (point: Point) => void {
	let pin: Marker | undefined;
	const put = (at: LatLng) => {
		if (pin) pin.setLatLng(at);
		else {
			// Dragging is one way among others (WCAG 2.5.7); by keyboard the map moves and Enter places.
			pin = marker(at, { icon: pinIcon, draggable: true, keyboard: false, alt: "The pin", zIndexOffset: 1000 }).addTo(
				map,
			);
			pin.on("dragend", () => pin && tell(pin.getLatLng()));
		}
		tell(at);
	};
	const tell = ({ lat, lng }: LatLng) => placed({ latitude: lat, longitude: lng });

	map.on("click", ({ latlng }) => put(latlng));
	map.getContainer().addEventListener("keydown", (press) => {
		if (press.key !== "Enter" || press.target !== map.getContainer()) return;
		// Enter must not send the form.
		press.preventDefault();
		put(map.getCenter());
	});
	return ({ latitude, longitude }) => put(map.wrapLatLng([latitude, longitude]));
}

import { map as leafletMap, marker, tileLayer } from "leaflet";
import { drawOutlines, outlines } from "./_mapOutlines.ts";
import { pinIcon } from "./_mapPin.ts";

/** A map with one pin that stays where it is. The place stands in words beside it, so it is out of the way of the keyboard. */
export function showPoint(place: HTMLElement): void {
	const { mapPoint, tiles, attribution, outlines: wards } = place.dataset;
	const [latitude, longitude] = (mapPoint ?? "").split(",").map(Number);
	if (latitude === undefined || longitude === undefined) return;
	const canvas = document.createElement("div");
	canvas.className = "fd-map__canvas";
	canvas.setAttribute("role", "img");
	canvas.setAttribute("aria-label", "Map with a pin at the place");
	place.append(canvas);
	const map = leafletMap(canvas, { scrollWheelZoom: false, keyboard: false, zoomControl: false });
	map.attributionControl.setPrefix(false);
	map.setView([latitude, longitude], tiles ? 16 : 13);
	if (tiles) tileLayer(tiles, { attribution: attribution ?? "", maxZoom: 19 }).addTo(map);
	marker([latitude, longitude], { icon: pinIcon, interactive: false, keyboard: false }).addTo(map);
	// Without tiles the wards and their names are the map.
	if (wards && !tiles) void outlines(wards).then((all) => drawOutlines(map, all, { names: true }));
}

/** A map over a question that asks for a place. The fields beneath it answer the question without it. */
import { type LatLng, type LatLngTuple, latLngBounds, map as leafletMap, tileLayer } from "leaflet";
import type { Point } from "../../../geo/index.ts";
import { buttons } from "./_mapButtons.ts";
import { nearbyAssets } from "./_mapAssets.ts";
import { nearbyReports } from "./_mapReports.ts";
import { drawOutlines, outlines, wardAt } from "./_mapOutlines.ts";
import { placePin } from "./_mapPin.ts";
import { showPoint } from "./_mapPoint.ts";

for (const place of document.querySelectorAll<HTMLElement>("[data-map]")) draw(place);
for (const place of document.querySelectorAll<HTMLElement>("[data-map-point]")) showPoint(place);

function draw(place: HTMLElement): void {
	const form = place.closest("form") ?? document;
	const latitude = form.querySelector<HTMLInputElement>('input[name="latitude"], input[name$="[latitude]"]');
	const longitude = form.querySelector<HTMLInputElement>('input[name="longitude"], input[name$="[longitude]"]');
	const { centre, zoom, fit, bounds, tiles, attribution, outlines: wards, nearby, assets } = place.dataset;
	if (!latitude || !longitude || !centre) return;

	const canvas = child(place, "div", "fd-map__canvas");
	const status = child(place, "p", "fd-map__status");
	status.setAttribute("role", "status");
	const cross = child(canvas, "div", "fd-map__cross");
	cross.hidden = true;

	const [south = 0, west = 0, north = 0, east = 0] = numbers(bounds);
	const area = latLngBounds([south, west], [north, east]);
	const map = leafletMap(canvas, {
		scrollWheelZoom: false,
		maxBounds: area.pad(0.5),
		minZoom: 10,
		maxZoom: 19,
		// Outlines may be any size; the pictures of tiles would blur between sizes.
		zoomSnap: tiles ? 1 : 0.25,
	});
	map.attributionControl.setPrefix(false);
	map.setView(pair(centre), Math.min(Number(zoom || 12), tiles ? 19 : 14));
	if (tiles) tileLayer(tiles, { attribution: attribution ?? "", maxZoom: 19 }).addTo(map);

	// Close enough to see the street; without tiles there is none to see, but the ward's edges.
	const close = tiles ? 17 : 14;

	canvas.setAttribute("role", "application");
	canvas.setAttribute(
		"aria-label",
		"Map. Arrow keys move it, plus and minus zoom, and Enter puts the pin in the middle.",
	);
	// A page that scrolls must not be caught by the map: the wheel zooms only once the map is in use.
	canvas.addEventListener("focusin", () => {
		map.scrollWheelZoom.enable();
		cross.hidden = false;
	});
	canvas.addEventListener("focusout", () => {
		map.scrollWheelZoom.disable();
		cross.hidden = true;
	});

	const known = wards ? outlines(wards) : Promise.resolve([]);
	const near = nearby ? nearbyReports(map, nearby) : undefined;
	const number = form.querySelector<HTMLInputElement>('input[name$="[asset]"]');
	const things = assets
		? nearbyAssets(map, assets, (chosen, point) => {
				if (number) number.value = chosen;
				pin(point);
				status.textContent = `${chosen} chosen.`;
			})
		: undefined;
	const pin = placePin(map, (point) => {
		latitude.value = point.latitude.toFixed(6);
		longitude.value = point.longitude.toFixed(6);
		near?.(point);
		things?.(point);
		void known.then((all) => say(point, wardAt(all, point), all.length > 0));
	});
	const say = (point: Point, ward: string | undefined, sure: boolean) => {
		const inArea = area.contains([point.latitude, point.longitude]) && (ward !== undefined || !sure);
		if (ward) status.textContent = `Pin placed in ${ward} ward.`;
		else status.textContent = inArea ? "Pin placed." : "The pin is outside the council's area. Please move it.";
	};

	buttons(
		place,
		status,
		(point) => {
			map.setView([point.latitude, point.longitude], close);
			pin(point);
		},
		() => pin(asPoint(map.getCenter())),
	);
	void known.then((all) => {
		const covered = drawOutlines(map, all, { names: !tiles });
		if (covered && fit !== undefined && !latitude.value) map.fitBounds(covered, { padding: [4, 4], animate: false });
		else map.fire("moveend");
	});
	if (latitude.value && longitude.value) {
		const at = { latitude: Number(latitude.value), longitude: Number(longitude.value) };
		map.setView([at.latitude, at.longitude], close);
		pin(at);
	} else {
		status.textContent = "No pin yet. Tap or click the map where it is, or use the boxes below.";
	}
}

function child(parent: HTMLElement, name: "div" | "p", className: string): HTMLElement {
	const element = document.createElement(name);
	element.className = className;
	return parent.appendChild(element);
}

function asPoint({ lat, lng }: LatLng): Point {
	return { latitude: lat, longitude: lng };
}

function numbers(text: string | undefined): number[] {
	return (text ?? "").split(",").map(Number);
}

function pair(text: string): LatLngTuple {
	const [latitude = 0, longitude = 0] = numbers(text);
	return [latitude, longitude];
}

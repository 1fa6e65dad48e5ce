import type { Map as LeafletMap } from "leaflet";
import type { Point } from "../../../geo/index.ts";

/** What a hand that cannot drag or aim presses instead. */
export function buttons(place: HTMLElement, status: HTMLElement, map: LeafletMap, pin: (point: Point) => void): void {
	const row = document.createElement("div");
	row.className = "fd-map__actions";
	row.append(
		button("Put the pin in the middle of the map", () => {
			const { lat, lng } = map.getCenter();
			pin({ latitude: lat, longitude: lng });
		}),
	);
	if ("geolocation" in navigator) row.append(button("Use my location", () => locate(status, map, pin)));
	place.insertBefore(row, status);
}

function locate(status: HTMLElement, map: LeafletMap, pin: (point: Point) => void): void {
	status.textContent = "Finding where you are…";
	navigator.geolocation.getCurrentPosition(
		({ coords }) => {
			map.setView([coords.latitude, coords.longitude], 17);
			pin({ latitude: coords.latitude, longitude: coords.longitude });
		},
		() => {
			status.textContent = "We could not find where you are. Please put the pin on the map or use the boxes below.";
		},
		{ enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
	);
}

function button(text: string, press: () => void): HTMLButtonElement {
	const element = document.createElement("button");
	element.type = "button";
	element.className = "govuk-button govuk-button--secondary";
	element.textContent = text;
	element.addEventListener("click", press);
	return element;
}

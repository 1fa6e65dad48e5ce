import type { Point } from "../../../geo/index.ts";

/** What a hand that cannot drag or aim presses instead: `here` for where the phone is, `middle` for the middle of the map. */
export function buttons(
	place: HTMLElement,
	status: HTMLElement,
	here: (point: Point) => void,
	middle: () => void,
): void {
	const row = document.createElement("div");
	row.className = "fd-map__actions";
	row.append(button("Put the pin in the middle of the map", middle));
	if ("geolocation" in navigator) row.append(button("Use my location", () => locate(status, here)));
	place.insertBefore(row, status);
}

function locate(status: HTMLElement, here: (point: Point) => void): void {
	status.textContent = "Finding where you are…";
	navigator.geolocation.getCurrentPosition(
		({ coords }) => here({ latitude: coords.latitude, longitude: coords.longitude }),
		() => {
			status.textContent = "We could not find where you are. Please put the pin on the map or use the boxes below.";
		},
		{ enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 },
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

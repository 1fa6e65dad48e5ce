import { divIcon, type Map as LeafletMap, marker } from "leaflet";
import type { Point } from "../../../geo/index.ts";
import { nearby } from "./_mapNearby.ts";

type Report = { title: string; url: string };

const icon = divIcon({ className: "fd-map__near", iconSize: [24, 24] });

/** Shows what has been reported near the pin. Returns what asks again when the pin has moved. */
export function nearbyReports(map: LeafletMap, url: string): (pin: Point) => void {
	return nearby<Report>(map, url, (report, { latitude, longitude }) => {
		const link = document.createElement("a");
		link.href = report.url;
		link.textContent = report.title;
		return marker([latitude, longitude], { icon, alt: `Already reported: ${report.title}` }).bindPopup(link);
	});
}

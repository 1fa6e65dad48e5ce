import { councilPart } from "../../platform/council/index.ts";
import { configSlot } from "../../platform/config/index.ts";
import type { House } from "../../platform/context/index.ts";
import type { Point } from "../../platform/geo/index.ts";
import { html, type Html } from "../../platform/html/html.ts";

export type PlaceMap = {
	/** The names of the two hidden fields; the script finds them by their ending, so `place[latitude]` will do. */
	latitudeName: string;
	longitudeName: string;
	/** The pin so far. */
	pin: Point | undefined;
	/** Where the map opens when there is no pin yet, such as the middle of a postcode's sector. */
	near?: Point | undefined;
	/** Answers `?latitude=&longitude=` with GeoJSON points that have `title` and `url`. */
	nearbyUrl?: string;
	/** The same for things with numbers, whose points have `number` and `title`; picking one fills the box that ends in `[asset]`. */
	assetsUrl?: string;
};

/** A map that shows one point and asks nothing; nothing without script, so its page says the place in words too. */
export function pointMap(house: House, at: Point): Html {
	const { TILE_URL, TILE_ATTRIBUTION } = configSlot.of(house);
	return html`<div class="fd-map fd-map--point" data-map-point="${at.latitude},${at.longitude}" data-tiles="${TILE_URL}" data-attribution="${TILE_ATTRIBUTION}" data-outlines="/places/wards.json"></div>`;
}

/**
 * The map for a question that asks for a place: nothing to see without script, so its page must ask in words too.
 * The page names `map` in its `scripts`. It stands in the form whose fields it fills.
 */
export function placeMap(
	house: House,
	{ latitudeName, longitudeName, pin, near, nearbyUrl, assetsUrl }: PlaceMap,
): Html {
	const { map } = councilPart.of(house);
	const { TILE_URL, TILE_ATTRIBUTION } = configSlot.of(house);
	const centre = near ?? map;
	return html`<input type="hidden" name="${latitudeName}" value="${pin?.latitude}">
<input type="hidden" name="${longitudeName}" value="${pin?.longitude}">
<div class="fd-map" data-map data-centre="${centre.latitude},${centre.longitude}" data-zoom="${near ? 15 : map.zoom}"${near ? "" : html` data-fit`} data-bounds="${[map.south, map.west, map.north, map.east].join(",")}" data-tiles="${TILE_URL}" data-attribution="${TILE_ATTRIBUTION}" data-outlines="/places/wards.json" data-nearby="${nearbyUrl}"${assetsUrl && html` data-assets="${assetsUrl}"`}></div>`;
}

import type { House } from "../../platform/context/index.ts";
import { readPostcode } from "../../platform/formats/index.ts";
import type { Box, Point } from "../../platform/geo/index.ts";
import { sectorsPart, type Ward, wardsPart } from "./pack.ts";
import { boxOf, sectorCentre, sectorName, wardOf } from "./rules.ts";

// Worked out once for each pack: it is asked at every report and every request on a list.
const boxes = new WeakMap<readonly Ward[], Box>();

/** The ward a point is in, by the pack's outlines; undefined outside the council's area. */
export function wardAt(house: House, point: Point): { code: string; name: string } | undefined {
	const wards = wardsPart.of(house);
	const box = boxes.get(wards) ?? boxOf(wards);
	boxes.set(wards, box);
	const ward = wardOf(wards, point, box);
	return ward && { code: ward.code, name: ward.name };
}

/** Whether a point is in the council's area, give or take 100 m. */
export function inArea(house: House, point: Point): boolean {
	return wardAt(house, point) !== undefined;
}

/** A ward by its code, with its locality; undefined for one the pack does not have. */
export function wardByCode(house: House, code: string): Ward | undefined {
	return wardsPart.of(house).find((ward) => ward.code === code);
}

export function wardNames(house: House): readonly { code: string; name: string }[] {
	return wardsPart.of(house).map(({ code, name }) => ({ code, name }));
}

/**
 * The sector of a postcode as typed and its middle, about 500 m from any of its doors. Undefined when it cannot be a postcode;
 * `centre` is undefined when no part of the sector is in the council's area.
 */
export function sectorOf(house: House, typed: string): { sector: string; centre: Point | undefined } | undefined {
	const postcode = readPostcode(typed);
	if (postcode === undefined) return undefined;
	return { sector: sectorName(postcode), centre: sectorCentre(sectorsPart.of(house), postcode) };
}

/** The postcode sectors with a part in the council's area, in the pack's order. */
export function sectorNames(house: House): readonly string[] {
	return Object.keys(sectorsPart.of(house));
}

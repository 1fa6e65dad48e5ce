import type { House } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { readPostcode } from "../../../platform/formats/index.ts";
import type { Area } from "../../../modules/forms/index.ts";
import { inArea, sectorOf, wardAt } from "../../../modules/places/index.ts";
import { type Wrong, wrong } from "./answers.ts";
import type { CreateArguments } from "./arguments.ts";

export type Where = {
	point: { latitude: number; longitude: number } | undefined;
	/** The address in words; the property's number when that is all there is. */
	words: string;
	postcode: string | undefined;
	uprn: string | undefined;
};

const decimal = /^-?\d{1,3}(\.\d{1,20})?$/;

/** At least one of a point, an address in words and a property's number (UPRN), which FixMyStreet sends as an attribute. */
export function readWhere(house: House, args: CreateArguments): Where | Wrong {
	const { lat, long, address_string: address, address_id: id, attribute } = args;
	const uprn = id || textOf(attribute["uprn"]);
	if ((lat === "") !== (long === "")) return wrong(400, "lat and long must be given together.");
	if (lat === "" && address === "" && uprn === "") {
		return wrong(400, "Say where: give lat and long, or address_string, or address_id.");
	}
	if (lat !== "" && !(decimal.test(lat) && decimal.test(long)))
		return wrong(400, "lat and long must be decimal degrees.");
	const point = lat === "" ? undefined : { latitude: Number(lat), longitude: Number(long) };
	if (point && !inArea(house, point)) {
		return wrong(400, `The place is not in the area of ${councilPart.of(house).name}. Another council looks after it.`);
	}
	if (address.length > 500) return wrong(400, "address_string can have 500 characters at most.");
	if (uprn.length > 20 || !/^[\w-]*$/.test(uprn)) return wrong(400, "address_id must be a UPRN.");
	return {
		point,
		words: address || (uprn === "" ? "" : `UPRN ${uprn}`),
		postcode: readPostcode(/[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\s*$/i.exec(address)?.[0] ?? ""),
		uprn: uprn === "" ? undefined : uprn,
	};
}

export function areaOf(house: House): Area {
	return {
		council: councilPart.of(house).name,
		contains: (latitude, longitude) => inArea(house, { latitude, longitude }),
		hasPostcode: (postcode) => sectorOf(house, postcode)?.centre !== undefined,
		wardAt: (latitude, longitude) => wardAt(house, { latitude, longitude })?.code,
	};
}

function textOf(value: string | string[] | undefined): string {
	return typeof value === "string" ? value : "";
}

/** A register of addresses for the demonstration. Streets and doors are invented; only the postcodes' sectors are the council's. */
import { createHash } from "node:crypto";
import type { House } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { type AddressRegister, type RegisterAddress, sectorNames, sectorOf } from "../../modules/places/index.ts";

const names = (
	"Alder Ash Beech Birch Bramble Cedar Cherry Chestnut Clover Elder Fern Hawthorn Hazel Heather Holly Larch Laurel Lime Maple " +
	"Myrtle Oak Poplar Rowan Sorrel Sycamore Thistle Walnut Willow Yarrow Yew"
).split(" ");
const kinds = [
	"Avenue",
	"Close",
	"Crescent",
	"Drive",
	"Gardens",
	"Grove",
	"Lane",
	"Place",
	"Road",
	"Street",
	"Terrace",
];

/**
 * The same addresses for the same postcode, always. A postcode that ends in two Zs has none; one outside the council's sectors
 * is in another town, so that both can be seen.
 */
export function demoAddresses(house: House): AddressRegister {
	return {
		lookUp: async (postcode) => addressesOf(house, postcode),
		byUprn: async (uprn) => {
			const postcode = postcodeOf(house, uprn);
			return postcode === undefined ? undefined : addressesOf(house, postcode).find((one) => one.uprn === uprn);
		},
	};
}

function addressesOf(house: House, postcode: string): RegisterAddress[] {
	const place = sectorOf(house, postcode);
	if (!place || postcode.endsWith("ZZ")) return [];
	const digest = createHash("sha256").update(postcode).digest();
	const byte = (at: number) => digest[at] ?? 0;
	const street = `${names[byte(0) % names.length]} ${kinds[byte(1) % kinds.length]}`;
	const town = place.centre ? councilPart.of(house).area : "Farham";
	const first = 1 + 2 * (byte(2) % 20);
	const doors = 8 + (byte(3) % 12);
	const withFlats = byte(4) % doors;
	// One after another along a street of some 200 metres, near the middle of the postcode's sector.
	const at = (door: number) =>
		place.centre && {
			latitude: round(place.centre.latitude + (byte(5) - 128) / 60_000 + door / 12_000),
			longitude: round(place.centre.longitude + (byte(6) - 128) / 40_000),
		};
	const found = Array.from({ length: doors }, (_, door): { door: number; lines: string[] }[] => {
		const line = `${first + 2 * door} ${street}`;
		if (door !== withFlats) return [{ door, lines: [line] }];
		return ["Flat 1", "Flat 2", "Flat 3"].map((flat) => ({ door, lines: [flat, line] }));
	}).flat();
	return found.map(({ door, lines }, number) => ({
		uprn: `${firstOf(house, postcode)}${String(number).padStart(2, "0")}`,
		lines,
		town,
		postcode,
		...at(door),
		inArea: place.centre !== undefined,
	}));
}

/** The letters that end a postcode. */
const units = "ABDEFGHJLNPQRSTUWXYZ";

/**
 * How the numbers of a postcode's addresses begin: 99, as no property's number does, then its sector's place in the pack and
 * its unit, so that a number leads back to its postcode. Of a postcode elsewhere nothing leads back.
 */
function firstOf(house: House, postcode: string): string {
	const sector = sectorNames(house).indexOf(postcode.slice(0, -2));
	const [one = 0, two = 0] = Array.from(postcode.slice(-2), (letter) => units.indexOf(letter));
	const unit = String(one * units.length + two).padStart(3, "0");
	return sector < 0 ? `98${elsewhere(postcode)}` : `99${String(sector).padStart(3, "0")}${unit}`;
}

function elsewhere(postcode: string): string {
	return String(createHash("sha256").update(postcode).digest().readUInt32BE() % 100_000_000).padStart(8, "0");
}

function postcodeOf(house: House, uprn: string): string | undefined {
	const [, sector, unit] = /^99(\d{3})(\d{3})\d{2}$/.exec(uprn) ?? [];
	const name = sectorNames(house)[Number(sector)];
	const one = units[Math.floor(Number(unit) / units.length)];
	const two = units[Number(unit) % units.length];
	return name && one && two ? `${name}${one}${two}` : undefined;
}

function round(degrees: number): number {
	return Math.round(degrees * 1e6) / 1e6;
}

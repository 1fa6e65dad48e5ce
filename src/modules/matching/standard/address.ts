import { readPostcode } from "../../../platform/formats/index.ts";
import type { SourceRecord, StandardRecord } from "../record.ts";
import { isBlank } from "./blank.ts";
import { fold } from "./fold.ts";
import { streetWords } from "./streetWords.ts";

/** `14 Acacia Rd.` → `acacia road`; words only, in their full form. */
function standardStreet(text: string): string {
	const words = fold(text).split(" ");
	const last = words.length - 1;
	return words
		.map((word, at) => (word === "st" ? (at === last && at > 0 ? "street" : "saint") : (streetWords.get(word) ?? word)))
		.join(" ");
}

type Door = { house?: string; street?: string };

const flat = /\b(?:flat|apartment|apt|unit)\s*([a-z]?\d+[a-z]?|[a-z])\b/;
const number = /(?<![a-z0-9])(\d+)\s?([a-z])?(?:\s?-\s?\d+[a-z]?)?(?![a-z0-9])/;

/** House and street out of one line: `Flat 2, 14A Acacia Rd` → `2/14a`, `acacia road`; `The Cottage, Low Lane` keeps its name. */
function splitDoor(line: string): Door {
	const text = line.toLowerCase().replace(/[^a-z0-9,\-\s'’]/g, " ");
	const inside = flat.exec(text)?.[1];
	const outside = text.replace(flat, " ");
	const found = number.exec(outside);
	const house = found ? `${found[1]}${found[2] ?? ""}` : undefined;
	const pieces = (found ? outside.replace(number, ",") : outside).split(",").map((piece) => piece.trim());
	const named = pieces.filter((piece) => /[a-z]{2}/.test(piece));
	// Without a number the house has a name, before the street.
	const [name, street] = found || named.length < 2 ? [undefined, named[0]] : [named[0], named[1]];
	const door = house ?? (name === undefined ? undefined : fold(name));
	return {
		...(door === undefined ? {} : { house: inside === undefined ? door : `${inside}/${door}` }),
		...(street === undefined || street === "" ? {} : { street: standardStreet(street) }),
	};
}

/** `ts1 9ft` → `TS19FT`; what is no postcode here but may be one slip from it, or one of another country, is kept as it is. */
function standardPostcode(text: string | undefined): Pick<StandardRecord, "postcode" | "district"> {
	if (text === undefined || isBlank(text)) return {};
	const close = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
	if (close.length < 3 || close.length > 8) return {};
	const uk = /^[A-Z]{1,2}\d[A-Z0-9]?[A-Z0-9]{3}$/.test(close);
	return { postcode: close, ...(uk ? { district: close.slice(0, -3) } : {}) };
}

/** The number a property has for ever, without the zeros some systems put before it. */
function standardUprn(text: string | undefined): string | undefined {
	const digits = (text ?? "").replace(/\.0$/, "").replace(/\s/g, "").replace(/^0+/, "");
	return /^\d{1,12}$/.test(digits) ? digits : undefined;
}

export function standardAddress(source: SourceRecord): StandardRecord {
	const line = [source.address, source.street].find((text) => !isBlank(text)) ?? "";
	const last = /[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\s*$/i.exec(line)?.[0];
	const inLine = last === undefined ? undefined : readPostcode(last);
	const written = isBlank(source.postcode) ? inLine : source.postcode;
	const door = splitDoor(inLine === undefined ? line : line.slice(0, -(last ?? "").length));
	const given = isBlank(source.house)
		? undefined
		: fold(source.house ?? "")
				.replace(/\s/g, "")
				.replace(/^0+(?=.)/, "");
	const house = given === undefined || given === "" ? door.house : given;
	const town = isBlank(source.town) ? "" : fold(source.town ?? "");
	const uprn = standardUprn(source.uprn);
	return {
		...(house === undefined || house === "" ? {} : { house }),
		...(door.street === undefined ? {} : { street: door.street }),
		...(town === "" ? {} : { town }),
		...(uprn === undefined ? {} : { uprn }),
		...standardPostcode(written),
	};
}

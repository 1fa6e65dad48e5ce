import { readEmail, readPhone, readPostcode, readReference } from "../../../platform/formats/index.ts";
import { standardRecord } from "../../matching/index.ts";

/** What somebody typed to find a customer, told by its shape; the second is one fact of several that must all hold. */
export type Sought =
	| { kind: "reference"; reference: string }
	| { kind: "email"; email: string }
	| { kind: "phone"; phone: string }
	| ({ kind: "facts"; words: readonly Word[]; name: { given: string; surname: string } | undefined } & Partial<
			Record<"born" | "postcode", string>
	  >);

/** A word and how it is written in full: `rd`, `road`. Any word that begins with either is meant. */
export type Word = readonly [string, string];

/** Undefined when nothing was typed by which anybody could be found. */
export function sought(typed: string): Sought | undefined {
	const text = typed.trim().slice(0, 200);
	const reference = readReference(text, "CR");
	if (reference) return { kind: "reference", reference };
	const email = text.includes("@") ? readEmail(text) : undefined;
	if (email) return { kind: "email", email: email.toLowerCase() };
	const phone = readPhone(text);
	if (phone) return { kind: "phone", phone: phone.e164 };
	return factsIn(text);
}

const date = /\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(st|nd|rd|th)? [a-z]{3,9} \d{4})\b/i;
const postcodeShape = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i;
const mostWords = 8;

function factsIn(text: string): Sought | undefined {
	const born = standardRecord({ born: date.exec(text)?.[0] ?? "" }).born;
	const withoutDate = born === undefined ? text : text.replace(date, " ");
	const written = readPostcode(postcodeShape.exec(withoutDate)?.[0] ?? "");
	const rest = written === undefined ? withoutDate : withoutDate.replace(postcodeShape, " ");
	const postcode = written?.replaceAll(" ", "");
	const words = wordsIn(rest);
	if (words.length === 0 && born === undefined && postcode === undefined) return undefined;
	const { given, surname } = standardRecord({ name: rest });
	return {
		kind: "facts",
		words,
		name: given !== undefined && surname !== undefined ? { given, surname } : undefined,
		...(born === undefined ? {} : { born }),
		...(postcode === undefined ? {} : { postcode }),
	};
}

/** Folded words are letters and digits only, so none of them can be an operator of the query. */
function wordsIn(text: string): Word[] {
	const folded = standardRecord({ organisation: text }).organisation ?? "";
	return folded
		.split(" ")
		.filter((word) => word !== "")
		.slice(0, mostWords)
		.map((word) => [word, standardRecord({ street: `x ${word}` }).street?.slice(2) || word]);
}

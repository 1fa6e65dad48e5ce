import { readEmail, readNino, readPhone, readPostcode } from "../../../platform/formats/index.ts";
import { isDate } from "../../../platform/time/index.ts";
import { standardDate } from "../../matching/index.ts";
import type { FieldKind } from "../../sources/index.ts";

/** What is said, in the one form of its kind in which two of them are the same; undefined for what cannot be read as one. */
export function standardOf(kind: FieldKind, said: string): string | undefined {
	switch (kind) {
		case "born":
		case "date":
		case "day-from":
		case "day-until":
			return realDay(standardDate(said));
		case "nino":
			// Records of examples are compared too; none of them is anybody's.
			return readNino(said, { examples: true });
		case "email":
			return readEmail(said)?.toLowerCase();
		case "phone":
			return readPhone(said)?.e164;
		case "postcode":
			return readPostcode(said);
		default:
			return folded(said);
	}
}

/** Nobody is born on a day that there is not: it was misheard. */
function realDay(digits: string | undefined): string | undefined {
	return digits !== undefined && isDate(digits.replace(/^(....)(..)(..)$/, "$1-$2-$3")) ? digits : undefined;
}

/** Numbers of accounts are said with and without their spaces, dashes and the zeros they begin with. */
function folded(said: string): string | undefined {
	const close = said
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, "")
		.replace(/^0+(?=.)/, "");
	return close === "" || close.length > 100 ? undefined : close;
}

export type Answer = "yes" | "no" | "cannot-say";

/** Whether what was said is what is recorded: nobody can say where nothing is, or where records disagree with each other. */
export function answerTo(said: string, recorded: readonly string[]): Answer {
	const [one, ...others] = new Set(recorded);
	if (one === undefined || others.length > 0) return "cannot-say";
	return one === said ? "yes" : "no";
}

import type { OpensInWords } from "./opensInWords.ts";

/** `Opens council tax and libraries. Says whether social care has a record. Lets you check date of birth.` */
export function opensSentence({ shows, flags, checks }: OpensInWords): string {
	const sentences = [
		shows.length > 0 ? `Opens ${listed(shows)}.` : "Opens only what the customer told us themselves.",
		flags.length > 0 && `Says whether there is a record of ${listed(flags)}.`,
		checks.length > 0 && `Lets you check ${listed(checks)}.`,
	];
	return sentences.filter(Boolean).join(" ");
}

/** `a, b and c`. */
export function listed(things: readonly string[]): string {
	return things.length < 2 ? things.join("") : `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`;
}

/** A field's name within a sentence: `Date of birth` begins small, `National Insurance number` and `UPRN` do not. */
export function inASentence(name: string): string {
	return name.replace(/^[A-Z](?=[a-z]+( [a-z]|$))/, (letter) => letter.toLowerCase());
}

import { z } from "zod";

const word = z.string().max(100).catch("");

/** What narrows the lists about services. Anything else in an address is nothing. */
export const askedShape = z.object({
	q: word,
	topic: word,
	verb: word,
	team: word,
	tier: word,
});
export type Asked = z.infer<typeof askedShape>;

/** Whether each of the words that were searched for stands somewhere in the texts. */
export function holdsWords(searched: string, texts: readonly (string | null)[]): boolean {
	const all = texts.join(" ").toLowerCase();
	return searched
		.toLowerCase()
		.split(/\s+/)
		.every((one) => all.includes(one));
}

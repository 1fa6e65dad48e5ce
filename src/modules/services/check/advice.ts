import type { Fault, Path } from "../../../platform/module/index.ts";
import type { Definition } from "../definition.ts";

/** The most words a sentence may have before it is hard to read (GOV.UK content design). */
const longest = 25;

/** What customers do not read: names and rules for officers and programs, and the titles of laws. */
const notRead = new Set(
	"id when law basis because keywords systems process-owner does kind verb topic owner team role code group ledger name".split(
		" ",
	),
);

/** What everybody knows by its letters. */
const known = new Set("UK GOV GDPR GP NHS MOT PDF ID TV PIN VAT OK SMS BBC GCSE DVLA HMRC CCTV RSPCA".split(" "));

/** Where the words for customers could be plainer. */
export function plainer(definition: Definition): Fault[] {
	const said = wordsFor(definition, []);
	const explained = new Set(
		said.flatMap(({ words }) => [...words.matchAll(/\(([A-Z]{2,})\)/g)].map(([, name]) => name)),
	);
	const told = new Set<string>();
	return said.flatMap(({ path, words }): Fault[] => {
		const advice: string[] = [];
		for (const sentence of words.split(/(?<=[.?!])\s+/)) {
			const count = sentence.split(/\s+/).length;
			if (count > longest) advice.push(`A sentence has ${count} words; ${longest} are enough: “${start(sentence)} …”`);
		}
		if (/please note/i.test(words)) advice.push("“Please note” can be left out.");
		// An example such as "AB12 CDE" is no acronym.
		for (const [name] of words.matchAll(/(?<!\d ?)\b[A-Z]{2,}\b(?! ?\d)/g)) {
			if (known.has(name) || explained.has(name) || told.has(name)) continue;
			told.add(name);
			advice.push(`“${name}” is not explained: write it out once, with (${name}) behind it.`);
		}
		return advice.map((sentence) => ({ path, sentence }));
	});
}

function start(sentence: string): string {
	return sentence.split(/\s+/).slice(0, 6).join(" ");
}

function wordsFor(value: unknown, path: Path): { path: Path; words: string }[] {
	if (typeof value === "string") return /\s/.test(value) ? [{ path, words: value }] : [];
	if (Array.isArray(value)) return value.flatMap((one, at) => wordsFor(one, [...path, at]));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => (notRead.has(key) ? [] : wordsFor(inner, [...path, key])));
}

import { ago, dateInWords, isDate, shortDate } from "../../../platform/time/index.ts";
import { phoneInWords } from "../../../platform/formats/index.ts";
import { frontDoor, type golden } from "../../../modules/records/index.ts";

/** Where a value is from, when, and how sure that makes it: `Said by them online, on 3 March 2026. Council tax says the same.` */
export function lineageOf(
	{ said, chosen, agree, differ }: golden.GoldenValue,
	nameOf: (source: string) => string,
	now: Date,
): string {
	const others = [
		count(agree, nameOf, chosen && said ? [said] : [], "says the same", "say the same"),
		count(differ, nameOf, [], "says something else", "say something else"),
	];
	const first = chosen ? `Chosen by ${chosen.by}, ${ago(chosen.at, now)}` : said ? saidWords(said, nameOf, now) : "";
	return [first, ...others].filter(Boolean).join(". ");
}

/** One record's word: who said it, how, and when. */
export function saidWords(
	{ source, standing, at }: golden.SaidValue,
	nameOf: (source: string) => string,
	now: Date,
): string {
	if (source !== frontDoor) return `${nameOf(source)}, ${standingWords[standing]} ${ago(at, now)}`;
	return `${standing === "typed" ? "Taken down by an adviser" : "Said by them"}, ${ago(at, now)}`;
}

const standingWords: Readonly<Record<golden.Standing, string>> = {
	verified: "checked,",
	declared: "said by them,",
	statutory: "by law,",
	typed: "typed,",
	imported: "said",
};

/** A value as people read it: dates of birth and telephone numbers are kept in another form. */
export function valueInWords(field: golden.GoldenField, value: string): string {
	if (field === "born" && isDate(value)) return shortDate(value);
	if (field === "phone" && value.startsWith("+")) return phoneInWords(value);
	return value;
}

/** `from 3 March 2026` on a day, for those who read a time that something held. */
export function dayInWords(day: string): string {
	return dateInWords(day).replace(/^\w+ /, "");
}

function count(
	values: readonly golden.SaidValue[],
	nameOf: (source: string) => string,
	more: readonly golden.SaidValue[],
	one: string,
	many: string,
): string {
	const all = [...more, ...values];
	if (all.length === 0) return "";
	const names = [
		...new Set(all.map(({ source }) => (source === frontDoor ? "Another record of ours" : nameOf(source)))),
	];
	return names.length === 1 ? `${names[0]} ${one}` : `${names.length} others ${many}`;
}

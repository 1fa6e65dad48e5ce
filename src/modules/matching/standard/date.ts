import type { SourceRecord } from "../record.ts";
import { isBlank } from "./blank.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * A date of birth as eight digits, year first: `29/02/1984`, `1984-02-29`, `19840229`, `29 Feb 1984`, `29.2.84`. Day before
 * month, as this country writes, unless only the other can be. A month 13 or a day 31 February is kept: it is a slip of
 * something. Undefined for what is no date, and for the dates that systems put in for none.
 */
export function standardDate(text: string | undefined): string | undefined {
	if (text === undefined || isBlank(text)) return undefined;
	const said = text
		.trim()
		.toLowerCase()
		.replace(/[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$/, "");
	const date = inDigits(said) ?? inParts(said);
	return date === undefined || madeUp.has(date) || date.startsWith("0000") ? undefined : date;
}

/** What systems write when a date must be written and none is known (1 January 1900, 9999, the first day of their clocks). */
const madeUp = new Set([
	"19000101",
	"18991230",
	"18991231",
	"17530101",
	"16010101",
	"99991231",
	"00010101",
	"19010101",
	"99999999",
	"11111111",
]);

function inDigits(text: string): string | undefined {
	if (!/^\d{8}$/.test(text)) return undefined;
	const century = Number(text.slice(0, 2));
	// 29021984 begins with no century that anybody was born in.
	return century >= 10 && century <= 21 ? text : text.slice(4) + text.slice(2, 4) + text.slice(0, 2);
}

function inParts(text: string): string | undefined {
	const parts = text.replace(/(\d)(st|nd|rd|th)\b/g, "$1").match(/\d+|[a-z]+/g);
	if (parts?.length !== 3) return undefined;
	const [first = "", second = "", third = ""] = parts.map(monthNumber);
	if (first.length === 4) return joined(first, second, third);
	const year = third.length === 4 ? third : third.length === 2 ? inFull(third) : undefined;
	if (year === undefined) return undefined;
	return Number(second) > 12 && Number(first) <= 12 ? joined(year, first, second) : joined(year, second, first);
}

/** Nobody knows the century of `84`; most of whom a council knows were born in this span. */
function inFull(year: string): string {
	return Number(year) > 25 ? `19${year}` : `20${year}`;
}

function monthNumber(part: string): string {
	const at = months.indexOf(part.slice(0, 3));
	return at < 0 ? part : String(at + 1);
}

function joined(year: string, month: string, day: string): string | undefined {
	if (month.length > 2 || day.length > 2) return undefined;
	const date = `${year}${month.padStart(2, "0")}${day.padStart(2, "0")}`;
	return /^\d{8}$/.test(date) ? date : undefined;
}

/** From one column, or from three. */
export function standardBirth(source: SourceRecord): string | undefined {
	if (source.born !== undefined) return standardDate(source.born);
	const { birthYear, birthMonth, birthDay } = source;
	if (birthYear === undefined || birthMonth === undefined || birthDay === undefined) return undefined;
	return standardDate(`${birthYear.trim()}-${birthMonth.trim()}-${birthDay.trim()}`);
}

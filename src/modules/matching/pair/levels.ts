/** A model's tests of two records in this program's memory, as `model/sql.ts` has them in the engine's; a test holds the two to each other. */
import type { Comparison, Test } from "../model/model.ts";
import type { StandardRecord, TextField } from "../record.ts";
import { jaro, jaroWinkler, slipsBetween } from "./similar.ts";

/** The level on which two records agree, from 0; undefined when there is nothing to compare. */
export function levelBetween(
	{ needs, skip, levels }: Comparison,
	a: StandardRecord,
	b: StandardRecord,
): number | undefined {
	const has = (field: TextField) => a[field] !== undefined && b[field] !== undefined;
	if (needs.length > 0 && !needs.some((set) => set.every(has))) return undefined;
	if (skip && holds(skip, a, b)) return undefined;
	const at = levels.findIndex(({ when }) => when === undefined || holds(when, a, b));
	return levels[at]?.proves ? undefined : at;
}

function holds(test: Test, a: StandardRecord, b: StandardRecord): boolean {
	if ("all" in test) return test.all.every((one) => holds(one, a, b));
	if ("same" in test) return same(a[test.same], b[test.same]);
	if ("near" in test) return both(a, b, test.near, (one, other) => jaroWinkler(one, other) >= test.above);
	if ("slips" in test) return both(a, b, test.slips, (one, other) => isWithin(one, other, test.most));
	if ("start" in test)
		return both(a, b, test.start, (one, other) => one.slice(0, test.letters) === other.slice(0, test.letters));
	if ("initial" in test)
		return both(a, b, test.initial, (one, other) => (one.length === 1 || other.length === 1) && one[0] === other[0]);
	if ("half" in test)
		return (
			isOneOf(a.surname, b.surnameFirst, b.surnameLast) ||
			isOneOf(b.surname, a.surnameFirst, a.surnameLast) ||
			same(a.surnameFirst, b.surnameLast)
		);
	if ("nickname" in test) return isOneOf(a.root, b.root, b.otherRoot) || isOneOf(a.otherRoot, b.root, b.otherRoot);
	if ("swapped" in test) return isSwapped(a, b, test.least);
	return both(a, b, "born", (one, other) => datesAgree(test, one, other));
}

function same(one: string | undefined, other: string | undefined): boolean {
	return one !== undefined && one === other;
}

function isOneOf(one: string | undefined, ...others: readonly (string | undefined)[]): boolean {
	return one !== undefined && others.includes(one);
}

function both(
	a: StandardRecord,
	b: StandardRecord,
	field: TextField,
	ask: (one: string, other: string) => boolean,
): boolean {
	const [one, other] = [a[field], b[field]];
	return one !== undefined && other !== undefined && ask(one, other);
}

function isWithin(one: string, other: string, most: number): boolean {
	if (one.length === other.length) {
		let places = 0;
		for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) places++;
		if (places < 2) return true;
		// A swap of two neighbours is one slip in two places.
		return places <= (most > 1 ? 4 : 2) && slipsBetween(one, other) <= most;
	}
	const nearly = Math.abs(one.length - other.length) <= most && jaro(one, other) > 0.8;
	return nearly && slipsBetween(one, other) <= most;
}

/** Only where the names as they stand do not agree: `James James` is not the wrong way round. */
function isSwapped(a: StandardRecord, b: StandardRecord, least: number): boolean {
	if (same(a.given, b.given) || same(a.surname, b.surname)) return false;
	const [first, second] = [same(a.given, b.surname), same(a.surname, b.given)];
	if (least === 2) return first && second;
	return (first && isLike(a.surname, b.given)) || (second && isLike(a.given, b.surname));
}

function isLike(one: string | undefined, other: string | undefined): boolean {
	return one === undefined || other === undefined || jaroWinkler(one, other) >= 0.82;
}

type DateTest = Extract<Test, { daysApart: "born" } | { dayAndMonth: "born" } | { partsOfDate: "born" }>;

function datesAgree(test: DateTest, one: string, other: string): boolean {
	const parts = (date: string) => [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)] as const;
	const [[year, month, day], [otherYear, otherMonth, otherDay]] = [parts(one), parts(other)];
	if ("dayAndMonth" in test) return year === otherYear && month === otherDay && day === otherMonth;
	if ("partsOfDate" in test)
		return [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length >= test.least;
	const [from, until] = [dayOf(year, month, day), dayOf(otherYear, otherMonth, otherDay)];
	return from !== undefined && until !== undefined && Math.abs(from - until) <= test.most;
}

/** Days since some day; undefined for a date that cannot be. */
function dayOf(...parts: readonly [year: string, month: string, day: string]): number | undefined {
	const [year, month, day] = parts.map(Number);
	const at = new Date(Date.UTC(2000, (month ?? 0) - 1, day));
	at.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day);
	const is = at.getUTCMonth() + 1 === month && at.getUTCDate() === day;
	return is ? Math.round(at.getTime() / 86_400_000) : undefined;
}

/** A model's tests and blocks as SQL of the analytical engine, over pairs of records that have both records' fields, as `a_born` and `b_born`. */
import type { TextField } from "../record.ts";
import { type BlockPart, type Comparison, fieldsOf, type Model, type Test } from "./model.ts";

/** A condition that is true, false, or null where a field is missing, which `case when` takes as false. */
function conditionOf(test: Test): string {
	if ("all" in test) return `(${test.all.map(conditionOf).join(" and ")})`;
	if ("same" in test) return `a_${test.same} = b_${test.same}`;
	if ("near" in test) return `near_${test.near} >= ${test.above}`;
	if ("slips" in test) return slips(test.slips, test.most);
	if ("start" in test) return `left(a_${test.start}, ${test.letters}) = left(b_${test.start}, ${test.letters})`;
	if ("initial" in test) return initial(test.initial);
	if ("half" in test)
		return "(a_surname in (b_surnameFirst, b_surnameLast) or b_surname in (a_surnameFirst, a_surnameLast) or a_surnameFirst = b_surnameLast)";
	if ("nickname" in test) return "(a_root in (b_root, b_otherRoot) or a_otherRoot in (b_root, b_otherRoot))";
	if ("swapped" in test) return swapped(test.least);
	if ("daysApart" in test) return `abs(a_bornDay - b_bornDay) <= ${test.most}`;
	if ("dayAndMonth" in test)
		return "(a_born[1:4] = b_born[1:4] and a_born[5:6] = b_born[7:8] and a_born[7:8] = b_born[5:6])";
	return `((a_born[1:4] = b_born[1:4])::int + (a_born[5:6] = b_born[5:6])::int + (a_born[7:8] = b_born[7:8])::int >= ${test.least})`;
}

/**
 * Counting slips is twenty times slower than counting the places at which texts of one length differ, so that goes before it:
 * one slip changes one place, or swaps two. A text that lost a letter is still like the other.
 */
function slips(field: string, most: number): string {
	const [one, other] = [`a_${field}`, `b_${field}`];
	const [length, counted] = [`length(${one}) = length(${other})`, `damerau_levenshtein(${one}, ${other}) <= ${most}`];
	const like = `abs(length(${one}) - length(${other})) <= ${most} and jaro_similarity(${one}, ${other}) > 0.8`;
	// Only the conditions of a `case` are skipped where an earlier one holds; both sides of an `or` are always worked out.
	return `(case when ${length} then case hamming(${one}, ${other}) when 0 then true when 1 then true
		when 2 then ${counted} ${most > 1 ? `when 3 then ${counted} when 4 then ${counted}` : ""} else false end
		when ${like} then ${counted} else false end)`;
}

/** Only where the names as they stand do not agree: `James James` is not the wrong way round. */
function swapped(least: number): string {
	const crossed = ["a_given = b_surname", "a_surname = b_given"];
	const unlike = "(a_given = b_given) is not true and (a_surname = b_surname) is not true";
	if (least === 2) return `(${crossed.join(" and ")} and ${unlike})`;
	const [first, second] = [like("a_surname", "b_given"), like("a_given", "b_surname")];
	return `(${unlike} and ((${crossed[0]} and ${first}) or (${crossed[1]} and ${second})))`;
}

function like(one: string, other: string): string {
	return `coalesce(jaro_winkler_similarity(${one}, ${other}) >= 0.82, true)`;
}

function initial(field: string): string {
	const [one, other] = [`a_${field}`, `b_${field}`];
	return `((length(${one}) = 1 or length(${other}) = 1) and left(${one}, 1) = left(${other}, 1))`;
}

/** The number of the level on which two records agree, from 0; null when there is nothing to compare. */
export function levelOf({ needs, skip, levels }: Comparison): string {
	const both = needs
		.map((set) => `(${set.map((field) => `a_${field} is not null and b_${field} is not null`).join(" and ")})`)
		.join(" or ");
	const steps = levels.map(({ when, proves }, at) =>
		when === undefined ? `else ${at}` : `when ${conditionOf(when)} then ${proves ? "null" : at}`,
	);
	const nothing = [
		...(both === "" ? [] : [`when not (${both}) then null`]),
		...(skip === undefined ? [] : [`when ${conditionOf(skip)} then null`]),
	];
	return `(case ${[...nothing, ...steps].join(" ")} end)::tinyint`;
}

/** One number for all that a block holds of a record; null where a part is missing. */
export function keyOf(parts: readonly BlockPart[]): string {
	const values = parts.map((part) => (typeof part === "string" ? part : `left(${part.start}, ${part.letters})`));
	const present = parts.map((part) => `${typeof part === "string" ? part : part.start} is not null`).join(" and ");
	return `case when ${present} then hash(${values.join(", ")}) end`;
}

export function fieldOf(part: BlockPart): TextField {
	return typeof part === "string" ? part : part.start;
}

/** The columns that a model's levels need of a pair of rows `a` and `b`: their fields, and how alike those are that may be near. */
export function pairColumns({ comparisons }: Model): readonly string[] {
	const tests = comparisons.flatMap(({ skip, levels }) => [skip, ...levels.map(({ when }) => when)]);
	const asked = tests.filter((test) => test !== undefined);
	const needed = comparisons.flatMap(({ needs }) => needs.flat());
	const fields = [...new Set([...needed, ...asked.flatMap(fieldsOf)])];
	const near = [...new Set(asked.flatMap(nearOf))];
	return [
		"a.bornDay as a_bornDay, b.bornDay as b_bornDay",
		...fields.map((field) => `a.${field} as a_${field}, b.${field} as b_${field}`),
		...near.map((field) => `jaro_winkler_similarity(a.${field}, b.${field}) as near_${field}`),
	];
}

function nearOf(test: Test): readonly string[] {
	if ("all" in test) return test.all.flatMap(nearOf);
	return "near" in test ? [test.near] : [];
}

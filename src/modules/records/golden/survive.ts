import { agreement, fullness } from "./agreement.ts";
import {
	type ChosenValue,
	type GoldenField,
	goldenFields,
	type GoldenValue,
	type SaidValue,
	standings,
} from "./value.ts";

/**
 * Of each field the value that stands. What an officer chose stands over all; else what was verified, then what the customer
 * declared, then what a statutory record says, what an adviser typed, what was merely imported; of those alike the latest, then
 * the fullest. The answer does not depend on the order of what is given. What customers alone decide (how they like to be
 * called and told, what they need, when it is safe to reach them) is no field of these, so no source ever replaces it.
 */
export function survive(said: readonly SaidValue[], chosen: readonly ChosenValue[]): GoldenValue[] {
	return goldenFields.flatMap((field) => {
		const values = said.filter((one) => one.field === field && one.value.trim() !== "").toSorted(best);
		const choice = chosen.filter((one) => one.field === field).toSorted(latest)[0];
		const golden = standing(field, values, choice);
		return golden ? [golden] : [];
	});
}

function standing(
	field: GoldenField,
	values: readonly SaidValue[],
	chosen: ChosenValue | undefined,
): GoldenValue | undefined {
	const value = chosen?.value ?? values[0]?.value;
	if (value === undefined) return undefined;
	const said = values.find((one) => agreement(field, value, one.value) === "same");
	const others = values.filter((one) => one !== said);
	const differ = others.filter((one) => agreement(field, value, one.value) === "other");
	return {
		field,
		value,
		said,
		chosen,
		agree: others.filter((one) => !differ.includes(one)),
		differ,
		// Who chose has looked at what the others say.
		conflict: chosen === undefined && differ.length > 0 && !several.has(field),
	};
}

/** Of these somebody may have more than one. */
const several: ReadonlySet<GoldenField> = new Set(["email", "phone"]);

function best(a: SaidValue, b: SaidValue): number {
	return (
		standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
		b.at.getTime() - a.at.getTime() ||
		fullness(b.value) - fullness(a.value) ||
		(a.recordId < b.recordId ? -1 : 1)
	);
}

function latest(a: ChosenValue, b: ChosenValue): number {
	return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

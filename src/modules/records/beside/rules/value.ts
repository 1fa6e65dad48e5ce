/** What one record says of its customer, made ready to stand beside another's. */
import { readPhone, phoneInWords } from "../../../../platform/formats/index.ts";
import { dateInWords, isDate } from "../../../../platform/time/index.ts";
import { fold } from "../../../customers/index.ts";
import type { Field } from "../../../sources/index.ts";

/** `key` is the same for two values that say the same. */
export type Value = { readonly field: string; readonly name: string; readonly text: string; readonly key: string };

/** By these a customer is known; all else is a fact about them. In the order in which they are compared. */
const identity = [
	"name",
	"organisation",
	"born",
	"email",
	"phone",
	"number",
	"address",
	"postcode",
	"uprn",
	"birthplace",
	"occupation",
];

export function isIdentity(field: string): boolean {
	return identity.includes(field);
}

/** Identity first, in an order that is the same for all; then facts as they came. */
export function inOrder(fields: readonly string[]): readonly string[] {
	return [...identity.filter((one) => fields.includes(one)), ...fields.filter((one) => !isIdentity(one))];
}

/**
 * Whether an officer who judges a match may read the field, may know only whether it agrees, or neither: not what nobody may
 * see, nor what a law keeps for other purposes.
 */
export function standsBeside({ id, shown, law }: Pick<Field, "id" | "shown" | "law">): "open" | "compared" | "not" {
	if (law !== undefined || shown === "never") return "not";
	if (shown === "verify") return isIdentity(id) ? "compared" : "not";
	return "open";
}

/** What is only to be checked: that it is held, and by its key whether it agrees. */
export function comparedOnly(value: Value): Value {
	return { ...value, text: "Held, not shown" };
}

export function valueOf({ id, name, kind }: Pick<Field, "id" | "name" | "kind">, said: string): Value {
	const text = said.trim();
	if (kind === "phone") {
		const number = readPhone(text)?.e164;
		return { field: id, name, text: number ? phoneInWords(number) : text, key: number ?? fold(text) };
	}
	if (["date", "born", "day-from", "day-until"].includes(kind) && isDate(text))
		return { field: id, name, text: dateInWords(text), key: text };
	if (kind === "email") return { field: id, name, text, key: text.toLowerCase() };
	return { field: id, name, text, key: fold(text) };
}

const wholes = [
	{ field: "name", name: "Name", parts: ["given", "surname"], between: " " },
	{ field: "address", name: "Address", parts: ["house", "street", "town"], between: ", " },
];

/** First names and surname as one name, house, street and town as one address: sources cut them up in many ways. */
export function together(values: readonly Value[]): readonly Value[] {
	return wholes.reduce((rest, { field, name, parts, between }) => {
		const found = parts.flatMap((part) => rest.filter((value) => value.field === part));
		if (found.length === 0 || rest.some((value) => value.field === field)) return rest;
		const text = found.map((value) => value.text).join(between);
		return [{ field, name, text, key: fold(text) }, ...rest.filter((value) => !found.includes(value))];
	}, values);
}

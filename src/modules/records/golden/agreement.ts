import { readEmail, readPhone, readPostcode } from "../../../platform/formats/index.ts";
import { fold } from "../../customers/index.ts";
import type { GoldenField } from "./value.ts";

/** Whether one value says what another says: the same, a part of it (`J Smith` of `Jane Smith`), or something else. */
export function agreement(field: GoldenField, one: string, other: string): "same" | "part" | "other" {
	const [a, b] = [keyOf(field, one), keyOf(field, other)];
	if (a === b) return "same";
	if (field !== "name" && field !== "home" && field !== "organisation") return "other";
	const [words, others] = [wordsOf(a), wordsOf(b)];
	return isPart(field, words, others) || isPart(field, others, words) ? "part" : "other";
}

/** How much a value says: letters and digits. */
export function fullness(value: string): number {
	return fold(value).replaceAll(" ", "").length;
}

function keyOf(field: GoldenField, value: string): string {
	switch (field) {
		case "email":
			return (readEmail(value) ?? value).trim().toLowerCase();
		case "phone":
			return readPhone(value)?.e164 ?? value.replace(/\D/g, "");
		case "born":
		case "number":
			return value.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
		case "home":
			return fold(withJoinedPostcode(value));
		case "name":
		case "organisation":
			return fold(value);
	}
}

/** A postcode is one word, however it is spaced. */
function withJoinedPostcode(address: string): string {
	return address.replace(/\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b/g, (typed) =>
		(readPostcode(typed) ?? typed).replaceAll(" ", ""),
	);
}

function wordsOf(key: string): string[] {
	return key.split(" ").filter((word) => word !== "" && !titles.has(word));
}

const titles = new Set(["mr", "mrs", "miss", "ms", "mx", "dr"]);

/** Each word is one of the others, or the first letter of one in a name; no other word is taken twice. */
function isPart(field: GoldenField, words: readonly string[], others: readonly string[]): boolean {
	const left = [...others];
	const take = (at: number) => (at < 0 ? false : left.splice(at, 1).length === 1);
	const whole = words.filter((word) => !take(left.indexOf(word)));
	const rest = field === "name" ? whole.filter((word) => !take(initialOf(word, left))) : whole;
	return words.length > 0 && rest.length === 0;
}

function initialOf(word: string, others: readonly string[]): number {
	return word.length === 1 ? others.findIndex((other) => other.startsWith(word)) : -1;
}

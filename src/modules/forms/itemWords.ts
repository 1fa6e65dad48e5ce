import type { QuestionOf } from "./reading/reading.ts";

/** "Person 2": what the item at a place of the list, from 0, is called. */
export function itemInWords({ item }: QuestionOf<"group">, at: number): string {
	return `${item.charAt(0).toUpperCase()}${item.slice(1)} ${at + 1}`;
}

/** "a person", "an animal". */
export function oneOf({ item }: QuestionOf<"group">): string {
	return `${/^[aeiou]/i.test(item) ? "an" : "a"} ${item}`;
}

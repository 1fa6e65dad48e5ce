import type { Answers, AnswerValue } from "../answer.ts";
import { itemsOf } from "../answer.ts";
import type { Question } from "../question.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { typedOf } from "../reading/typed.ts";

/** What was typed on a screen that asks a whole form, by question, as it came. Nothing in it can be relied on. */
export type Given = Readonly<Record<string, unknown>>;

/** Answers as they would have been typed: what stands on the screen of a draft that is opened again. */
export function givenBy(questions: Iterable<Question>, answers: Answers): Given {
	const given: Record<string, unknown> = {};
	for (const question of questions) {
		const value = answers[question.id];
		if (value !== undefined) given[question.id] = givenFor(question, value);
	}
	return given;
}

function givenFor(question: Question, value: AnswerValue): unknown {
	if (question.kind !== "group") return typedOf(question, value);
	return itemsOf(value).map((item) => givenBy(question.questions, item));
}

/** What was typed for each item of a group. One that must have items begins with as many empty ones. */
export function itemsGiven(group: QuestionOf<"group">, raw: unknown): readonly unknown[] {
	const items = listIn(raw);
	if (items.length > 0 || group.optional) return items;
	return Array.from({ length: group.least }, () => ({}));
}

/** `people` or `people.0.incomes`: where in what was typed the items of a group are. */
type Place = { readonly name: string; readonly at?: number };

/** One more empty item, or one taken away. `where` is the group's place, such as `people` or, inside an item, `people.0.incomes`. */
export type ItemChange = { readonly does: "more" | "drop"; readonly where: string };

/** Reads `more:people` and `drop:people.1`; anything else is nothing. */
export function readItemChange(text: string): ItemChange | undefined {
	const [does, where] = text.split(":");
	if (where === undefined || !/^[a-z]\w*(?:\.\d{1,3}\.[a-z]\w*)?(?:\.\d{1,3})?$/i.test(where)) return undefined;
	if (does !== "more" && does !== "drop") return undefined;
	return { does, where };
}

export function changedItems(given: Given, { does, where }: ItemChange): Given {
	const places = placesIn(where);
	return changeAt(given, places, (items, at) =>
		does === "more" ? [...items, {}] : items.filter((_, index) => index !== at),
	);
}

function placesIn(where: string): Place[] {
	const places: Place[] = [];
	const parts = where.split(".");
	for (let part = 0; part < parts.length; part += 2) {
		const name = parts[part] ?? "";
		const at = parts[part + 1];
		places.push(at === undefined ? { name } : { name, at: Number(at) });
	}
	return places;
}

function changeAt(
	given: Given,
	[place, ...inner]: readonly Place[],
	change: (items: readonly unknown[], at: number | undefined) => readonly unknown[],
): Given {
	if (!place) return given;
	const items = listIn(Object.hasOwn(given, place.name) ? given[place.name] : undefined);
	const changed =
		inner.length === 0
			? change(items, place.at)
			: items.map((item, at) => (at === place.at ? changeAt(recordOf(item), inner, change) : item));
	return { ...given, [place.name]: changed };
}

function listIn(raw: unknown): readonly unknown[] {
	if (Array.isArray(raw)) return raw;
	return typeof raw === "object" && raw !== null ? Object.values(raw) : [];
}

function recordOf(item: unknown): Given {
	return typeof item === "object" && item !== null && !Array.isArray(item) ? { ...item } : {};
}

import type { AddressAnswer, Answers, AnswerValue } from "../answer.ts";
import type { Form } from "../form.ts";
import type { Kind, Question } from "../question.ts";

export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>;

/** What was typed, as the page shows it again: one box, several ticks, or boxes with names. Never longer than `keptAtMost` each. */
export type Typed = string | readonly string[] | Readonly<Record<string, string>>;

/** What is wrong, in the words the customer reads; `field` is the id of the element to go to. */
export type Problem = {
	readonly question: string;
	readonly field: string;
	readonly message: string;
	/** Of a question with several boxes, those that are wrong together; the one of `field` when left out. */
	readonly boxes?: readonly string[];
};

export type Reading = { readonly typed: Typed; readonly value?: AnswerValue; readonly problems: readonly Problem[] };

/** The council's area, for questions about a place. */
export type Area = {
	/** The council's name. */
	readonly council: string;
	contains(latitude: number, longitude: number): boolean;
	/** Whether some of a postcode's sector is in the area. */
	hasPostcode(postcode: string): boolean;
	/** The ward's code. */
	wardAt(latitude: number, longitude: number): string | undefined;
};

/** An address of the register, as it is kept, and whether it is in the council's area. */
export type FoundAddress = { readonly answer: AddressAnswer; readonly inArea: boolean };

/** A thing of the register of assets, where it stands. */
export type FoundAsset = { readonly number: string; readonly latitude: number; readonly longitude: number };

/** What reading needs to know beside the question. */
export type Terms = {
	readonly now: Date;
	readonly area?: Area;
	/** What was answered before, which some answers are held against. */
	readonly earlier?: Answers;
	/** What stands at the number that was given for a place, by question: the register may not have it, or not be there. */
	readonly assets?: (question: string) => FoundAsset | "unknown" | "unsure" | undefined;
	/** The form that is read, so that what is asked of an item of a group is known. */
	readonly form?: Form;
	/** The addresses that were looked up for this page, by number; left out, every address is read as typed by hand. */
	readonly addresses?: (uprn: string) => FoundAddress | undefined;
};

/** UTF-16 units of one box that are kept to be shown again; longer than any answer may be. */
const keptAtMost = 20_000;

/** The text of one box. `wrong` when what came is not one text: a list, an object, a number. */
export function textOf(raw: unknown): { text: string; wrong: boolean } {
	if (raw === undefined || raw === null) return { text: "", wrong: false };
	if (typeof raw === "string") return { text: raw.slice(0, keptAtMost).toWellFormed(), wrong: false };
	return { text: "", wrong: true };
}

/** The text of a named box of a question that has several. */
export function partOf(raw: unknown, name: string): { text: string; wrong: boolean } {
	if (raw === undefined || raw === null || raw === "") return { text: "", wrong: false };
	if (typeof raw !== "object" || Array.isArray(raw)) return { text: "", wrong: true };
	const part: unknown = Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined;
	return textOf(part);
}

export function accept(typed: Typed, value: AnswerValue): Reading {
	return { typed, value, problems: [] };
}

/** Nothing was answered: right when the question is optional. */
export function missing(question: Question, typed: Typed, field = question.id): Reading {
	return question.optional ? { typed, problems: [] } : reject(question, typed, errorOf(question), field);
}

export function reject(question: Question, typed: Typed, message: string, field = question.id): Reading {
	return { typed, problems: [{ question: question.id, field, message }] };
}

export function errorOf(question: Question): string {
	return ("error" in question ? question.error : undefined) ?? `Answer the question “${question.ask}”`;
}

/** The element of a question that an error leads to: its first box. */
export function firstField({ id, kind }: Pick<Question, "id" | "kind">): string {
	return `${id}${firstBox[kind] ?? ""}`;
}

const firstBox: Partial<Record<Kind, string>> = {
	date: "-day",
	address: "-line1",
	property: "-line1",
	place: "-postcode",
	bank: "-name",
};

const calledByKind: Partial<Record<Kind, string>> = {
	date: "The date",
	number: "The number",
	name: "Full name",
	email: "Email address",
	phone: "Telephone number",
	address: "The address",
	property: "The address",
	place: "The place",
	money: "The amount",
	nino: "National Insurance number",
	vehicle: "Registration number",
	bank: "Account details",
};

/** The subject of a message about an answer, such as "The date you saw it". */
export function calledOf(question: Question): string {
	return question.called ?? calledByKind[question.kind] ?? "Your answer";
}

/** `must be 200 characters or less`, as every kind of text says it. */
export function tooLong(called: string, most: number): string {
	return `${called} must be ${most} characters or less`;
}

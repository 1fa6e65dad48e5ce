import {
	characterCount,
	checkboxes,
	dateInput,
	fieldset,
	input,
	type InputProps,
	radios,
} from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { Option, Question } from "../question.ts";
import type { Problem, QuestionOf, Typed } from "../reading/reading.ts";
import { type AddressOffer, addressView } from "./address.ts";
import { bankView } from "./bank.ts";
import { groupView } from "./group.ts";
import { declarationView, informationView } from "./reading.ts";
import { selectView } from "./select.ts";

export type Field = {
	question: Question;
	typed: Typed | undefined;
	problems: readonly Problem[];
	/** How an address is asked for now; by hand when left out. */
	address?: AddressOffer | undefined;
	/** The question is the page's heading. */
	heading: boolean;
	caption?: string | undefined;
	/** Many questions stand on one screen: what is ticked is small. */
	small?: boolean | undefined;
	/** One of the page's questions must be answered, whichever: none of them is marked optional. */
	oneOf?: boolean | undefined;
};

/** The boxes of one question. Files and places have their own views. */
export function fieldView(field: Field): Html {
	const { question } = field;
	switch (question.kind) {
		case "long-text":
			return characterCount({ ...box(field), maxlength: question.most, threshold: 75, rows: 6 });
		case "choice":
			return choices(field, question.options);
		case "yes-no":
			return choices(field, yesNo, "govuk-radios--inline");
		case "choices":
			return ticks(field, question);
		case "date":
			return date(field, question);
		case "select":
			return selectView(question, field);
		case "address":
		case "property":
			return addressView(field, field.address);
		case "bank":
			return bankView(question, field);
		case "declaration":
			return declarationView(question, field);
		case "information":
			return informationView(question, field);
		case "group":
			return groupView(question, field);
		case "money":
			return input({
				...box(field),
				inputmode: "decimal",
				spellcheck: false,
				classes: "govuk-input--width-10",
				prefix: { text: "£" },
			});
		case "number":
			return input({
				...box(field),
				inputmode: question.decimals > 0 ? "decimal" : "numeric",
				spellcheck: false,
				classes: "govuk-input--width-10",
				suffix: question.unit ? { text: question.unit } : undefined,
			});
		case "text":
		case "name":
		case "email":
		case "phone":
		case "nino":
		case "vehicle":
		case "place":
		case "photos":
		case "files":
			return input({ ...box(field), ...ways[question.kind], ...(question.other ? { autocomplete: "off" } : {}) });
	}
}

const yesNo = [
	{ value: "yes", label: "Yes", apart: false },
	{ value: "no", label: "No", apart: false },
];

const ways: Partial<Record<Question["kind"], Partial<InputProps>>> = {
	name: { autocomplete: "name", spellcheck: false },
	email: { type: "email", autocomplete: "email", spellcheck: false },
	phone: { type: "tel", autocomplete: "tel", classes: "govuk-input--width-20" },
	nino: { classes: "govuk-input--width-10 govuk-input--extra-letter-spacing", spellcheck: false },
	vehicle: {
		classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
		spellcheck: false,
		autocapitalize: "characters",
	},
};

/** The words of a question, with "(optional)" where it may be skipped. */
function askOf({ question, oneOf }: Pick<Field, "question" | "oneOf">): string {
	return question.optional && !oneOf ? `${question.ask} (optional)` : question.ask;
}

/** The question over one box: the heading when it stands alone. */
export function labelFor(field: Field) {
	const { heading, caption } = field;
	const captioned = caption
		? html`<span class="govuk-caption-l">${caption}</span>${askOf(field)}`
		: html`${askOf(field)}`;
	return heading
		? { html: captioned, isPageHeading: true, classes: "govuk-label--l" }
		: { text: askOf(field), classes: "govuk-label--s" };
}

/** The question over several boxes. */
export function legendFor(field: Field) {
	const { classes, ...rest } = labelFor(field);
	return { ...rest, classes: classes.replace("govuk-label", "govuk-fieldset__legend") };
}

export function errorFor(problems: readonly Problem[]) {
	const [first] = problems;
	return first && { text: first.message };
}

export function typedText(typed: Typed | undefined): string {
	return typeof typed === "string" ? typed : "";
}

/** What was typed in a named box. */
export function typedPart(typed: Typed | undefined, name: string): string {
	if (typed === undefined || typeof typed === "string" || isList(typed)) return "";
	return Object.hasOwn(typed, name) ? (typed[name] ?? "") : "";
}

function typedList(typed: Typed | undefined): readonly string[] {
	return typed !== undefined && typeof typed !== "string" && isList(typed) ? typed : [];
}

function isList(typed: Exclude<Typed, string>): typed is readonly string[] {
	return Array.isArray(typed);
}

export function box(field: Field) {
	const { question, typed, problems } = field;
	return {
		id: question.id,
		name: question.id,
		label: labelFor(field),
		hint: question.hint ? { text: question.hint } : undefined,
		errorMessage: errorFor(problems),
		value: typedText(typed),
	};
}

function group(field: Field) {
	const { question, problems } = field;
	return {
		name: question.id,
		idPrefix: question.id,
		fieldset: { legend: legendFor(field) },
		hint: question.hint ? { text: question.hint } : undefined,
		errorMessage: errorFor(problems),
	};
}

function choices(field: Field, options: readonly Option[], classes?: string): Html {
	const size = field.small ? "govuk-radios--small" : "";
	return radios({
		...group(field),
		classes: [classes, size].filter(Boolean).join(" "),
		value: typedText(field.typed),
		items: itemsOf(options),
	});
}

function ticks(field: Field, question: QuestionOf<"choices">): Html {
	const apart = new Set(question.options.filter((option) => option.apart).map((option) => option.value));
	return checkboxes({
		...group(field),
		classes: field.small ? "govuk-checkboxes--small" : undefined,
		values: typedList(field.typed),
		items: itemsOf(question.options).map((item) =>
			item.divider === undefined && apart.has(item.value) ? { ...item, behaviour: "exclusive" } : item,
		),
	});
}

type Item =
	| { value: string; text: string; hint: { text: string } | undefined; divider: undefined }
	| { divider: string };

/** An option set apart comes after an "or". */
function itemsOf(options: readonly Option[]): Item[] {
	return options.flatMap((option, at): Item[] => {
		const hint = option.hint ? { text: option.hint } : undefined;
		const item = { value: option.value, text: option.label, hint, divider: undefined };
		return option.apart && at > 0 && !options[at - 1]?.apart ? [{ divider: "or" }, item] : [item];
	});
}

function date(field: Field, question: QuestionOf<"date">): Html {
	const { id } = question;
	const [problem] = field.problems;
	const marked = problem?.boxes ?? ["day", "month", "year"];
	return dateInput({
		id,
		fieldset: { legend: legendFor(field) },
		hint: { text: question.hint ?? "For example, 27 3 2026" },
		errorMessage: errorFor(field.problems),
		items: ["day", "month", "year"].map((part) => ({
			id: `${id}-${part}`,
			name: `${id}[${part}]`,
			label: `${part.charAt(0).toUpperCase()}${part.slice(1)}`,
			value: typedPart(field.typed, part),
			classes: part === "year" ? "govuk-input--width-4" : "govuk-input--width-2",
			error: problem && marked.includes(part),
		})),
	});
}

/** Several boxes that answer one question, under its words. */
export function groupOfBoxes(field: Field, boxes: Html): Html {
	const { question } = field;
	return fieldset({
		legend: legendFor(field),
		describedBy: question.hint ? `${question.id}-hint` : undefined,
		html: html`${question.hint && html`<div id="${question.id}-hint" class="govuk-hint">${question.hint}</div>`}
		${boxes}`,
	});
}

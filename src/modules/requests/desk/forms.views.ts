/** The form of each action on a request. Every one carries the revision the officer had before them. */
import { csrfField } from "../../../platform/html/csrf.ts";
import { button, details, input, insetText, radios, select, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { mostWritten } from "../rules/written.ts";
import type { Named } from "./named.ts";

/** What an officer typed, and the words at the field that must be put right. */
export type Typed = {
	to: string;
	message: string;
	note: string;
	reason: string;
	outcome: string;
	officer: string;
	team: string;
	/** The stage or outcome whose questions the form asked. */
	asked: string;
	extension: string;
	longer: string;
};
export type Wrong = { field: string; says: string } | undefined;

export type FormProps = {
	reference: string;
	revision: number;
	csrf: string;
	typed: Typed;
	wrong: Wrong;
	moves: { id: string; name: string; words: string; asks: number }[];
	outcomes: { id: string; name: string; words: string; needsMessage: boolean; asks: number }[];
	/** The stage or outcome that was chosen and asks something, with the boxes of its questions. */
	chosen?:
		| { id: string; name: string; words: string; needsMessage: boolean; questions: Html; takesFiles: boolean }
		| undefined;
	/** The reasons for which a promise may still be made longer. */
	extensions: { id: string; name: string; hint: string }[];
	teams: readonly Named[];
	officers: readonly Named[];
	/** Keeps the ids of a second form on the same page apart. */
	idPrefix?: string;
	/** Whom a message reaches; null when the customer left no way to be reached. */
	reaches: string | null;
};

function form(props: FormProps, noun: string, fields: Html, send: string): Html {
	return html`<form method="post" action="/desk/requests/${props.reference}/${noun}" novalidate${props.chosen?.takesFiles ? html` enctype="multipart/form-data"` : nothing}>
${csrfField(props.csrf)}
<input type="hidden" name="revision" value="${props.revision}">
${fields}
${button({ text: send, preventDoubleClick: true })}
</form>`;
}

function errorAt(props: FormProps, name: string) {
	return props.wrong?.field === name ? { errorMessage: { text: props.wrong.says } } : {};
}

function area(props: FormProps, name: keyof Typed, label: string, hint?: string, rows = 4): Html {
	return textarea({
		name,
		id: `${props.idPrefix ?? ""}${name}`,
		label: { text: label, classes: "govuk-label--s" },
		...(hint === undefined ? {} : { hint: { text: hint } }),
		value: props.typed[name],
		rows,
		attributes: { maxlength: String(mostWritten) },
		...errorAt(props, name),
	});
}

function messageArea(props: FormProps, needed?: string): Html {
	const reaches = props.reaches ?? "They left no way to be reached, so they can read this only on the track page.";
	return area(props, "message", "Message to the customer", [reaches, needed].filter(Boolean).join(" "), 5);
}

const noteLabel = "Note for colleagues (optional)";

export function ownershipForm(props: FormProps): Html {
	return form(props, "ownership", nothing, "Take this request");
}

/** One stage, with the words the customer will read. */
export function nextMoveForm(props: FormProps, stage: { id: string; name: string }): Html {
	const fields = html`<input type="hidden" name="to" value="${stage.id}">${messageArea(props)}${details({ summaryText: "With a note for colleagues", html: area(props, "note", noteLabel, undefined, 2) })}`;
	return form(props, "moves", fields, `Move to: ${stage.name}`);
}

/** What was chosen, and the questions that come with it. */
function chosenView(props: FormProps, name: "to" | "outcome", noun: string, another: string): Html {
	const { chosen, reference } = props;
	if (!chosen) return nothing;
	return html`<input type="hidden" name="${name}" value="${chosen.id}"><input type="hidden" name="asked" value="${chosen.id}">
${insetText({ html: html`<p class="govuk-body"><strong>${chosen.name}</strong>. The customer reads: ${chosen.words}</p><p class="govuk-body"><a class="govuk-link" href="/desk/requests/${reference}/${noun}">${another}</a></p>` })}
${chosen.questions}`;
}

/** Under the name of a stage or an outcome. */
function reads(words: string, asks: number): string {
	const says = `The customer reads: ${words}`;
	if (asks === 0) return says;
	return `${/[.!?]$/.test(says) ? says : `${says}.`} You answer ${asks === 1 ? "a question" : `${asks} questions`} next.`;
}

function moveWithAnswers(props: FormProps, name: string): Html {
	const fields = html`${chosenView(props, "to", "moves", "Choose another stage")}${messageArea(props, "Left empty, they are told of the stage alone.")}${area(props, "note", noteLabel, undefined, 3)}`;
	return form(props, "moves", fields, `Move to: ${name}`);
}

export function moveForm(props: FormProps): Html {
	if (props.chosen) return moveWithAnswers(props, props.chosen.name);
	const fields = html`${radios({
		classes: "govuk-radios--small",
		name: "to",
		fieldset: { legend: { text: "Move to", classes: "govuk-fieldset__legend--s" } },
		value: props.typed.to,
		items: props.moves.map(({ id, name, words, asks }) => ({
			value: id,
			text: name,
			hint: { text: reads(words, asks) },
		})),
		...errorAt(props, "to"),
	})}${messageArea(props, "Left empty, they are told of the stage alone.")}${area(props, "note", noteLabel, undefined, 3)}`;
	return form(props, "moves", fields, "Move");
}

export function assignmentForm(props: FormProps): Html {
	const fields = select({
		name: "officer",
		label: { text: "Officer", classes: "govuk-label--s" },
		value: props.typed.officer,
		items: [
			{ value: "", text: "Nobody: back to the team" },
			...props.officers.map(({ id, name }) => ({ value: id, text: name })),
		],
		...errorAt(props, "officer"),
	});
	return form(props, "assignment", fields, "Assign");
}

export function handOverForm(props: FormProps): Html {
	const fields = html`${select({
		name: "team",
		label: { text: "Team", classes: "govuk-label--s" },
		value: props.typed.team,
		items: [{ value: "", text: "Choose a team" }, ...props.teams.map(({ id, name }) => ({ value: id, text: name }))],
		...errorAt(props, "team"),
	})}${area(props, "reason", "Why it is theirs", "For the other team. The customer does not see it.", 3)}`;
	return form(props, "hand-overs", fields, "Hand over");
}

export function noteForm(props: FormProps): Html {
	return form(
		props,
		"notes",
		area(props, "note", "Note", "For colleagues. The customer does not see it.", 4),
		"Add note",
	);
}

export function extensionForm(props: FormProps): Html {
	if (props.extensions.length === 0) {
		return html`<p class="govuk-body">No promise of this request can be made longer now.</p>`;
	}
	const fields = html`${radios({
		classes: "govuk-radios--small",
		name: "extension",
		fieldset: { legend: { text: "Why may it be longer?", classes: "govuk-fieldset__legend--s" } },
		value: props.typed.extension || (props.extensions.length === 1 ? (props.extensions[0]?.id ?? "") : ""),
		items: props.extensions.map(({ id, name, hint }) => ({ value: id, text: name, hint: { text: hint } })),
		...errorAt(props, "extension"),
	})}${input({
		name: "longer",
		label: { text: "How much longer?", classes: "govuk-label--s" },
		hint: { text: "A whole number of what the reason counts in. Left empty, all that it allows." },
		classes: "govuk-input--width-3",
		inputmode: "numeric",
		value: props.typed.longer,
		...errorAt(props, "longer"),
	})}${area(props, "reason", "Why, for the customer", "They are told this, word for word, with the new date and how to complain.", 4)}`;
	return form(props, "extensions", fields, "Make it longer and tell the customer");
}

function closeWithAnswers(props: FormProps, { name, needsMessage }: NonNullable<FormProps["chosen"]>): Html {
	const fields = html`${chosenView(props, "outcome", "closure", "Choose another outcome")}${messageArea(props, needsMessage ? "This outcome needs a message." : undefined)}${area(props, "note", noteLabel, undefined, 2)}`;
	return form(props, "closure", fields, `Close as: ${name}`);
}

export function closureForm(props: FormProps): Html {
	if (props.chosen) return closeWithAnswers(props, props.chosen);
	const fields = html`${radios({
		classes: "govuk-radios--small",
		name: "outcome",
		fieldset: { legend: { text: "How did it end?", classes: "govuk-fieldset__legend--s" } },
		value: props.typed.outcome,
		items: props.outcomes.map(({ id, name, words, needsMessage, asks }) => ({
			value: id,
			text: needsMessage ? `${name} (needs a message)` : name,
			hint: { text: reads(words, asks) },
		})),
		...errorAt(props, "outcome"),
	})}${messageArea(props)}${area(props, "note", noteLabel, undefined, 2)}`;
	return form(props, "closure", fields, "Close request");
}

export function reopeningForm(props: FormProps): Html {
	return form(
		props,
		"reopening",
		area(props, "reason", "Why it is reopened", "For colleagues. The customer is told that it is open again.", 3),
		"Reopen",
	);
}

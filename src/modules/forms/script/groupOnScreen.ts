import { button, fieldset } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { Answers } from "../answer.ts";
import { itemInWords } from "../itemWords.ts";
import type { Question } from "../question.ts";
import { type ReadItem, readItem } from "../reading/group.ts";
import type { QuestionOf, Terms } from "../reading/reading.ts";
import { errorFor, type Field, fieldView } from "../views/field.ts";
import { placeView } from "../views/place.ts";
import { itemsGiven } from "./given.ts";

type Group = QuestionOf<"group">;

/** Where the boxes of a group are: `people` and `people`, or `people[0][incomes]` and `people.0.incomes` inside an item. */
type Where = { name: string; place: string };

/** A group with the boxes of every item, and buttons for one more and one less. What is wrong shows where something is wrong. */
export function groupOnScreen(group: Group, field: Field, raw: unknown, terms: Terms, around: Answers): Html {
	return itemsView(group, field, raw, { ...terms, earlier: around }, { name: group.id, place: group.id });
}

function itemsView(group: Group, field: Field, raw: unknown, terms: Terms, where: Where): Html {
	const items = itemsGiven(group, raw);
	const wrong = field.problems.length > 0;
	const problem = items.length < group.least || items.length > group.most ? errorFor(field.problems) : undefined;
	return html`<div class="fd-script__group" id="${where.name}" tabindex="-1">
	${fieldset({
		legend: { text: group.ask, classes: "govuk-fieldset__legend--s" },
		html: html`${group.hint && html`<div class="govuk-hint">${group.hint}</div>`}
		${problem && html`<p class="govuk-error-message">${problem.text}</p>`}
		${items.map((item, at) => itemView(group, readItem(group, item, terms), at, terms, where, wrong))}
		${
			items.length < group.most &&
			button({
				text: group.add,
				classes: "govuk-button--secondary",
				name: "_do",
				value: `more:${where.place}`,
				attributes: { formnovalidate: "" },
			})
		}`,
	})}
</div>`;
}

function itemView(group: Group, item: ReadItem, at: number, terms: Terms, where: Where, wrong: boolean): Html {
	const name = `${where.name}[${at}]`;
	const place = `${where.place}.${at}`;
	const called = itemInWords(group, at);
	return html`<fieldset class="govuk-fieldset fd-script__item">
	<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${called}</legend>
	${item.asked.map((question) => innerView(question, item, terms, { name: `${name}[${question.id}]`, place: `${place}.${question.id}` }, wrong))}
	<button type="submit" class="fd-button-link" name="_do" value="drop:${place}" formnovalidate>Remove ${called.toLowerCase()}</button>
</fieldset>`;
}

function innerView(question: Question, item: ReadItem, terms: Terms, where: Where, wrong: boolean): Html {
	const found = wrong ? item.problems.filter((problem) => problem.question === question.id) : [];
	const problems = found.map((problem) => ({
		...problem,
		field: `${where.name}${problem.field.slice(question.id.length)}`,
	}));
	const around = { ...terms.earlier, ...item.answers };
	const typed = item.typed[question.id];
	if (question.kind === "group") {
		const field = { question, typed, problems, heading: false };
		return itemsView(question, field, item.given[question.id], { ...terms, earlier: around }, where);
	}
	const field: Field = { question: { ...question, id: where.name }, typed, problems, heading: false, small: true };
	if (question.kind === "photos" || question.kind === "files") {
		return html`<p class="govuk-inset-text">${question.ask}: the customer adds these later.</p>`;
	}
	return question.kind === "place"
		? placeView({ ...question, id: where.name }, field, undefined, undefined)
		: fieldView(field);
}

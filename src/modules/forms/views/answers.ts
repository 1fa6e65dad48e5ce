import { type SummaryListRow, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join } from "../../../platform/html/html.ts";
import { type Answers, type AnswerValue, isPlace, itemsOf, type PlaceAnswer } from "../answer.ts";
import type { Form } from "../form.ts";
import { type Group, nameOfItem } from "../items.ts";
import { itemInWords } from "../itemWords.ts";
import { pathOf } from "../path.ts";
import type { Question } from "../question.ts";
import { slipIn } from "../reading/reach.ts";
import { answerInWords } from "../words.ts";

/** The name of a ward by its code. */
type WardName = (code: string) => string | undefined;

/** Where an answer is changed, and where an item of a group is. */
export type AnswerLinks = {
	answer: (pageId: string, question: Question) => string;
	item: (pageId: string, item: string) => ItemLinks;
};

type ItemLinks = { change: string; remove: string };

/** A row for each question on the customer's way, with a link to change it; what was skipped is "Not provided". */
export function checkAnswersList(form: Form, answers: Answers, links: AnswerLinks, wardName?: WardName): Html {
	const parts: Html[] = [];
	let rows: SummaryListRow[] = [];
	const close = () => {
		if (rows.length > 0) parts.push(summaryList({ rows }));
		rows = [];
	};
	for (const page of pathOf(form, answers)) {
		for (const question of page.questions) {
			const value = answers[question.id];
			const change = { href: links.answer(page.id, question), text: "Change", visuallyHiddenText: spoken(question) };
			const items = question.kind === "group" ? itemsOf(value) : [];
			if (question.kind === "group" && items.length > 0) {
				close();
				const named = items.map((item, at) => links.item(page.id, nameOfItem(item, at)));
				parts.push(itemCards(question, items, wardName, named));
				if (items.length < question.most)
					parts.push(html`<p class="govuk-body"><a class="govuk-link" href="${change.href}">${question.add}</a></p>`);
			} else if (question.kind !== "information") {
				rows.push({ ...row(question, value, wardName), actions: { items: [change] } });
			}
		}
	}
	close();
	return join(parts);
}

/** A card for each item of a group, with links to change it where there are some. */
function itemCards(
	group: Group,
	items: readonly Answers[],
	wardName?: WardName,
	links: readonly ItemLinks[] = [],
): Html {
	const cards = items.map((item, at) => {
		const link = links[at];
		const actions = link && [
			{ href: link.change, text: "Change" },
			{ href: link.remove, text: "Remove" },
		];
		return summaryList({
			card: { title: { text: itemInWords(group, at), headingLevel: 3 }, actions: actions && { items: actions } },
			rows: group.questions
				.filter(({ id, kind }) => kind !== "information" && item[id] !== undefined)
				.map((question) => row(question, item[question.id], wardName)),
		});
	});
	return html`<h2 class="govuk-heading-m">${nameOf(group)}</h2>${cards}`;
}

function row(question: Question, value: AnswerValue | undefined, wardName?: WardName): SummaryListRow {
	return { key: { text: nameOf(question) }, value: { html: valueView(question, value, wardName) } };
}

function spoken(question: Question): string {
	return nameOf(question).replace(/\?$/, "").toLowerCase();
}

/** What stands beside an answer: what the question is called, or the question. */
function nameOf(question: Question): string {
	return question.called ?? (question.kind === "photos" ? "Photos" : question.ask);
}

/** "A pin on the map, Borough Road, in Central ward", and what was said of it beneath. A bare pin says nothing to anyone. */
function placeInWords(
	{ latitude, ward, street, postcode, description, asset, assetUnknown }: PlaceAnswer,
	wardName: WardName,
): string {
	const name = ward === undefined ? undefined : wardName(ward);
	const where = [
		latitude !== undefined && "A pin on the map",
		street,
		postcode,
		name !== undefined && (/\bward$/i.test(name) ? `in ${name}` : `in ${name} ward`),
	];
	return [
		where.filter(Boolean).join(", "),
		description,
		asset && `Number ${asset}${assetUnknown ? ", which we do not have" : ""}`,
	]
		.filter(Boolean)
		.join("\n");
}

function inWords(question: Question, value: AnswerValue | undefined, wardName: WardName = () => undefined): string {
	return question.kind === "place" && isPlace(value) ? placeInWords(value, wardName) : answerInWords(question, value);
}

function valueView(question: Question, value: AnswerValue | undefined, wardName?: WardName): Html {
	const words = inWords(question, value, wardName);
	if (words === "") return html`<span class="fd-not-provided">Not provided</span>`;
	const slip = slipIn(question, value);
	const lines = words.split("\n").map((line) => html`${line}`);
	return html`${join(lines, html`<br>`)}${slip && html`<br><span class="govuk-hint">Did you mean ${slip}? Change it if so.</span>`}${
		question.sealed && html`<br><span class="govuk-hint">Only officers who need it can read this.</span>`
	}`;
}

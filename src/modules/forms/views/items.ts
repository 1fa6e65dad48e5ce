import { button, details, errorSummary, insetText, radios, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join } from "../../../platform/html/html.ts";
import type { Answers } from "../answer.ts";
import { type Group, nameOfItem } from "../items.ts";
import { itemInWords, oneOf } from "../itemWords.ts";
import { answerInWords } from "../words.ts";
import { laterButton } from "./later.ts";

/** Where an item is changed and taken away, by its name. */
export type ItemLinks = { change: (item: string) => string; remove: (item: string) => string };

export type ItemsPageProps = {
	group: Group;
	items: readonly Answers[];
	/** The item that has still to be answered, by its place. */
	unfinished: number | undefined;
	links: ItemLinks;
	csrf: Html;
	/** Where the answer to "another one?" is posted to. */
	action: string;
	caption: string;
	/** What is wrong with that answer. */
	problem?: string | undefined;
};

/** The `<main>` of a list of items: what there is, and whether there is another. */
export function itemsPage(props: ItemsPageProps): Html {
	const { group, items, problem } = props;
	const full = items.length >= group.most;
	return column(html`${problem !== undefined && problemsAt("add", problem)}
	<span class="govuk-caption-l">${props.caption}</span>
	<h1 class="govuk-heading-l">${group.ask}</h1>
	${group.hint && html`<p class="govuk-hint">${group.hint}</p>`}
	${items.length > 0 && list(props)}
	<form action="${props.action}" method="post" novalidate>
		${props.csrf}
		${
			full
				? insetText({ text: `You have added ${items.length}, which is as many as there can be.` })
				: radios({
						name: "add",
						idPrefix: "add",
						fieldset: { legend: { text: another(group, items.length), classes: "govuk-fieldset__legend--m" } },
						errorMessage: problem !== undefined && { text: problem },
						classes: "govuk-radios--inline",
						items: [
							{ value: "yes", text: "Yes" },
							{ value: "no", text: "No" },
						],
					})
		}
		${details({ summaryText: "Why we ask this", html: html`<p class="govuk-body">${group.why}</p>` })}
		${button({ text: "Continue", preventDoubleClick: true })}
		${laterButton}
	</form>`);
}

/** "Do you need to add another person?" */
export function another(group: Group, count: number): string {
	return count === 0 ? `Do you need to add ${oneOf(group)}?` : `Do you need to add another ${group.item}?`;
}

function list({ group, items, unfinished, links }: ItemsPageProps): Html {
	return summaryList({
		rows: items.map((item, at) => {
			const name = nameOfItem(item, at);
			const called = itemInWords(group, at);
			const hidden = called.toLowerCase();
			return {
				key: { text: called },
				value: {
					html: html`${shortly(group, item)}${
						at === unfinished && html` <strong class="govuk-tag govuk-tag--yellow">Not finished</strong>`
					}`,
				},
				actions: {
					items: [
						{ href: links.change(name), text: "Change", visuallyHiddenText: hidden },
						{ href: links.remove(name), text: "Remove", visuallyHiddenText: hidden },
					],
				},
			};
		}),
	});
}

/** The first two answers tell one item from another. */
function shortly(group: Group, item: Answers): Html {
	const words = group.questions
		.filter(({ kind }) => kind !== "group")
		.map((question) => answerInWords(question, item[question.id]).split("\n").join(", "))
		.filter((said) => said !== "");
	return join(
		words.slice(0, 2).map((said) => html`${said}`),
		html`<br>`,
	);
}

export type RemovalPageProps = {
	group: Group;
	item: Answers;
	at: number;
	csrf: Html;
	action: string;
	caption: string;
	problem?: string | undefined;
};

/** The `<main>` that asks whether an item is to go. */
export function removalPage({ group, item, at, csrf, action, caption, problem }: RemovalPageProps): Html {
	const called = itemInWords(group, at).toLowerCase();
	return column(html`${problem !== undefined && problemsAt("remove", problem)}
	<form action="${action}" method="post" novalidate>
		${csrf}
		${radios({
			name: "remove",
			idPrefix: "remove",
			fieldset: {
				legend: {
					html: html`<span class="govuk-caption-l">${caption}</span>Are you sure you want to remove ${called}?`,
					classes: "govuk-fieldset__legend--l",
					isPageHeading: true,
				},
			},
			hint: { html: shortly(group, item) },
			errorMessage: problem !== undefined && { text: problem },
			classes: "govuk-radios--inline",
			items: [
				{ value: "yes", text: "Yes" },
				{ value: "no", text: "No" },
			],
		})}
		${button({ text: "Continue", preventDoubleClick: true })}
	</form>`);
}

function problemsAt(field: string, problem: string): Html {
	return errorSummary({ titleText: "There is a problem", errorList: [{ text: problem, href: `#${field}` }] });
}

function column(main: Html): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${main}</div></div>`;
}

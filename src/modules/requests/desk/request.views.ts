import { isPicture } from "../../../platform/files/index.ts";
import { button, details, insetText, notificationBanner, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join, nothing } from "../../../platform/html/html.ts";
import { timeline } from "../../../platform/html/moj/index.ts";
import { shortDate, timeInWords } from "../../../platform/time/index.ts";
import type { Explained } from "../rules/explain.ts";
import type { PromiseState } from "../rules/promise.ts";
import type { AnswerLine } from "./asks.ts";
import { type FormProps, nextMoveForm, noteForm, ownershipForm } from "./forms.views.ts";
import { promiseTag } from "./words.ts";

export type PromiseLine = { words: string; due: string; state: PromiseState; ended: string | null; how: Explained };

export type TimelineLine = {
	id: string;
	title: string;
	by: string;
	at: Date;
	words: string | null;
	note: string | null;
	/** The names of the tasks that came with it. */
	gave: string[];
	/** What the officer filled in. */
	answers: AnswerLine[];
	sealed: number;
	photos: { id: string; name: string }[];
};

export type RequestProps = {
	reference: string;
	serviceName: string;
	summary: string;
	marks: Html;
	stage: Html;
	/** In short words: when it is due, or that it is closed. */
	promise: Html;
	age: string;
	customerName: string;
	/** What was just done. */
	done?: string | undefined;
	open: boolean;
	mine: boolean;
	owner: string;
	teamName: string;
	/** What an officer does next, first; undefined when they may not or there is nothing. */
	next?: { id: string; name: string; asks: readonly unknown[] } | undefined;
	form: FormProps;
	may: { work: boolean; handOver: boolean };
	links: { text: string; href: string }[];
	promises: PromiseLine[];
	noPromise: string;
	customer: Html;
	others: { reference: string; summary: string; stage: Html; received: string }[];
	tasks: Html;
	answers: AnswerLine[];
	sealed: number;
	place: { address: string | null; ward: string | null; postcode: string | null; point: string | null; map: Html };
	facts: { name: string; value: string }[];
	photos: { id: string; name: string }[];
	/** What the customer was asked later, and others for their opinion. */
	asked: Html;
	timeline: TimelineLine[];
	messages: Html;
};

export function requestView(props: RequestProps): Html {
	return html`${props.done === undefined ? nothing : notificationBanner({ type: "success", text: props.done })}
<span class="govuk-caption-l">${props.serviceName} · ${props.reference}</span>
<h1 class="govuk-heading-l">${props.marks}${props.summary}</h1>
${glanceView(props)}
<div class="fd-split">
<div>
${actionsView(props)}
${props.tasks}
<h2 class="govuk-heading-m">What was asked</h2>
${answersView(props.answers)}
${props.sealed === 0 ? nothing : insetText({ text: sealedWords(props.sealed) })}
${photosView(props)}
${props.asked}
<h2 class="govuk-heading-m" id="timeline">Timeline</h2>
${timelineView(props)}
</div>
<div>
${promisesView(props)}
<h2 class="govuk-heading-m">Customer</h2>
${props.customer}
${othersView(props)}
${placeView(props)}
<h2 class="govuk-heading-m">Messages</h2>
${props.messages}
<h2 class="govuk-heading-m">Details</h2>
${summaryList({ classes: "govuk-summary-list--no-border", rows: props.facts.map(({ name, value }) => ({ key: { text: name }, value: { text: value } })) })}
</div>
</div>`;
}

/** What an officer asks first of any request, in one line. */
function glanceView({ stage, promise, owner, teamName, customerName, age }: RequestProps): Html {
	const facts: readonly [string, Html | string][] = [
		["Stage", stage],
		["Promise", promise],
		["With", `${owner}, ${teamName}`],
		["Customer", customerName],
		["Age", age],
	];
	return html`<dl class="fd-glance">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function othersView({ others }: RequestProps): Html {
	if (others.length === 0) return nothing;
	return html`<h3 class="govuk-heading-s">Also asked for</h3>
<ul class="fd-lines">${others.map(
		({ reference, summary, stage, received }) => html`<li>
<a class="govuk-link" href="/desk/requests/${reference}">${summary}</a>
<small>${reference}, ${received}</small> ${stage}
</li>`,
	)}</ul>`;
}

function actionsView(props: RequestProps): Html {
	const { open, mine, may, next, form } = props;
	if (!may.work) return nothing;
	// Where no stage is left to move to, closing is the likeliest; where all is closed, reopening is all there is.
	const last = !open || (mine && !next);
	return html`<section class="fd-panel" aria-labelledby="next">
<h2 class="govuk-heading-m" id="next">${open ? "What next" : "This request is closed"}</h2>
${open && !mine ? ownershipForm(form) : nothing}
${open && mine && next ? nextView(props, next) : nothing}
<div class="govuk-button-group fd-actions">
${props.links.map(({ text, href }, at) => button({ text, href, ...(at === 0 && last ? {} : { classes: "govuk-button--secondary" }) }))}
</div>
${details({ summaryText: "Add a note", html: noteForm({ ...form, idPrefix: "inline-" }) })}
</section>`;
}

/** The form of the likeliest move, or the way to it where the move asks more than a message. */
function nextView({ form, reference }: RequestProps, next: NonNullable<RequestProps["next"]>): Html {
	if (next.asks.length === 0) return nextMoveForm(form, next);
	return button({ text: `Move to: ${next.name}`, href: `/desk/requests/${reference}/moves?to=${next.id}` });
}

function answersView(answers: readonly AnswerLine[], classes = ""): Html {
	if (answers.length === 0) return nothing;
	const at = answers.findIndex((line) => line.items !== undefined);
	if (at < 0) return plainAnswers(answers, classes);
	const group = answers[at];
	return html`${at > 0 && plainAnswers(answers.slice(0, at), classes)}
${group && itemsView(group)}
${answersView(answers.slice(at + 1), classes)}`;
}

function plainAnswers(answers: readonly AnswerLine[], classes: string): Html {
	return summaryList({
		classes,
		rows: answers.map(answerRow),
	});
}

function answerRow({ question, answer, source }: AnswerLine) {
	const said = source === undefined ? nothing : html`<br><small class="fd-source">${source}</small>`;
	return { key: { text: question }, value: { html: html`${lines(answer)}${said}` } };
}

/** A card for each item of a group. */
function itemsView({ question, items = [] }: AnswerLine): Html {
	return html`<h3 class="govuk-heading-s">${question}</h3>
${items.map(({ called, answers }) =>
	summaryList({
		card: { title: { text: called, headingLevel: 4 } },
		rows: answers.map(answerRow),
	}),
)}`;
}

function sealedWords(many: number): string {
	return `${many === 1 ? "One answer is" : `${many} answers are`} sealed. Only officers who may read sealed answers see what was said.`;
}

function promisesView({ promises, noPromise }: RequestProps): Html {
	return html`<section class="fd-panel fd-panel--promise" aria-labelledby="promise">
<h2 class="govuk-heading-m" id="promise">Promise</h2>
${promises.length === 0 ? html`<p class="govuk-body">${noPromise}</p>` : nothing}
${promises.map(promiseView)}
</section>`;
}

function promiseView({ words, due, state, ended, how }: PromiseLine): Html {
	return html`<div class="fd-promise"><p class="govuk-body"><strong>${words}</strong> ${promiseTag(state)}<br>${due}${ended === null ? nothing : html`<br>${ended}`}</p>
${details({ summaryText: "How this date was worked out", html: explainedView(how) })}</div>`;
}

function explainedView({ rule, law, happened, notCounted, elapsed }: Explained): Html {
	return html`${rule.map((line) => html`<p class="govuk-body">${line}</p>`)}
${law === null ? nothing : html`<p class="govuk-body">${law}</p>`}
${
	happened.length === 0
		? nothing
		: html`<h3 class="govuk-heading-s">What happened to it</h3><ol class="govuk-list govuk-list--spaced">${happened.map(
				({ when, what, why, law: by, who }) =>
					html`<li><strong>${what}</strong><br>${why === null ? html`<small>${who}, ${when}</small>` : html`${why}<br><small>${by}. ${who}, ${when}</small>`}</li>`,
			)}</ol>`
}
${
	notCounted.length === 0
		? nothing
		: html`<h3 class="govuk-heading-s">Days that were not counted</h3><ul class="govuk-list govuk-list--bullet">${notCounted.map((day) => html`<li>${day}</li>`)}</ul>`
}
<p class="govuk-body"><strong>Time taken:</strong> ${elapsed}</p>`;
}

function placeView({ place }: RequestProps): Html {
	const { address, ward, postcode, point, map } = place;
	if (!address && !ward && !postcode && !point) return nothing;
	return html`<h2 class="govuk-heading-m">Place</h2>
${summaryList({
	classes: "govuk-summary-list--no-border",
	rows: [
		address !== null && { key: { text: "Where" }, value: { text: address } },
		postcode !== null && { key: { text: "Postcode" }, value: { text: postcode } },
		ward !== null && { key: { text: "Ward" }, value: { text: ward } },
		point !== null && { key: { text: "Point" }, value: { text: point } },
	],
})}${map}`;
}

function photosView({ photos, reference }: RequestProps): Html {
	if (photos.length === 0) return nothing;
	const heading = photos.every(({ name }) => isPicture(name)) ? "Photos" : "Photos and files";
	return html`<h2 class="govuk-heading-m">${heading}</h2>${photoList(reference, photos)}`;
}

/** Photos to be looked at, and documents to be saved. */
function photoList(reference: string, files: readonly { id: string; name: string }[]): Html {
	const at = (id: string) => `/desk/requests/${reference}/photos/${id}`;
	const pictures = files.filter(({ name }) => isPicture(name));
	const documents = files.filter(({ name }) => !isPicture(name));
	return html`${
		pictures.length > 0 &&
		html`<ul class="fd-photos">${pictures.map(
			({ id, name }, place) =>
				html`<li><a href="${at(id)}"><img src="${at(id)}/thumbnail" alt="Photo ${place + 1}: ${name}" loading="lazy"></a></li>`,
		)}</ul>`
	}${
		documents.length > 0 &&
		html`<ul class="govuk-list">${documents.map(({ id, name }) => html`<li><a class="govuk-link" href="${at(id)}">${name}</a></li>`)}</ul>`
	}`;
}

function timelineView(props: RequestProps): Html {
	return timeline({
		headingLevel: 3,
		classes: "fd-timeline",
		items: props.timeline.map(({ id, title, by, at, words, note, gave, answers, sealed, photos }) => ({
			attributes: { id: `entry-${id}` },
			label: { text: title },
			byline: { text: by },
			datetime: { timestamp: at.toISOString(), text: `${shortDate(at)}, ${timeInWords(at)}` },
			html: html`${words === null ? nothing : html`<p class="govuk-body"><strong>To the customer:</strong> ${lines(words)}</p>`}${
				note === null ? nothing : html`<p class="govuk-body">${lines(note)}</p>`
			}${gave.length === 0 ? nothing : html`<p class="govuk-body">Tasks given: ${gave.join(", ")}</p>`}${answersView(answers, "govuk-summary-list--no-border")}${sealed === 0 ? nothing : html`<p class="govuk-hint">${sealedWords(sealed)}</p>`}${photos.length === 0 ? nothing : photoList(props.reference, photos)}`,
		})),
	});
}

/** Text of several lines, as it was written. */
function lines(text: string): Html {
	return join(text.split("\n"), html`<br>`);
}

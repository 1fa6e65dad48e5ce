import { button, insetText, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { type AnswerLinks, type Answers, checkAnswersList } from "../../../modules/forms/index.ts";
import type { Definition, lifeEvents } from "../../../modules/services/index.ts";
import { answersAt, sentAt } from "../journey/addresses.ts";
import { column } from "../journey/ends.views.ts";
import { linkList } from "../services/list.views.ts";
import { addressOf } from "../services/words.ts";
import { all, beginAt, eventAt, formAt, pageAt } from "./addresses.ts";

type LifeEvent = lifeEvents.LifeEvent;

/** What happens in people's lives, to begin from. */
export function eventsMain(events: readonly LifeEvent[]): Html {
	return column(html`<h1 class="govuk-heading-xl">When something changes in your life</h1>
	<p class="govuk-body-l">Tell us once. We find the services that you may need and fill in their forms with what you said.</p>
	${linkList(events.map(({ id, definition: { name, summary } }) => ({ href: eventAt(id), name, summary })))}`);
}

/** A life event before its questions: what may come of it, and that nothing is sent by it. */
export function startMain({ id, definition }: LifeEvent, services: readonly Definition[]): Html {
	return column(html`<h1 class="govuk-heading-xl">${definition.name}</h1>
	${definition.about.map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}
	<h2 class="govuk-heading-m">How it works</h2>
	<ol class="govuk-list govuk-list--number">
		<li>You answer a few questions once.</li>
		<li>We show the services that you may need.</li>
		<li>You begin each one with your answers filled in. You check it and send it yourself.</li>
	</ol>
	${button({ text: "Start now", href: formAt(id), isStartButton: true })}
	<h2 class="govuk-heading-m">The services it may lead to</h2>
	<ul class="govuk-list govuk-list--bullet">${services.map(
		(one) => html`<li><a class="govuk-link" href="${addressOf(one)}">${one.name}</a></li>`,
	)}</ul>`);
}

/** How far a customer is with one of the services. */
export type Progress =
	| { state: "not-begun" }
	| { state: "begun"; draft: string }
	| { state: "sent"; draft: string; reference: string };

export type PlanProps = {
	event: LifeEvent;
	plan: { event: string; id: string };
	answers: Answers;
	needed: readonly (lifeEvents.Needed & { progress: Progress })[];
	csrf: Html;
	wardName: (code: string) => string | undefined;
};

/** The services that the answers call for, how far each is, and what was said. */
export function planMain({ event, plan, answers, needed, csrf, wardName }: PlanProps): Html {
	const sent = needed.filter(({ progress }) => progress.state === "sent").length;
	const isBegun = needed.some(({ progress }) => progress.state !== "not-begun");
	return column(html`<span class="govuk-caption-l">${event.definition.name}</span>
	<h1 class="govuk-heading-l">${heading(needed.length)}</h1>
	<p class="govuk-body">${
		needed.length === 0
			? html`None of our services seems to be for you. <a class="govuk-link" href="/contact">Talk to us</a> if you are not sure.`
			: html`Nothing is sent until you send it. You have sent ${sent} of ${needed.length}. You can come back to this page in this browser for 28 days.`
	}</p>
	<ol class="govuk-list fd-steps">${needed.map((one) => step(plan, one, csrf))}</ol>
	<h2 class="govuk-heading-m">What you told us</h2>
	${isBegun && insetText({ text: "A change here fills the forms that you have not begun. Those that you have begun stay as they are: change the answer there too." })}
	${checkAnswersList(event.form, answers, linksIn(plan), wardName)}`);
}

/** No group is asked of a life event, so that no item is ever linked to. */
function linksIn(plan: PlanProps["plan"]): AnswerLinks {
	const answer: AnswerLinks["answer"] = (page, question) => `${pageAt(plan, page)}#${question.id}`;
	return { answer, item: (page) => ({ change: pageAt(plan, page), remove: pageAt(plan, page) }) };
}

function heading(count: number): string {
	if (count === 0) return "You may not need to tell us";
	return count === 1 ? "You may need this" : `You may need these ${count}`;
}

function step(plan: PlanProps["plan"], { service, started, progress }: PlanProps["needed"][number], csrf: Html): Html {
	const { id, definition } = service;
	return html`<li class="fd-steps__step">
	<h2 class="govuk-heading-m govuk-!-margin-bottom-1">${definition.name}</h2>
	<p class="govuk-body govuk-!-margin-bottom-2">${started.because}</p>
	${
		progress.state === "sent"
			? html`<p class="govuk-body">${tag({ text: "Sent", classes: "govuk-tag--green" })} <a class="govuk-link" href="${sentAt({ service: id, draft: progress.draft })}">Your reference is ${progress.reference}</a></p>`
			: progress.state === "begun"
				? html`<p class="govuk-body">${tag({ text: "Not sent yet", classes: "govuk-tag--yellow" })} <a class="govuk-link" href="${answersAt({ service: id, draft: progress.draft })}">Go on<span class="govuk-visually-hidden"> with: ${definition.name}</span></a></p>`
				: html`<form method="post" action="${beginAt(plan, id)}" novalidate>${csrf}
		${button({ text: "Begin", preventDoubleClick: true, attributes: { "aria-label": `Begin: ${definition.name}` } })}</form>`
	}
</li>`;
}

/** The plan is another browser's, too old, or never was. */
export function goneMain({ id, definition }: LifeEvent): Html {
	return column(html`<h1 class="govuk-heading-l">Your answers are no longer here</h1>
	<p class="govuk-body">We keep answers for 28 days after you last changed them, and only for the browser in which they were typed.</p>
	<p class="govuk-body">If you sent a form, you can still <a class="govuk-link" href="/track">track your request</a> with its reference.</p>
	${button({ text: `Start again: ${definition.name}`, href: eventAt(id) })}
	<p class="govuk-body"><a class="govuk-link" href="${all}">All life events</a></p>`);
}

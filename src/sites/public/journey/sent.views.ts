import { panel } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { poundsAndPence } from "../../../platform/money/index.ts";
import { dateInWords, dateTimeInWords } from "../../../platform/time/index.ts";
import type { SubmittedAs } from "../../../modules/forms/index.ts";
import type { Definition, fees, StartedClock } from "../../../modules/services/index.ts";
import { desk, startOf } from "./addresses.ts";
import { column } from "./ends.views.ts";

export type SentProps = {
	definition: Definition;
	submitted: SubmittedAs;
	promises: readonly StartedClock[];
	/** What is to be paid; undefined when it is free. */
	cost: fees.Cost | undefined;
	/** How whoever reads it goes on. */
	onward: Html;
};

type Way = {
	definition: Definition;
	submitted: SubmittedAs;
	/** The whole address of the page that follows it, for paper. */
	address: string;
	/** The life event that it was begun from, with the rest of what there is to do. */
	whole: { name: string; href: string } | undefined;
	/** Where we write to, as the customer gave it; empty when they gave none. */
	contact: string;
};

export function sentMain({ definition, submitted, promises, cost, onward }: SentProps): Html {
	const { reference, at } = submitted;
	return column(html`${panel({ titleText: "We have received it", html: html`Your reference<br><strong class="fd-nowrap">${reference}</strong>` })}
	<p class="govuk-body">${definition.name}, sent on ${dateTimeInWords(at)}.</p>
	${
		promises.length > 0 &&
		html`<div class="fd-panel fd-panel--promise">
		<h2 class="govuk-heading-m">Our promise</h2>
		${promises.map((promise) => html`<p class="govuk-body">${promise.words}: <strong>by ${byWhen(promise, definition)}</strong>.</p>`)}
	</div>`
	}
	${cost && html`<h2 class="govuk-heading-m">To pay: ${poundsAndPence(cost.total)}</h2><p class="govuk-body">${cost.how}</p>`}
	<h2 class="govuk-heading-m">What happens next</h2>
	<ol class="govuk-list govuk-list--number">${definition.next.map((words) => html`<li>${words}</li>`)}</ol>
	${onward}`);
}

/** How its sender follows it. */
export function customersWay({ definition, submitted, address, whole, contact }: Way): Html {
	const { link } = submitted;
	return html`<p class="govuk-body">${
		contact === ""
			? "You gave us no address to write to, so keep the link below: it is how you find out what happens."
			: html`We tell you at each step. Messages go to <strong>${contact}</strong>.`
	}</p>
	<p class="govuk-body fd-no-print"><a class="govuk-link govuk-!-font-weight-bold" href="${link}">See what is happening, add to it, or say it is not put right</a></p>
	<p class="govuk-body fd-print-only">See what is happening at ${address}</p>
	<p class="govuk-body fd-no-print">You can print or save this page. You can come back to it in this browser for 28 days.</p>
	${whole && html`<p class="govuk-body fd-no-print"><a class="govuk-link govuk-!-font-weight-bold" href="${whole.href}">Go on with: ${whole.name}</a></p>`}
	<p class="govuk-body fd-no-print"><a class="govuk-link" href="${startOf(definition.id)}">Send another one</a> or <a class="govuk-link" href="/">go to the home page</a>.</p>`;
}

/** An officer who sent it for a customer works on at the desk: the link that follows it is the customer's alone. */
export function officersWay({ reference }: SubmittedAs): Html {
	return html`<p class="govuk-body">Give the customer the reference. <a class="govuk-link" href="/desk/requests/${reference}">Open the request</a>, if you may see it, or <a class="govuk-link" href="${desk}">make another</a>.</p>`;
}

/** Hours are promised to the minute, days to the end of the day. */
export function byWhen({ clock, dueAt }: StartedClock, definition: Definition): string {
	const inHours = definition.promise.some((one) => one.id === clock && "hours" in one.within);
	return inHours ? dateTimeInWords(dueAt) : dateInWords(dueAt);
}

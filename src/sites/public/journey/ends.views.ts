import type { Council } from "../../../platform/council/index.ts";
import { button } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { SubmittedAs } from "../../../modules/forms/index.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { callBox, withEmergencyNumber } from "../../call.views.ts";
import { beginningOf, desk, type Journey, sentAt, startOf } from "./addresses.ts";

/** The draft is another browser's, too old, or never was. */
export function goneMain({ id, name }: Definition): Html {
	return column(html`<h1 class="govuk-heading-l">Your answers are no longer here</h1>
	<p class="govuk-body">We keep answers that were not sent for 28 days, for the browser in which they were typed.</p>
	<p class="govuk-body">If you saved them to come back later, open the link that we sent you or <a class="govuk-link" href="/continue">enter your code</a>.</p>
	<p class="govuk-body">If you sent them, you can still <a class="govuk-link" href="/track">track your request</a> with its reference.</p>
	${button({ text: `Start again: ${name}`, href: startOf(id) })}`);
}

/** An officer's hours with the draft are over, or it was never opened to them. */
export const notOpenedMain = column(html`<h1 class="govuk-heading-l">This form is not open to you</h1>
	<p class="govuk-body">A customer's form stays open to you for 12 hours. To go on with it, ask them for its code again.</p>
	${button({ text: "Enter a code", href: desk })}`);

export function alreadySentMain(journey: Journey, { reference, link }: SubmittedAs): Html {
	return column(html`<h1 class="govuk-heading-l">You have already sent this</h1>
	<p class="govuk-body">Your reference is <strong class="fd-nowrap">${reference}</strong>. Nothing was sent twice.</p>
	${!journey.desk && html`<p class="govuk-body"><a class="govuk-link" href="${link}">See what is happening with it, or add to it</a></p>`}
	<p class="govuk-body"><a class="govuk-link" href="${sentAt(journey)}">See what we promised</a></p>
	<p class="govuk-body"><a class="govuk-link" href="${beginningOf(journey)}">Start a new one</a></p>`);
}

type Advice = {
	title: string;
	say: readonly string[];
	call?: boolean | undefined;
	continue?: string | undefined;
};

/** Advice that an answer led to. `next` is where who may go on goes. */
export function stopMain(stop: Advice, next: string, council: Council, now: Date): Html {
	return column(html`<h1 class="govuk-heading-l">${stop.title}</h1>
	${stop.say.map((paragraph) => html`<p class="govuk-body">${withEmergencyNumber(paragraph)}</p>`)}
	${stop.call && callBox(council, now)}
	${stop.continue === undefined ? html`<p class="govuk-body"><a class="govuk-link" href="/services">All services</a></p>` : button({ text: stop.continue, href: next })}`);
}

export function column(main: Html): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${main}</div></div>`;
}

import { button } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { alert } from "../../../platform/html/moj/index.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import type { SubmittedAs } from "../../../modules/forms/index.ts";
import type { Definition, fees, StartedClock } from "../../../modules/services/index.ts";
import { costView } from "../../cost.views.ts";
import { byWhen } from "../../public/journey/shared.ts";

export type SentProps = {
	definition: Definition;
	own: boolean;
	submitted: SubmittedAs;
	promises: readonly StartedClock[];
	/** What is to be paid; undefined when it is free. */
	cost: fees.Cost | undefined;
	/** The whole address at which the customer follows it. */
	address: string;
	/** Where the customer is written to; empty when they gave nothing. */
	contact: string;
	again: string;
	others: string;
	/** The request at the desk, for officers who may see it. */
	request: string | undefined;
};

/** What to tell the customer before the call ends. */
export function sentMain(props: SentProps): Html {
	const { definition, own, submitted, promises, cost, contact, request } = props;
	return html`${alert({ variant: "success", title: `Sent: ${definition.name}, ${dateTimeInWords(submitted.at)}` })}
	<h1 class="govuk-heading-l">${own ? "We have it" : "Tell the customer"}</h1>
	<p class="govuk-body">${own ? "Your reference is" : "The reference is"} <strong class="fd-script__reference">${submitted.reference}</strong></p>
	${
		promises.length > 0 &&
		html`<h2 class="govuk-heading-m">Our promise</h2>
	${promises.map((promise) => html`<p class="govuk-body">${promise.words}: <strong>by ${byWhen(promise, definition)}</strong>.</p>`)}`
	}
	${cost && costView(cost)}
	<h2 class="govuk-heading-m">What happens next</h2>
	<ol class="govuk-list govuk-list--number">${definition.next.map((words) => html`<li>${words}</li>`)}</ol>
	<p class="govuk-body">${contactWords(props)}</p>
	${
		own
			? html`<p class="govuk-body"><a class="govuk-link" href="${submitted.link}">See what is happening with it, or add to it</a></p>`
			: contact === "" && html`<p class="govuk-body">The link, should they want it: ${props.address}</p>`
	}
	<div class="govuk-button-group">
		${button({ text: own ? "Back to For staff" : "Another request", href: props.others })}
		${request && html`<a class="govuk-link" href="${request}">See the request</a>`}
		<a class="govuk-link" href="${props.again}">The same service again</a>
	</div>`;
}

function contactWords({ own, contact }: SentProps): Html {
	if (contact !== "") {
		return own
			? html`Messages go to <strong>${contact}</strong>.`
			: html`We write to <strong>${contact}</strong> at each step. The first message has the reference and a link.`;
	}
	return html`They gave no address to write to. They can ask what is happening at any time with the reference.`;
}

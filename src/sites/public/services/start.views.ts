import type { Council } from "../../../platform/council/index.ts";
import { button, warningText } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { callBox, numberLink, phoneNote, withEmergencyNumber } from "../../call.views.ts";
import { addressOf } from "./words.ts";

/** A service before its questions: what it is, what it takes, what is promised, and the other ways. */
export function startMain(definition: Definition, council: Council, now: Date): Html {
	const { start } = definition;
	const { contact } = council;
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">${definition.name}</h1>
	${start.about.map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}
	${start.emergency && warningText({ html: withEmergencyNumber(start.emergency) })}
	${start.call && callBox(council, now)}
	${list("You will need", start["you-need"])}
	<dl class="govuk-body fd-facts">
		<div><dt>Time</dt> <dd>${start.takes}</dd></div>
		<div><dt>Cost</dt> <dd>${start.cost}</dd></div>
	</dl>
	${button({ text: start.button, href: `${addressOf(definition)}/form`, isStartButton: true })}
	${promise(definition)}
	${
		definition.fee &&
		html`<h2 class="govuk-heading-m">How you pay</h2>
		<p class="govuk-body">${definition.fee.how}</p>
		<p class="govuk-body">${definition.fee.refund}</p>`
	}
	${list("Do not use this for", start["not-for"])}
	<h2 class="govuk-heading-m">Other ways to contact us</h2>
	<p class="govuk-body">Call ${numberLink(contact.phone)}. ${contact.hours}. ${!start.call && phoneNote(council, now)}</p>
	<p class="govuk-body">If you cannot hear or speak on the phone, dial ${numberLink(contact.textRelay)}.</p>
	<p class="govuk-body">Email <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a></p>
</div></div>`;
}

/** What a request is promised from its first stage on. */
function promise({ promise: clocks, stages }: Definition): Html | undefined {
	const words = [...new Set(clocks.filter((clock) => clock.starts === stages[0]?.id).map((clock) => clock.words))];
	if (words.length === 0) return undefined;
	return html`<div class="fd-panel fd-panel--promise">
	<h2 class="govuk-heading-m">Our promise</h2>
	${
		words.length === 1
			? html`<p class="govuk-body">${words}</p>`
			: html`<ul class="govuk-list govuk-list--bullet">${words.map((one) => html`<li>${one}</li>`)}</ul>`
	}
</div>`;
}

function list(heading: string, items: readonly string[]): Html | undefined {
	if (items.length === 0) return undefined;
	return html`<h2 class="govuk-heading-m">${heading}</h2>
	<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

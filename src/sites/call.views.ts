import type { Council } from "../platform/council/index.ts";
import { html, type Html, join } from "../platform/html/html.ts";

/** The address that rings a number: `01632 960 001` → `tel:01632960001`. */
function dial(phone: string): string {
	return `tel:${phone.replace(/[^\d+]/g, "")}`;
}

export function numberLink(phone: string): Html {
	return html`<a class="govuk-link fd-nowrap" href="${dial(phone)}">${phone}</a>`;
}

/** The council's numbers at any hour, for what cannot wait. */
export function callBox({ contact }: Council): Html {
	return html`<ul class="govuk-list fd-call">
	<li><a class="govuk-link" href="${dial(contact.phone)}">Call ${contact.phone}</a> <span>${contact.hours}</span></li>
	<li><a class="govuk-link" href="${dial(contact.outOfHoursPhone)}">Call ${contact.outOfHoursPhone}</a> <span>At any other time</span></li>
</ul>`;
}

/** A sentence in which 999 can be pressed. */
export function withEmergencyNumber(sentence: string): Html {
	return join(
		sentence
			.split(/\b(999)\b/)
			.map((part, at) => (at % 2 === 1 ? html`<a class="govuk-link" href="tel:999">${part}</a>` : part)),
	);
}

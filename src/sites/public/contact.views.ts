import type { Council } from "../../platform/council/index.ts";
import { summaryList, warningText } from "../../platform/html/govuk/index.ts";
import { html, type Html, join } from "../../platform/html/html.ts";
import { numberLink, phoneNote, withEmergencyNumber } from "../call.views.ts";

export function contactMain(council: Council, now: Date): Html {
	const { name, contact } = council;
	const rows: [string, Html][] = [
		["Telephone", html`${numberLink(contact.phone)}<br>${contact.hours}${phoneNote(council, now)}`],
		["Text relay", html`Dial ${contact.textRelay} if you cannot hear or speak on the phone`],
		["At night and at weekends", html`${numberLink(contact.outOfHoursPhone)}, for what cannot wait`],
		["Email", html`<a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a>`],
		["Visit or write", join([name, ...contact.address], html`<br>`)],
	];
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-xl">Contact us</h1>
	<p class="govuk-body-l">Most things can be done on this website at any hour. If you would rather talk to someone, here is how.</p>
	${warningText({ html: withEmergencyNumber("If someone is in danger now, call 999.") })}
	${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: value } })) })}
	<h2 class="govuk-heading-m">Already told us about something?</h2>
	<p class="govuk-body"><a class="govuk-link" href="/track">Track your request</a> to see how far it has got, add to it, or tell us it is not fixed.</p>
</div></div>`;
}

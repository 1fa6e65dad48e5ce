import { type Council, holidaySoon, phoneLinesAt, whenInWords } from "../platform/council/index.ts";
import { html, type Html, join, nothing } from "../platform/html/html.ts";
import { dateInWords } from "../platform/time/index.ts";

/** The address that rings a number: `01632 960 001` → `tel:01632960001`. */
function dial(phone: string): string {
	return `tel:${phone.replace(/[^\d+]/g, "")}`;
}

export function numberLink(phone: string): Html {
	return html`<a class="govuk-link fd-nowrap" href="${dial(phone)}">${phone}</a>`;
}

/** What the hours alone do not say: that nobody answers now and when somebody does, and a bank holiday that is near. */
export function phoneNote({ contact, calendar }: Council, now: Date): Html {
	const lines = phoneLinesAt(contact.opening, calendar, now);
	const sentences = [
		...(lines.open ? [] : [closedNow(lines.because, lines.opens, now)]),
		...holidayNote(holidaySoon(contact.opening, calendar, now)),
	];
	if (sentences.length === 0) return nothing;
	return html`<span class="fd-note">${sentences.join(" ")}</span>`;
}

function closedNow(because: string | undefined, opens: Date | undefined, now: Date): string {
	const closed =
		because === undefined
			? "The phone lines are closed now."
			: `The phone lines are closed today because it is ${because}.`;
	return opens === undefined ? closed : `${closed} They open ${whenInWords(opens, now)}.`;
}

function holidayNote(holiday: { date: string; name: string } | undefined): string[] {
	return holiday ? [`They are closed on ${dateInWords(holiday.date)}, which is ${holiday.name}.`] : [];
}

/** The council's numbers at any hour, for what cannot wait. */
export function callBox(council: Council, now: Date): Html {
	const { contact } = council;
	return html`${phoneNote(council, now)}
<ul class="govuk-list fd-call">
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

import { councilPart } from "../platform/council/index.ts";
import type { Context } from "../platform/context/index.ts";
import { html, type Html } from "../platform/html/html.ts";
import { type Page, page, type Trouble, troubleWords } from "../platform/http/index.ts";
import { numberLink, phoneNote } from "./call.views.ts";

/** A page in plain words for what went wrong. `help` is who to turn to. Needs no database. */
export function troublePage(trouble: Trouble, help: Html): Page {
	const { title, says } = troubleWords(trouble);
	return page({
		status: trouble.status,
		title,
		main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
	<h1 class="govuk-heading-l">${title}</h1>
	${says.map((line) => html`<p class="govuk-body">${line}</p>`)}
	${help}
	<p class="fd-code">If you contact us about this, say this code: <code>${trouble.correlation}</code></p>
</div></div>`,
	});
}

/** For a resident: the telephone, and when it is answered. */
export function telephone({ house, now }: Context): Html {
	const council = councilPart.of(house);
	const { contact } = council;
	return html`<p class="govuk-body">You can also call us on ${numberLink(contact.phone)}. ${contact.hours}. ${phoneNote(council, now)}</p>`;
}

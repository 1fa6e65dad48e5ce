import type { Council } from "../../../platform/council/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, input, notificationBanner, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { dateInWords, dateTimeInWords } from "../../../platform/time/index.ts";
import type { returning } from "../../../modules/forms/index.ts";
import { numberLink } from "../../call.views.ts";
import { codesAt, type Journey, linkRemovalAt, linksAt, resumptionOf } from "./addresses.ts";
import { column } from "./ends.views.ts";

export type SavedProps = {
	service: string;
	ways: returning.Ways;
	journey: Journey;
	/** The whole address of the page that takes the code. */
	continueAt: string;
	council: Council;
	csrf: string;
	/** What was just done. */
	done?: "link" | "withdrawn" | "code" | undefined;
	/** What was typed, and what is wrong with it. */
	email?: string;
	problem?: string;
};

const doneWords = {
	link: "We have sent the email. If it does not come within a few minutes, look in your junk mail or check the address.",
	withdrawn: "The link does not work any more.",
	code: "You have a new code. The old one does not work any more.",
} as const;

export function savedMain({ service, ways, journey, continueAt, council, csrf, ...again }: SavedProps): Html {
	const { code, until, links } = ways;
	return column(html`${again.problem !== undefined && errorSummary({ titleText: "There is a problem", errorList: [{ text: again.problem, href: "#email" }] })}
	${again.done && notificationBanner({ type: "success", text: doneWords[again.done] })}
	<span class="govuk-caption-l">${service}</span>
	<h1 class="govuk-heading-l">Your answers are saved</h1>
	<p class="govuk-body">We keep them until <strong>${dateInWords(until)}</strong>. Nothing is sent to us until you finish and send it.</p>
	<p class="govuk-body">You can come back in this browser, or in one of these ways.</p>
	<h2 class="govuk-heading-m">Get a link by email</h2>
	<p class="govuk-body">It opens your answers on any phone or computer. Anyone who has the link can see them.</p>
	<form action="${linksAt(journey)}" method="post" novalidate>
		${csrfField(csrf)}
		${input({
			name: "email",
			label: { text: "Email address" },
			type: "email",
			autocomplete: "email",
			spellcheck: false,
			value: again.email ?? "",
			errorMessage: again.problem !== undefined && { text: again.problem },
		})}
		${button({ text: "Send me the link", preventDoubleClick: true })}
	</form>
	<h2 class="govuk-heading-m">Or write down this code</h2>
	<p class="fd-return-code">${code}</p>
	<p class="govuk-body">Enter it at <a class="govuk-link" href="/continue">${continueAt}</a>. Or tell it to one of our officers, on ${numberLink(council.contact.phone)} or at a hub, and they go on with you. Anyone who has the code can see your answers.</p>
	<form action="${codesAt(journey)}" method="post">
		${csrfField(csrf)}
		<p class="govuk-body"><button type="submit" class="fd-plain-button fd-plain-button--link">Make a new code in place of this one</button></p>
	</form>
	${links.length > 0 && linksView(links, journey, csrf)}
	${button({ text: "Go on with the form", href: resumptionOf(journey), classes: "govuk-button--secondary" })}`);
}

function linksView(links: returning.Ways["links"], journey: Journey, csrf: string): Html {
	return html`<h2 class="govuk-heading-m">Links you asked for</h2>
	${summaryList({
		rows: links.map(({ id, sentTo, madeAt }) => ({
			key: { text: sentTo },
			value: {
				html: html`<p class="govuk-body">${dateTimeInWords(madeAt)}</p><form action="${linkRemovalAt(journey, id)}" method="post">
					${csrfField(csrf)}
					<button type="submit" class="fd-plain-button fd-plain-button--link">Stop this link<span class="govuk-visually-hidden"> to ${sentTo}</span></button>
				</form>`,
			},
		})),
	})}`;
}

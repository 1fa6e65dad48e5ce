import { button, panel } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { PageOfQuestions } from "../../../modules/forms/index.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { startOf } from "./addresses.ts";
import { column } from "./ends.views.ts";

const asked = {
	why: "So that we can tell you what happens.",
	optional: true,
	sealed: false,
	local: true,
	other: false,
	confirm: false,
};

/** One of the two is enough. */
export const followPage: PageOfQuestions = {
	id: "followers",
	title: "Where should we tell you what happens?",
	intro:
		"Give an email address or a telephone number that takes text messages. We write to you only about this report.",
	needs: [{ "one-of": ["email", "phone"], error: "Enter an email address or a telephone number" }],
	checks: [],
	questions: [
		{ ...asked, id: "email", kind: "email", ask: "Email address" },
		{ ...asked, id: "phone", kind: "phone", ask: "Telephone number" },
	],
};

export function followedMain(reference: string): Html {
	return column(html`${panel({ titleText: "You are following this report", html: html`Reference<br><strong class="fd-nowrap">${reference}</strong>` })}
	<p class="govuk-body">We tell you each time something happens with it. The first message has a link with which you can stop.</p>
	<p class="govuk-body"><a class="govuk-link" href="/services">All services</a></p>`);
}

export function notOpenMain({ id, name }: Definition): Html {
	return column(html`<h1 class="govuk-heading-l">This report was closed</h1>
	<p class="govuk-body">It was dealt with in the meantime, so nothing more will happen with it. If it is not put right, make a report of your own.</p>
	${button({ text: name, href: startOf(id) })}`);
}

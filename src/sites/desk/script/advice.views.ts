import type { Council } from "../../../platform/council/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { alert } from "../../../platform/html/moj/index.ts";
import { ago } from "../../../platform/time/index.ts";
import type { Nearby } from "../../../modules/requests/index.ts";
import { type Definition, publicStageWords, type RiskRule } from "../../../modules/services/index.ts";
import { scriptOf } from "./addresses.ts";
import { callBox, withEmergencyNumber } from "../../call.views.ts";

type Told = {
	title: string;
	say: readonly string[];
	call?: boolean | undefined;
	continue?: string | undefined;
};

/** Advice at the place where it arises. What lets nobody on says that the call ends with it. */
export function stopView(told: Told, council: Council, now: Date): Html {
	const ends = told.continue === undefined;
	return alert({
		variant: ends ? "error" : "warning",
		title: told.title,
		showTitleAsHeading: true,
		headingTag: "h3",
		html: html`${told.say.map((paragraph) => html`<p class="govuk-body">${withEmergencyNumber(paragraph)}</p>`)}
		${told.call && callBox(council, now)}
		${ends && html`<p class="govuk-body"><strong>It ends here: no request is made.</strong></p>`}`,
	});
}

/** What to do first when an answer may mean that somebody is not safe, and the service that helps with it. */
export function riskView(risk: RiskRule, help: Definition | undefined, council: Council, now: Date): Html {
	return alert({
		variant: "error",
		title: risk.title,
		showTitleAsHeading: true,
		headingTag: "h3",
		html: html`${risk.say.map((paragraph) => html`<p class="govuk-body">${withEmergencyNumber(paragraph)}</p>`)}
		${risk.call && callBox(council, now)}
		${help && html`<p class="govuk-body"><a class="govuk-link" href="${scriptOf(help.id)}" target="_blank">${help.name}<span class="govuk-visually-hidden"> (opens in a new tab)</span></a></p>`}`,
	});
}

/** Open reports near the place: one of them may be the same thing. */
export function nearbyView(found: readonly Nearby[], now: Date): Html {
	return alert({
		variant: "information",
		title: "It may have been reported already",
		showTitleAsHeading: true,
		headingTag: "h3",
		html: html`<ul class="govuk-list">${found.map(
			(one) =>
				html`<li><a class="govuk-link" href="/desk/requests/${one.reference}" target="_blank">${one.reference}<span class="govuk-visually-hidden"> (opens in a new tab)</span></a> ${one.summary}, ${one.metres} m away, ${ago(one.receivedAt, now)}: ${publicStageWords[one.publicStage]}</li>`,
		)}</ul>
		<p class="govuk-body">If it is the same, tell the customer what is happening with it. If not, go on.</p>`,
	});
}

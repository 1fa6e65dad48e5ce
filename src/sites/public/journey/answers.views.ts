import { button, details, insetText, warningText } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { type AnswerLinks, type Answers, checkAnswersList, returning } from "../../../modules/forms/index.ts";
import type { fees, Service } from "../../../modules/services/index.ts";
import { costView } from "../../cost.views.ts";
import { withEmergencyNumber } from "../../call.views.ts";
import { answersAt, savedAt, itemAt, type Journey, pageAt, removalOf, withChange } from "./addresses.ts";
import { column } from "./ends.views.ts";

export type AnswersProps = {
	service: Service;
	answers: Answers;
	/** What a changed answer took away, a sentence each. */
	removed: readonly string[];
	journey: Journey;
	csrf: Html;
	wardName: (code: string) => string | undefined;
	/** What it costs; undefined when it is free. */
	cost: fees.Cost | undefined;
	/** Something in the answers sounds as if someone may be in danger. */
	danger: boolean;
};

/** Check your answers, then send. */
export function answersMain(props: AnswersProps): Html {
	const { service, answers, removed, journey, csrf, wardName, cost, danger } = props;
	const { form, privacy } = service.definition;
	return column(html`<span class="govuk-caption-l">${service.definition.name}</span>
	<h1 class="govuk-heading-l">Check your answers</h1>
	${removed.length > 0 && insetText({ html: html`${removed.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}` })}
	${danger && warningText({ html: withEmergencyNumber("If someone is in danger now, call 999 first.") })}
	${checkAnswersList(service.form, answers, linksIn(journey), wardName)}
	${cost && costView(cost)}
	<form action="${answersAt(journey)}" method="post" novalidate>
		${csrf}
		${form.declaration && html`<h2 class="govuk-heading-m">Before you send</h2><p class="govuk-body">${form.declaration}</p>`}
		${details({
			summaryText: "How we use what you tell us",
			html: html`<p class="govuk-body">${sentence(privacy.purpose)}</p>
			<p class="govuk-body">${sentence(privacy.basis)}${privacy.law && html` ${sentence(privacy.law)}`}</p>
			${
				privacy.shared.length > 0 &&
				html`<p class="govuk-body">We share it with:</p><ul class="govuk-list govuk-list--bullet">${privacy.shared.map((who) => html`<li>${who}</li>`)}</ul>`
			}
			<p class="govuk-body">We keep it for ${privacy.kept.years} ${privacy.kept.years === 1 ? "year" : "years"} after it is closed: ${privacy.kept.because}</p>
			<p class="govuk-body"><a class="govuk-link" href="/privacy">Your rights, and how to use them</a></p>`,
		})}
		${button({ text: form.send, preventDoubleClick: true })}
	</form>
	<form action="${savedAt(journey)}" method="post" novalidate>
		${csrf}
		${returning.laterButton}
	</form>`);
}

function linksIn(journey: Journey): AnswerLinks {
	return {
		answer: (page, { id }) => `${pageAt(journey, page, true)}#${id}`,
		item: (page, item) => {
			const path = pageAt(journey, page);
			return { change: withChange(itemAt(path, item), true), remove: withChange(removalOf(path, item), true) };
		},
	};
}

function sentence(words: string): string {
	const whole = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

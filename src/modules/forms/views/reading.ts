import { checkboxes } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { errorFor, type Field, legendFor, typedText } from "./field.ts";

/** Something to read. Alone on its page its words are the heading. */
export function informationView(question: QuestionOf<"information">, { heading, caption }: Field): Html {
	const words = question.title ?? question.ask;
	return html`${
		heading
			? html`${caption && html`<span class="govuk-caption-l">${caption}</span>`}<h1 class="govuk-heading-l">${words}</h1>`
			: html`<h2 class="govuk-heading-m">${words}</h2>`
	}
	${paragraphs(question.say)}`;
}

/** What is to be agreed to, over the box to tick. */
export function declarationView(question: QuestionOf<"declaration">, field: Field): Html {
	return checkboxes({
		name: question.id,
		idPrefix: question.id,
		fieldset: { legend: legendFor(field) },
		hint: question.hint ? { text: question.hint } : undefined,
		errorMessage: errorFor(field.problems),
		formGroup: { beforeInputs: { html: paragraphs(question.say) } },
		values: [typedText(field.typed)],
		items: [{ value: "yes", text: question.agree }],
	});
}

function paragraphs(say: readonly string[]): Html {
	return html`${say.map((words) => html`<p class="govuk-body">${words}</p>`)}`;
}

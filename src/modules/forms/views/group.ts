import { insetText } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { errorFor, type Field, groupOfBoxes } from "./field.ts";

/** What is asked of each item. */
export function groupView(question: QuestionOf<"group">, field: Field): Html {
	const problem = errorFor(field.problems);
	return groupOfBoxes(
		field,
		html`<div id="${question.id}" tabindex="-1">${problem && html`<p class="govuk-error-message">${problem.text}</p>`}
		${insetText({ text: `For each ${question.item}: ${question.questions.map(({ ask }) => ask).join(", ")}` })}</div>`,
	);
}

import { type SummaryListRow, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join, type Renderable } from "../../../platform/html/html.ts";
import type { Answers, AnswerValue } from "../answer.ts";
import type { Form } from "../form.ts";
import { pathOf } from "../path.ts";
import type { Question } from "../question.ts";
import { slipIn } from "../reading/reach.ts";
import { answerInWords } from "../words.ts";

/** A row for each question on the customer's way, with a link to change it; what was skipped is "Not provided". */
function checkAnswersRows(
	form: Form,
	answers: Answers,
	linkTo: (pageId: string, question: Question) => string,
): SummaryListRow[] {
	return pathOf(form, answers).flatMap((page) =>
		page.questions.map((question) => ({
			key: { text: nameOf(question) },
			value: { html: valueView(question, answers[question.id]) },
			actions: {
				items: [
					{
						href: linkTo(page.id, question),
						text: "Change",
						visuallyHiddenText: nameOf(question).replace(/\?$/, "").toLowerCase(),
					},
				],
			},
		})),
	);
}

export function checkAnswersList(
	form: Form,
	answers: Answers,
	linkTo: (pageId: string, question: Question) => string,
): Html {
	return summaryList({ rows: checkAnswersRows(form, answers, linkTo) });
}

/** What stands beside an answer: what the question is called, or the question. */
function nameOf(question: Question): string {
	return question.called ?? (question.kind === "photos" ? "Photos" : question.ask);
}

/** A pin goes without saying in a list of requests, and is said here, where its sender looks for it. */
function pinOf(value: AnswerValue | undefined): Renderable {
	const pinned =
		typeof value === "object" && "latitude" in value && (value.street ?? value.postcode ?? value.description);
	return pinned && html`<br><span class="govuk-hint">With a pin on the map</span>`;
}

function valueView(question: Question, value: AnswerValue | undefined): Html {
	const words = answerInWords(question, value);
	if (words === "") return html`<span class="fd-not-provided">Not provided</span>`;
	const slip = slipIn(question, value);
	const lines = words.split("\n").map((line) => html`${line}`);
	return html`${join(lines, html`<br>`)}${pinOf(value)}${slip && html`<br><span class="govuk-hint">Did you mean ${slip}? Change it if so.</span>`}${
		question.sealed && html`<br><span class="govuk-hint">Only officers who need it can read this.</span>`
	}`;
}

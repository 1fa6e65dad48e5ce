import { type SummaryListRow, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join } from "../../../platform/html/html.ts";
import { type Answers, type AnswerValue, isPlace, type PlaceAnswer } from "../answer.ts";
import type { Form } from "../form.ts";
import { pathOf } from "../path.ts";
import type { Question } from "../question.ts";
import { slipIn } from "../reading/reach.ts";
import { answerInWords } from "../words.ts";

/** The name of a ward by its code. */
type WardName = (code: string) => string | undefined;

/** A row for each question on the customer's way, with a link to change it; what was skipped is "Not provided". */
function checkAnswersRows(
	form: Form,
	answers: Answers,
	linkTo: (pageId: string, question: Question) => string,
	wardName: WardName = () => undefined,
): SummaryListRow[] {
	return pathOf(form, answers).flatMap((page) =>
		page.questions
			.filter(({ kind }) => kind !== "information")
			.map((question) => ({
				key: { text: nameOf(question) },
				value: { html: valueView(question, answers[question.id], wardName) },
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
	wardName?: WardName,
): Html {
	return summaryList({ rows: checkAnswersRows(form, answers, linkTo, wardName) });
}

/** What stands beside an answer: what the question is called, or the question. */
function nameOf(question: Question): string {
	return question.called ?? (question.kind === "photos" ? "Photos" : question.ask);
}

/** "A pin on the map, Borough Road, in Central ward", and what was said of it beneath. A bare pin says nothing to anyone. */
function placeInWords(
	{ latitude, ward, street, postcode, description, asset }: PlaceAnswer,
	wardName: WardName,
): string {
	const name = ward === undefined ? undefined : wardName(ward);
	const where = [
		latitude !== undefined && "A pin on the map",
		street,
		postcode,
		name !== undefined && (/\bward$/i.test(name) ? `in ${name}` : `in ${name} ward`),
	];
	return [where.filter(Boolean).join(", "), description, asset && `Number ${asset}`].filter(Boolean).join("\n");
}

function inWords(question: Question, value: AnswerValue | undefined, wardName: WardName): string {
	return question.kind === "place" && isPlace(value) ? placeInWords(value, wardName) : answerInWords(question, value);
}

function valueView(question: Question, value: AnswerValue | undefined, wardName: WardName): Html {
	const words = inWords(question, value, wardName);
	if (words === "") return html`<span class="fd-not-provided">Not provided</span>`;
	const slip = slipIn(question, value);
	const lines = words.split("\n").map((line) => html`${line}`);
	return html`${join(lines, html`<br>`)}${slip && html`<br><span class="govuk-hint">Did you mean ${slip}? Change it if so.</span>`}${
		question.sealed && html`<br><span class="govuk-hint">Only officers who need it can read this.</span>`
	}`;
}

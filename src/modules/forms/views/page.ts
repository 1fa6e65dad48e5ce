import { button, details, errorSummary } from "../../../platform/html/govuk/index.ts";
import { type Html, html, type Renderable } from "../../../platform/html/html.ts";
import { headingOf } from "../faults.ts";
import type { PageOfQuestions } from "../definition.ts";
import { needsOf } from "../needs.ts";
import type { Problem, Typed } from "../reading/reading.ts";
import { type FilesSoFar, filesView } from "./files.ts";
import { fieldView, type Field } from "./field.ts";
import { laterButton } from "./later.ts";
import { type AddressOffer, isOnlyFound } from "./address.ts";
import { type AssetOffer, placeView } from "./place.ts";

export type QuestionPageProps = {
	page: PageOfQuestions;
	/** What stands in the boxes, by question. */
	typed: Readonly<Record<string, Typed>>;
	problems: readonly Problem[];
	/** The hidden field against forged posts. */
	csrf: Html;
	/** Where the form posts to. */
	action: string;
	/** Above the heading, such as the service's name. */
	caption?: string | undefined;
	/** On the button; "Continue" when left out. */
	button?: string | undefined;
	/** Draws the map of a place question; without it the question is asked in words only. */
	map?: ((questionId: string, typed: Typed | undefined) => Html) | undefined;
	/** The photos and files so far, by question. */
	files?: Readonly<Record<string, FilesSoFar>> | undefined;
	/** How each address is asked for now; by hand when left out. */
	addresses?: Readonly<Record<string, AddressOffer>> | undefined;
	/** What each place offers of the things that stand there; numbers are only typed when left out. */
	assets?: Readonly<Record<string, AssetOffer>> | undefined;
	/** The button that keeps what is typed and lets the customer go is left out. */
	staysHere?: boolean | undefined;
	/** Said above the questions, such as what somebody else answered meanwhile. */
	notice?: Renderable;
	/** Hidden fields that the answer must bring back. */
	hidden?: Renderable;
};

/** The `<main>` of a page of questions: a question alone on its page is the heading. */
export function questionPage(props: QuestionPageProps): Html {
	const { page, problems } = props;
	const alone = page.title === undefined && page.questions.length === 1;
	const takesFiles = page.questions.some(({ kind }) => kind === "photos" || kind === "files");
	const needed = new Set(needsOf(page).flatMap(({ oneOf }) => oneOf.map(({ id }) => id)));
	const [first] = page.questions;
	const finds = first !== undefined && isOnlyFound({ question: first, heading: alone }, props.addresses?.[first.id]);
	const looksUp = Object.keys({ ...props.addresses, ...props.assets }).length > 0;
	const fields = page.questions.map((question): Renderable => {
		const field: Field = {
			question,
			typed: props.typed[question.id],
			problems: problems.filter((problem) => problem.question === question.id),
			heading: alone,
			caption: alone ? props.caption : undefined,
			oneOf: needed.has(question.id),
			address: props.addresses?.[question.id],
		};
		if (question.kind === "photos" || question.kind === "files") {
			return filesView(question, field, props.files?.[question.id]);
		}
		if (question.kind === "place") {
			return placeView(question, field, props.map?.(question.id, field.typed), props.assets?.[question.id]);
		}
		return fieldView(field);
	});
	return html`<div class="govuk-grid-row">
	<div class="govuk-grid-column-two-thirds">
		${problemSummary(problems)}
		${props.notice}
		<form action="${props.action}" method="post" novalidate${takesFiles && html` enctype="multipart/form-data"`}>
			${props.csrf}
			${props.hidden}
			${looksUp && enterGoesOn}
			${!alone && title(headingOf(page), props.caption)}
			${page.intro && html`<p class="govuk-body">${page.intro}</p>`}
			${fields}
			${whyView(page)}
			${!finds && button({ text: props.button ?? "Continue", preventDoubleClick: true })}
			${!props.staysHere && laterButton}
		</form>
	</div>
</div>`;
}

/** The Enter key presses a form's first button, which must be the one that goes on. */
const enterGoesOn = html`<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Continue</button>`;

function title(words: string, caption: string | undefined): Html {
	return html`${caption && html`<span class="govuk-caption-l">${caption}</span>`}
	<h1 class="govuk-heading-l">${words}</h1>`;
}

/** "There is a problem", with a link to each field that has one; nothing when none has. */
export function problemSummary(problems: readonly Pick<Problem, "field" | "message">[]): Renderable {
	if (problems.length === 0) return undefined;
	return errorSummary({
		titleText: "There is a problem",
		errorList: problems.map((problem) => ({ text: problem.message, href: `#${problem.field}` })),
	});
}

/** Why the council asks; one reason that serves several questions is given once. */
export function whyView(page: Pick<PageOfQuestions, "questions">): Renderable {
	const asked = page.questions.filter((question) => question.why !== "");
	if (asked.length === 0) return undefined;
	const reasons = [...new Set(asked.map((question) => question.why))];
	const sealed = page.questions.some((question) => question.sealed);
	return details({
		summaryText: asked.length > 1 ? "Why we ask these questions" : "Why we ask this",
		html: html`${
			reasons.length === 1
				? html`<p class="govuk-body">${reasons}</p>`
				: html`<ul class="govuk-list govuk-list--bullet">${asked.map(
						(question) => html`<li>${question.called ?? question.ask}: ${question.why}</li>`,
					)}</ul>`
		}${sealed && html`<p class="govuk-body">Only officers who need it can read ${page.questions.length > 1 ? "what you tell us in confidence" : "your answer"}.</p>`}`,
	});
}

import { type Html, html, nothing, type Renderable } from "../../../platform/html/html.ts";
import type { PageOfQuestions } from "../definition.ts";
import { needsOf } from "../needs.ts";
import type { Question } from "../question.ts";
import type { Problem, Terms, Typed } from "../reading/reading.ts";
import type { AddressOffer } from "../views/address.ts";
import { type Field, fieldView } from "../views/field.ts";
import { type FilesSoFar, filesView } from "../views/files.ts";
import { whyView } from "../views/page.ts";
import { type AssetOffer, placeView } from "../views/place.ts";
import { groupOnScreen } from "./groupOnScreen.ts";
import type { ReadScript } from "./read.ts";

export type ScriptProps = {
	read: ReadScript;
	/** What is wrong, once it was to be sent. */
	problems: readonly Problem[];
	/** What reading knows beside the answers, for the items of groups. */
	terms: Terms;
	map: (questionId: string, typed: Typed | undefined) => Html;
	files: Readonly<Record<string, FilesSoFar>>;
	addresses: Readonly<Record<string, AddressOffer>>;
	assets: Readonly<Record<string, AssetOffer>>;
	/** What is said once a page is answered, by page. */
	after: (page: string) => Renderable;
};

/** Every page of the path, one under the other. The page's script finds its parts by `data-part`. */
export function scriptView(props: ScriptProps): Html {
	return html`${props.read.pages.map((page) => sectionView(page, props))}`;
}

/** The heading of a page of several questions; a question that is alone says it itself. */
function sectionView(page: PageOfQuestions, props: ScriptProps): Html {
	const needed = new Set(needsOf(page).flatMap(({ oneOf }) => oneOf.map(({ id }) => id)));
	return html`<div class="fd-script__page" id="page-${page.id}" data-part="page-${page.id}">
	${page.title && html`<h2 class="govuk-heading-m" data-part="title">${page.title}</h2>`}
	${page.intro && html`<p class="fd-script__say" data-part="intro">${page.intro}</p>`}
	${page.questions.map(
		(question) =>
			html`<div data-part="question-${question.id}">${questionView(question, props, needed.has(question.id))}</div>`,
	)}
	<div class="fd-script__why" data-part="why">${whyView(page)}</div>
	<div class="fd-script__after" data-part="after" data-fresh aria-live="polite">${props.after(page.id) ?? nothing}</div>
</div>`;
}

function questionView(question: Question, props: ScriptProps, oneOf: boolean): Html {
	const { read, files, map, addresses, assets } = props;
	const field: Field = {
		question,
		typed: read.typed[question.id],
		problems: props.problems.filter((problem) => problem.question === question.id),
		heading: false,
		small: true,
		oneOf,
		address: addresses[question.id],
	};
	switch (question.kind) {
		case "photos":
		case "files":
			return filesView(question, field, files[question.id]);
		case "place":
			return placeView(question, field, map(question.id, field.typed), assets[question.id]);
		case "group":
			return groupOnScreen(question, field, read.given[question.id], props.terms, { ...props.terms.earlier });
		case "information":
		case "declaration":
			return html`<div class="fd-script__say">${fieldView(field)}</div>`;
		default:
			return fieldView(field);
	}
}

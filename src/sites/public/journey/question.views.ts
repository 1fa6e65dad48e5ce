import type { Context } from "../../../platform/context/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { isPicture } from "../../../platform/files/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { html } from "../../../platform/html/html.ts";
import { type Answer, page, type Visit } from "../../../platform/http/index.ts";
import {
	type Answers,
	filesOf,
	type FilesSoFar,
	headingOf,
	type PageOfQuestions,
	type Problem,
	questionPage,
	type Typed,
	typedOf,
} from "../../../modules/forms/index.ts";
import { fileAt, filesAt, type Journey, removalAt, withChange } from "./addresses.ts";
import { type Asking, mapFor } from "./area.ts";
import type { Offers } from "./lookUps.ts";
import { type Meanwhile, meanwhileView } from "./meanwhile.ts";
import { asksFiles } from "./uploads.ts";

export type Shown = {
	service: Asking;
	page: PageOfQuestions;
	answers: Answers;
	/** Where it posts to, and where back leads. */
	action: string;
	back: string;
	/** Undefined before the first answer. */
	journey: Journey | undefined;
	change: boolean;
	/** Over the heading; the service's name when left out. */
	caption?: string;
	/** Where its files are added and taken away, when not at the page of the form. */
	filesPath?: string;
	/** The button that keeps what is typed for later is left out. */
	staysHere?: boolean;
	/** How its addresses are asked for now. */
	offers?: Offers;
	/** The mark of what it showed, which its answer brings back. */
	was?: string | undefined;
	/** What somebody else answered on it meanwhile, a line each. */
	meanwhile?: readonly Meanwhile[];
	/** What was typed and what is wrong with it, when it comes back. */
	typed?: Readonly<Record<string, Typed>>;
	problems?: readonly Problem[];
};

/** A page of questions as an answer to the browser. */
export function showQuestions({ house }: Context, visit: Visit, shown: Shown): Answer {
	const { service, page: asked, answers, problems = [] } = shown;
	const held = Object.fromEntries(
		asked.questions.map((question) => [question.id, typedOf(question, answers[question.id])]),
	);
	return page({
		status: shown.meanwhile ? 409 : problems.length > 0 ? 422 : 200,
		title: `${headingOf(asked)} - ${service.definition.name}`,
		wrong: problems.length > 0,
		before: backLink({ href: shown.back }),
		current: "services",
		scripts: scriptsFor(asked),
		main: questionPage({
			page: asked,
			typed: shown.typed ?? held,
			problems,
			csrf: csrfField(visit.csrf()),
			action: shown.action,
			staysHere: shown.staysHere,
			notice: shown.meanwhile && meanwhileView(shown.meanwhile),
			hidden: shown.was !== undefined && html`<input type="hidden" name="_was" value="${shown.was}">`,
			caption: shown.caption ?? service.definition.name,
			map: mapFor(house, service),
			addresses: shown.offers?.addresses,
			assets: shown.offers?.assets,
			files: shown.journey && filesSoFar(shown.journey, shown),
		}),
	});
}

/** What makes some kinds of question easier where script runs, on the pages that ask them. */
function scriptsFor({ questions }: PageOfQuestions): string[] {
	const kinds = new Set(questions.map(({ kind }) => kind));
	return [...(kinds.has("place") ? ["map"] : []), ...(kinds.has("select") ? ["select"] : [])];
}

function filesSoFar(journey: Journey, { page: asked, answers, change, filesPath }: Shown): Record<string, FilesSoFar> {
	const all: Record<string, FilesSoFar> = {};
	for (const { id } of asked.questions.filter(asksFiles)) {
		all[id] = {
			add: filesPath ? withChange(filesPath, change) : filesAt(journey, asked.id, change),
			files: filesOf(answers[id]).map(({ fileId, name }) => ({
				name,
				thumbnail: isPicture(name) ? fileAt(journey, asked.id, fileId) : undefined,
				removal: filesPath
					? withChange(`${filesPath}/${fileId}/removal`, change)
					: removalAt(journey, asked.id, fileId, change),
			})),
		};
	}
	return all;
}

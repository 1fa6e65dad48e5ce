import { validate as isId } from "uuid";
import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { filesById, isPicture, openFile, servingHeaders } from "../../../platform/files/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { type Answer, body, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import {
	type Answers,
	type PageOfQuestions,
	filesIn,
	filesOf,
	type FilesSoFar,
	type Problem,
	questionPage,
	type Typed,
	typedOf,
} from "../../forms/index.ts";
import { asksFiles } from "./files.ts";

const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");

/** The query of a sheet's address. */
export const stepShape = z.object({
	page: first,
	stay: first.transform((word) => word !== ""),
	remove: first,
});

export type SheetPage = {
	page: PageOfQuestions;
	held: Answers;
	/** Where the sheet is; its pages are told apart by the query. */
	path: string;
	caption: string;
	/** Above the questions of the first page: why they are asked. */
	intro: string;
	/** On the button of the last page. */
	send: string;
	typed?: Readonly<Record<string, Typed>>;
	problems?: readonly Problem[];
};

export function sheetView(visit: Visit, sheet: SheetPage): Html {
	const { page, held, path, intro, problems = [] } = sheet;
	const typed = Object.fromEntries(
		page.questions.map((question) => [question.id, typedOf(question, held[question.id])]),
	);
	const at = `${path}?page=${page.id}`;
	return questionPage({
		page: { ...page, intro },
		typed: sheet.typed ?? typed,
		problems,
		csrf: csrfField(visit.csrf()),
		action: at,
		caption: sheet.caption,
		button: sheet.send,
		files: filesSoFar(page, held, path, at),
	});
}

function filesSoFar(page: PageOfQuestions, held: Answers, path: string, at: string): Record<string, FilesSoFar> {
	const asked = page.questions.filter(asksFiles);
	return Object.fromEntries(
		asked.map(({ id }) => [
			id,
			{
				add: `${at}&stay=yes`,
				files: filesOf(held[id]).map(({ fileId, name }) => ({
					name,
					thumbnail: isPicture(name) ? `${path}/files/${fileId}` : undefined,
					removal: `${at}&remove=${fileId}`,
				})),
			},
		]),
	);
}

/** A small picture of a file that is held, for the page that shows it. */
export async function heldFile(ctx: Context, held: Answers, id: string): Promise<Answer> {
	const isHeld = isId(id) && filesIn(held).some(({ fileId }) => fileId === id);
	const [file] = isHeld ? await filesById(ctx.house.db, [id]) : [];
	const stream = file && (await openFile(ctx.house, file, "thumbnail"));
	if (!file || !stream) throw new NotFound("There is no such file.");
	return body(file.mediaType, stream, 200, { ...servingHeaders(file), "cache-control": "private, no-store" });
}

/** A page that says one thing, with what to do about it. */
export function plainView(title: string, paragraphs: readonly (string | Html)[]): Html {
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
${paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`)}
</div></div>`;
}

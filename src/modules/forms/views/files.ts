import { button, fileUpload } from "../../../platform/html/govuk/index.ts";
import { type Html, html, type Renderable } from "../../../platform/html/html.ts";
import { acceptAttribute } from "../../../platform/files/index.ts";
import { kindsFor } from "../reading/files.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { errorFor, type Field, labelFor } from "./field.ts";

export type FileSoFar = {
	name: string;
	/** A small picture of it; undefined for what is not a picture. */
	thumbnail: string | undefined;
	/** Where taking it away is posted to, by a button of the page's own form. */
	removal: string;
};

export type FilesSoFar = {
	files: readonly FileSoFar[];
	/** Where the page's form posts files that were chosen, to stay on the page. */
	add: string;
};

/** The photos or files so far, and a box for more while there may be more. Every button belongs to the form around it. */
export function filesView(question: QuestionOf<"photos" | "files">, field: Field, soFar: FilesSoFar | undefined): Html {
	const files = soFar?.files ?? [];
	const left = question.most - files.length;
	const words = labelFor(field);
	const what = question.kind === "photos" ? "photos" : "files";
	return html`${
		left > 0
			? fileUpload({
					id: question.id,
					name: question.id,
					label: words,
					hint: { text: question.hint ?? hintFor(question) },
					errorMessage: errorFor(field.problems),
					multiple: left > 1,
					attributes: { accept: question.kind === "photos" ? photoTypes : acceptAttribute(kindsFor(question)) },
				})
			: html`${field.caption && html`<span class="govuk-caption-l">${field.caption}</span>`}${field.heading ? html`<h1 class="govuk-heading-l">${question.ask}</h1>` : html`<p class="govuk-label--s">${question.ask}</p>`}
	<p class="govuk-body" id="${question.id}">You have added ${question.most} ${what}. To add another, remove one first.</p>`
	}
	${left > 0 && soFar && button({ text: `Add ${what}`, classes: "govuk-button--secondary", attributes: { formaction: soFar.add } })}
	${files.length > 0 && listOf(files, what)}`;
}

/** Phones turn what they keep as HEIC into JPEG when they are asked for these and nothing else. */
const photoTypes = "image/jpeg,image/png,image/webp";

function hintFor(question: QuestionOf<"photos" | "files">): string {
	if (question.kind === "photos") return `Up to ${question.most} photos, as JPEG, PNG or WebP`;
	const kinds = question.accept.map((accept) => kindWords[accept]);
	const last = kinds.pop() ?? "";
	return `Up to ${question.most} files: ${kinds.length > 0 ? `${kinds.join(", ")} or ` : ""}${last}`;
}

const kindWords = {
	photo: "a photo (JPEG, PNG or WebP)",
	pdf: "a PDF",
	document: "a document (Word, Excel, OpenDocument or plain text)",
} as const;

function listOf(files: readonly FileSoFar[], what: "photos" | "files"): Renderable {
	return html`<h2 class="govuk-heading-m">${what === "photos" ? "Photos" : "Files"} you have added</h2>
	<ul class="govuk-list fd-photos">${files.map(
		(file) => html`<li class="fd-photos__item">
		${file.thumbnail !== undefined && html`<img class="fd-photos__picture" src="${file.thumbnail}" alt="" width="120" height="90">`}
		<span class="fd-photos__name">${file.name}</span>
		${button({
			html: html`Remove<span class="govuk-visually-hidden"> ${file.name}</span>`,
			classes: "govuk-button--secondary",
			attributes: { formaction: file.removal, formnovalidate: "" },
		})}
	</li>`,
	)}</ul>`;
}

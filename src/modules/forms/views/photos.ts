import { button, fileUpload } from "../../../platform/html/govuk/index.ts";
import { type Html, html, type Renderable } from "../../../platform/html/html.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { errorFor, type Field, labelFor } from "./field.ts";

export type PhotoSoFar = {
	name: string;
	/** A small picture of it. */
	thumbnail: string;
	/** Where taking it away is posted to, by a button of the page's own form. */
	removal: string;
};

export type PhotosSoFar = {
	photos: readonly PhotoSoFar[];
	/** Where the page's form posts photos that were chosen, to stay on the page. */
	add: string;
};

/** The photos so far, and a box for more while there may be more. Every button belongs to the form around it. */
export function photosView(question: QuestionOf<"photos">, field: Field, soFar: PhotosSoFar | undefined): Html {
	const photos = soFar?.photos ?? [];
	const left = question.most - photos.length;
	const words = labelFor(field);
	return html`${
		left > 0
			? fileUpload({
					id: question.id,
					name: question.id,
					label: words,
					hint: { text: question.hint ?? `Up to ${question.most} photos, as JPEG, PNG or WebP` },
					errorMessage: errorFor(field.problems),
					multiple: left > 1,
					attributes: { accept: "image/jpeg,image/png,image/webp" },
				})
			: html`${field.caption && html`<span class="govuk-caption-l">${field.caption}</span>`}<h1 class="govuk-heading-l">${question.ask}</h1>
	<p class="govuk-body" id="${question.id}">You have added ${question.most} photos. To add another, remove one first.</p>`
	}
	${left > 0 && soFar && button({ text: "Add photos", classes: "govuk-button--secondary", attributes: { formaction: soFar.add } })}
	${photos.length > 0 && listOf(photos)}`;
}

function listOf(photos: readonly PhotoSoFar[]): Renderable {
	return html`<h2 class="govuk-heading-m">Photos you have added</h2>
	<ul class="govuk-list fd-photos">${photos.map(
		(photo) => html`<li class="fd-photos__item">
		<img class="fd-photos__picture" src="${photo.thumbnail}" alt="" width="120" height="90">
		<span class="fd-photos__name">${photo.name}</span>
		${button({
			html: html`Remove<span class="govuk-visually-hidden"> ${photo.name}</span>`,
			classes: "govuk-button--secondary",
			attributes: { formaction: photo.removal, formnovalidate: "" },
		})}
	</li>`,
	)}</ul>`;
}

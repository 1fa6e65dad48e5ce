import { type Html, html, nothing } from "../../../platform/html/html.ts";

export type RelationshipLine = { says: string; name: string; href: string; may: string; since: string };
export type RelationshipsProps = { lines: readonly RelationshipLine[]; href: string };

/** Who may act for them, whom they act for, and the people of a business. */
export function relationshipsView({ lines, href }: RelationshipsProps): Html {
	return html`<section aria-labelledby="relationships">
<h2 class="govuk-heading-m" id="relationships">People they belong with</h2>
${
	lines.length === 0
		? html`<p class="govuk-body">Nobody is noted.</p>`
		: html`<ul class="fd-lines">${lines.map(
				({ says, name, href: to, may, since }) => html`<li>${says} <a class="govuk-link" href="${to}">${name}</a>
${may === "" ? nothing : html`<small>May ${may}.</small>`}<small>${since}</small></li>`,
			)}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="${href}">Note or end a relationship</a></p>
</section>`;
}

import { type Html, html, nothing } from "../../../platform/html/html.ts";

export type HouseholdLine = { name: string; href: string; when: string; by: string; past: boolean };
export type HouseholdProps = { lines: readonly HouseholdLine[]; more: number };

/** Who seems to live with them: worked out from addresses, and never more than that. */
export function householdView({ lines, more }: HouseholdProps): Html {
	if (lines.length === 0) return nothing;
	return html`<section aria-labelledby="household">
<h2 class="govuk-heading-m" id="household">At the same address</h2>
<p class="govuk-hint">Inferred from addresses. Nobody has said that they live together.</p>
<ul class="fd-lines">${lines.map(
		({
			name,
			href,
			when,
			by,
			past,
		}) => html`<li${past ? html` class="fd-past"` : nothing}><a class="govuk-link" href="${href}">${name}</a>
<small>${when}, by ${by}</small></li>`,
	)}</ul>
${more === 0 ? nothing : html`<p class="govuk-body">And ${more} more: many people are recorded there.</p>`}
</section>`;
}

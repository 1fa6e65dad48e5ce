import { type Html, html, nothing } from "../../../platform/html/html.ts";

type CardProps = { reference: string; links: number; mayMerge: boolean; toLookThrough: number };

export function cardView({ reference, links, mayMerge, toLookThrough }: CardProps): Html {
	const at = `/desk/customers/${reference}`;
	return html`<section aria-labelledby="one-customer"><h2 class="govuk-heading-m" id="one-customer">One customer?</h2>
<ul class="govuk-list">
${toLookThrough === 0 ? nothing : html`<li><a class="govuk-link" href="${at}/look-through">${toLookThrough === 1 ? "1 thing" : `${toLookThrough} things`} to look through since records were parted</a></li>`}
<li><a class="govuk-link" href="${at}/links">How this record came together</a> (${links === 1 ? "1 link" : `${links} links`})</li>
${mayMerge ? html`<li><a class="govuk-link" href="${at}/merges/new">Merge with another customer</a></li>` : nothing}
</ul></section>`;
}

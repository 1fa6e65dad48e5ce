import { button, details, input, select } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";

export type Choice = { name: string; label: string; unless: string; value: string; items: readonly Option[] };
type Option = { value: string; text: string };

export type FilterProps = { action: string; q: string; choices: readonly Choice[] };

/** What narrows a list about services: words, and one of each of several. Folded away on a phone. */
export function filterBar({ action, q, choices }: FilterProps): Html {
	const on = q !== "" || choices.some(({ value }) => value !== "");
	return html`<form class="fd-filter" method="get" action="${action}">${details({
		summaryText: "Filters",
		classes: "fd-filter__fold",
		html: html`<div class="fd-filter__bar">
${input({ name: "q", label: { text: "Search" }, value: q, type: "search", spellcheck: false, autocomplete: "off" })}
${choices.map(({ name, label, unless, value, items }) =>
	select({ name, label: { text: label }, value, items: [{ value: "", text: unless }, ...items] }),
)}
${button({ text: "Apply", classes: "govuk-button--secondary" })}
</div>`,
	})}</form>
${on && html`<p class="fd-filter__on"><a class="govuk-link" href="${action}">Clear filters</a></p>`}`;
}

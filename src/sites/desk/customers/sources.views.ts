import { details, summaryList, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";

export type SourceLine = {
	id: string;
	name: string;
	/** `said 3 days ago`. */
	fresh: string;
	stale: boolean;
	/** It no longer has them. */
	gone: string | null;
	/** What it says and may be shown, by its own names of the fields. */
	facts: readonly { name: string; value: string }[];
	/** Fields that cannot be right there, in a sentence each. */
	faults: readonly string[];
	/** Names of fields that may be compared with what the customer says. */
	verify: readonly string[];
	/** Only that it has a record may be known. */
	flag: boolean;
};

/** Which systems know the customer, and how fresh what each says is. */
export function sourcesView(lines: readonly SourceLine[]): Html {
	return html`<section aria-labelledby="sources">
<h2 class="govuk-heading-m" id="sources">Where this is known from</h2>
<ul class="fd-lines">${lines.map(lineView)}</ul>
</section>`;
}

function lineView(line: SourceLine): Html {
	const { id, name, fresh, stale, gone, flag } = line;
	return html`<li id="source-${id}"><b>${name}</b>, ${fresh}${stale ? html` ${tag({ text: "Stale", classes: "govuk-tag--orange" })}` : nothing}${
		gone === null
			? nothing
			: html` ${tag({ text: "No longer there", classes: "govuk-tag--grey" })} <small>${gone}</small>`
	}${flag ? html`<br><small>It has a record. What it says is not shown.</small>` : factsView(line)}</li>`;
}

function factsView({ name, facts, faults, verify }: SourceLine): Html {
	if (facts.length === 0 && faults.length === 0 && verify.length === 0) return nothing;
	return details({
		summaryHtml: html`What it says<span class="govuk-visually-hidden">: ${name}</span>`,
		html: html`${
			facts.length === 0
				? nothing
				: summaryList({
						classes: "govuk-summary-list--no-border",
						rows: facts.map((fact) => ({ key: { text: fact.name }, value: { text: fact.value } })),
					})
		}${faults.map((fault) => html`<p class="govuk-body">${fault}</p>`)}${
			verify.length === 0
				? nothing
				: html`<p class="govuk-hint">Can be checked, and is not shown: ${verify.join(", ")}.</p>`
		}`,
	});
}

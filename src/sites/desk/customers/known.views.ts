import { summaryList, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";

export type KnownLine = {
	name: string;
	value: Html;
	/** Where it is from, since when, how sure; and what the others say. */
	lineage: string;
	conflict: boolean;
	/** Where every record's word on it stands, and one may be chosen. */
	href: string;
};

export type KnownProps = { lines: readonly KnownLine[]; prefers: string | null };

/** What stands of the customer and how to reach them; what they decide themselves is never replaced by a source. */
export function knownView({ lines, prefers }: KnownProps): Html {
	return html`<section aria-labelledby="reach">
<h2 class="govuk-heading-m" id="reach">Who they are</h2>
${summaryList({
	classes: "govuk-summary-list--no-border fd-known",
	rows: [
		...lines.map((line) => ({ key: { text: line.name }, value: { html: lineView(line) } })),
		prefers !== null && { key: { text: "Likes to be told by" }, value: { text: prefers } },
	],
})}
</section>`;
}

function lineView({ name, value, lineage, conflict, href }: KnownLine): Html {
	return html`${value}${conflict ? html` ${tag({ text: "Records differ", classes: "govuk-tag--orange" })}` : nothing}
<small class="fd-source"><a class="govuk-link" href="${href}">${lineage}<span class="govuk-visually-hidden">: ${name}</span></a></small>`;
}

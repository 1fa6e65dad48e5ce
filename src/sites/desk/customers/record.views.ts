import { button } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import type { OpenedProps } from "./opened.views.ts";
import { openedView } from "./opened.views.ts";
import { type HouseholdProps, householdView } from "./household.views.ts";
import { type KnownProps, knownView } from "./known.views.ts";
import { type NeedsProps, needsView } from "./needs.views.ts";
import { type PromiseLine, promisesView } from "./promises.views.ts";
import { type RelationshipsProps, relationshipsView } from "./relationships.views.ts";
import type { Signal } from "./signals.ts";
import { type SourceLine, sourcesView } from "./sources.views.ts";
import type { Sentence } from "./summary.ts";
import { type ThreadProps, threadView } from "./thread.views.ts";

export type RecordProps = {
	name: string;
	reference: string;
	kind: "person" | "organisation";
	opened: OpenedProps;
	needs: NeedsProps;
	relationships: RelationshipsProps;
	/** Where a request for them begins, or a record with us that requests need; undefined when the officer may make none. */
	next: { text: string; href: string } | undefined;
	signals: readonly Signal[];
	summary: readonly Sentence[];
	promises: readonly PromiseLine[];
	thread: ThreadProps;
	known: KnownProps;
	sources: readonly SourceLine[];
	household: HouseholdProps;
	/** The form in which what the customer says is checked. */
	check: Html;
	/** How their records came together, for officers who judge that. */
	links: Html;
};

/** Everything about a customer on one page: whom it is about and what to mind, then what is going on, then what is known. */
export function recordView(props: RecordProps): Html {
	const { name, reference, kind, next } = props;
	return html`<div class="fd-who">
<div>
<span class="govuk-caption-l">${kind === "person" ? "Customer" : "Organisation"} · ${reference}</span>
<h1 class="govuk-heading-l">${name || "Name not given"}</h1>
</div>
${next === undefined ? nothing : button({ ...next, classes: "govuk-button--secondary" })}
</div>
${needsView(props.needs)}
${openedView(props.opened)}
${signalsView(props.signals)}
<div class="fd-record">
<div>
<p class="govuk-body fd-summary">${props.summary.map(sentenceView)}</p>
${promisesView(props.promises)}
</div>
<div class="fd-record__known">
${knownView(props.known)}
${sourcesView(props.sources)}
${relationshipsView(props.relationships)}
${householdView(props.household)}
${props.check}
${props.links}
</div>
${threadView(props.thread)}
</div>`;
}

function sentenceView(sentence: Sentence): Html {
	return html`${sentence.map(({ text, href }) => (href === undefined ? html`${text}` : html`<a class="govuk-link" href="${href}">${text}</a>`))} `;
}

function signalsView(signals: readonly Signal[]): Html {
	if (signals.length === 0) return nothing;
	return html`<ul class="fd-signals" aria-label="Worth knowing">${signals.map(
		({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`,
	)}</ul>`;
}

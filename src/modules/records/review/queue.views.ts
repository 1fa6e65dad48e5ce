import { button, notificationBanner, pagination, select, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { subNavigation } from "../../../platform/html/moj/index.ts";
import { shortDate } from "../../../platform/time/index.ts";
import type { ListAsked } from "./asked.ts";
import type { PairState } from "./queue.ts";
import { probabilityInWords } from "./rules/bands.ts";
import { stateWords } from "./words.ts";

export type PairRowProps = {
	href: string;
	names: readonly [string, string];
	sources: readonly [string, string];
	probability: number;
	inShort: string;
	state: PairState;
	at: Date;
};

export type QueueProps = {
	views: { text: string; href: string; active: boolean }[];
	asked: ListAsked;
	sources: readonly { value: string; text: string }[];
	rows: readonly PairRowProps[];
	next?: string | undefined;
	previous?: string | undefined;
	empty: string;
	done?: string | undefined;
};

export function queueView(props: QueueProps): Html {
	const { views, rows, next, previous, empty, done } = props;
	return html`${done === undefined ? nothing : notificationBanner({ text: done, type: "success" })}
<div class="fd-queue-head"><h1 class="govuk-heading-l">Records that may be of one customer</h1>
${subNavigation({ label: "Views of the pairs", items: views })}</div>
${narrowing(props)}
${rows.length === 0 ? html`<p class="govuk-body fd-empty">${empty}</p>` : rowsView(props)}
${
	next || previous
		? pagination({
				landmarkLabel: "Pages of pairs",
				...(previous ? { previous: { href: previous } } : {}),
				...(next ? { next: { href: next } } : {}),
			})
		: nothing
}`;
}

function narrowing({ asked, sources }: QueueProps): Html {
	return html`<form class="fd-filter" method="get" action="/desk/pairs"><div class="fd-filter__bar fd-filter__bar--few">
<input type="hidden" name="view" value="${asked.view}">
${select({ name: "source", label: { text: "With a record of" }, value: asked.source, items: [{ value: "", text: "Any source" }, ...sources] })}
${
	asked.view === "judged"
		? nothing
		: select({
				name: "order",
				label: { text: "First" },
				value: asked.order,
				items: [
					{ value: "surest", text: "The surest" },
					{ value: "oldest", text: "The oldest" },
				],
			})
}
${button({ text: "Apply", classes: "govuk-button--secondary" })}
</div></form>`;
}

/** A line each on a desk, a card each on a phone; `data-rows` is what the keys of the desk move through. */
function rowsView({ rows, asked }: QueueProps): Html {
	const when = asked.view === "judged" ? "Judged" : "Found";
	return html`<table class="fd-queue fd-queue--pairs" data-rows><caption class="govuk-visually-hidden">Pairs of records</caption>
<thead><tr>${["Records", "Sources", "One customer", "What speaks", "State", when].map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>
${rows.map(
	({ href, names, sources, probability, inShort, state, at }) => html`<tr>
<th scope="row"><a class="govuk-link" href="${href}">${names[0]} <span class="fd-queue__and">and</span> ${names[1]}</a></th>
<td>${sources[0]}, ${sources[1]}</td>
<td>${probabilityInWords(probability)}</td>
<td title="${inShort}">${inShort}</td>
<td>${tag(stateWords[state])}</td>
<td>${shortDate(at)}</td>
</tr>
`,
)}</tbody></table>`;
}

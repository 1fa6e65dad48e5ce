import { csrfField } from "../../../platform/html/csrf.ts";
import {
	button,
	details,
	errorSummary,
	insetText,
	notificationBanner,
	radios,
	select,
	tag,
	textarea,
} from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { ago, dateTimeInWords } from "../../../platform/time/index.ts";
import { besideView, type BesideProps } from "../beside/beside.views.ts";
import type { ListAsked } from "./asked.ts";
import type { Judging } from "./judge.ts";
import type { Opinion } from "./pair.ts";
import type { PairState } from "./queue.ts";
import { probabilityInWords } from "./rules/bands.ts";
import { stateWords, verdictWords } from "./words.ts";
import { waterfallView, type WaterfallProps } from "./waterfall.views.ts";

/** One of the two records, and the customer it is of. */
export type SideProps = {
	reference: string;
	name: string;
	sourceName: string;
	since: string;
	keeps: string | null;
	/** What it is linked with already. */
	others: readonly { reference: string; sourceName: string }[];
	requests: number | null;
};

export type PairProps = {
	id: string;
	asked: ListAsked;
	csrf: string;
	state: PairState;
	foundAt: Date;
	now: Date;
	sides: readonly [SideProps, SideProps];
	beside: BesideProps;
	waterfall: WaterfallProps;
	/** Comparisons that no machine may decide. */
	asks: readonly string[];
	/** One officer's "the same" is enough. */
	isEnough: boolean;
	model: string | null;
	opinions: readonly Opinion[];
	/** Why there is nothing to judge for this officer; undefined when there is. */
	closed?: string | undefined;
	typed: Omit<Judging, "verdict" | "seen"> & { verdict: string };
	wrong?: { says: string; field?: string } | undefined;
	done?: string | undefined;
	neighbours: { previous?: string | undefined; next?: string | undefined };
	/** Which verdicts need a reason. */
	needsWhy: readonly string[];
};

export function pairView(props: PairProps): Html {
	const { sides, wrong, done, state, foundAt, now } = props;
	return html`${done === undefined ? nothing : notificationBanner({ text: done, type: "success" })}
${wrong && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong.says, ...(wrong.field ? { href: `#${wrong.field}` } : {}) }] })}
<div class="fd-pair-head"><h1 class="govuk-heading-l">Are these one customer?</h1>
<p class="govuk-body">${tag(stateWords[state])} <strong>${probabilityInWords(props.waterfall.probability)}</strong> that they are. Found ${ago(foundAt, now)} ${neighbours(props.neighbours)}</p></div>
<div class="fd-pair">
<div>
<div class="fd-pair__sides">${sides.map((side, at) => sideView(side, at === 0 ? "left" : "right"))}</div>
${besideView(props.beside)}
</div>
<div>
${props.closed === undefined ? formView(props) : insetText({ text: props.closed })}
${opinionsView(props)}
<h2 class="govuk-heading-m">What speaks for it and against</h2>
${props.asks.length === 0 ? nothing : html`<p class="govuk-body">A person must look at: <strong>${props.asks.join(", ").toLowerCase()}</strong>.</p>`}
${waterfallView(props.waterfall)}
${props.model === null ? nothing : html`<p class="govuk-body-s">Weighed by the model “${props.model}”.</p>`}
</div>
</div>`;
}

function neighbours({ previous, next }: PairProps["neighbours"]): Html {
	return html`<span class="fd-neighbours">${previous === undefined ? nothing : html`<a class="govuk-link" href="${previous}" data-pair="previous">Previous pair</a> `}${next === undefined ? nothing : html`<a class="govuk-link" href="${next}" data-pair="next">Next pair</a>`}</span>`;
}

function sideView({ reference, name, sourceName, since, keeps, others, requests }: SideProps, side: string): Html {
	return html`<section class="fd-pair__side" aria-label="The record on the ${side}">
<h2 class="govuk-heading-s">${name || "Name not shown"}</h2>
<p class="govuk-body-s"><a class="govuk-link" href="/desk/customers/${reference}">${reference}</a> · ${sourceName} · since ${since}</p>
<p class="govuk-body-s">${others.length === 0 ? "Linked with nothing yet" : html`Linked with ${others.map((other, at) => html`${at === 0 ? nothing : ", "}<a class="govuk-link" href="/desk/customers/${other.reference}/links">${other.sourceName} ${other.reference}</a>`)}`}${requests === null ? nothing : html` · ${countOf(requests)}`}</p>
${keeps === null ? nothing : html`<p class="govuk-body-s">${keeps}</p>`}
</section>`;
}

function countOf(requests: number): string {
	if (requests === 0) return "no requests";
	return requests === 1 ? "1 request" : `${requests} requests`;
}

function formView({ id, asked, csrf, opinions, typed, wrong, isEnough, sides, needsWhy }: PairProps): Html {
	const hint = {
		same: isEnough ? "They are linked at once" : "With a reason. A second officer looks at it before they are linked",
		different: needsWhy.includes("different")
			? "With a reason: the weights say otherwise. Never suggested again"
			: "Never suggested again",
		unsure: "A second officer looks at it",
	};
	return html`<form method="post" action="/desk/pairs/${id}/opinions" novalidate data-verdicts="${needsWhy.join(" ")}">
${csrfField(csrf)}
<input type="hidden" name="seen" value="${opinions.length}">
<input type="hidden" name="view" value="${asked.view}"><input type="hidden" name="order" value="${asked.order}"><input type="hidden" name="source" value="${asked.source}">
${radios({
	name: "verdict",
	classes: "govuk-radios--small",
	fieldset: { legend: { text: "They are", classes: "govuk-fieldset__legend--s" } },
	value: typed.verdict,
	...(wrong?.field === "verdict" ? { errorMessage: { text: wrong.says } } : {}),
	items: [
		{ value: "same", text: verdictWords.same, hint: { text: hint.same } },
		{ value: "different", text: verdictWords.different, hint: { text: hint.different } },
		{ value: "unsure", text: verdictWords.unsure, hint: { text: hint.unsure } },
		{
			value: "restricted",
			text: verdictWords.restricted,
			hint: { text: "To see the two together could put somebody in danger" },
		},
	],
})}
${details({
	// Not beneath its choice: a radio that opens a part of the page says so in a way that browsers do not allow it to.
	summaryText: "Which of them must not be matched",
	open: typed.verdict === "restricted",
	html: select({
		name: "protects",
		label: { text: "Kept from all matching" },
		value: typed.protects,
		items: [
			{ value: "both", text: "Both" },
			{ value: "left", text: `The left, ${sides[0].reference}` },
			{ value: "right", text: `The right, ${sides[1].reference}` },
		],
	}),
})}
${textarea({
	name: "why",
	id: "why",
	rows: 2,
	label: { text: "Why", classes: "govuk-label--s" },
	value: typed.why,
	...(wrong?.field === "why" ? { errorMessage: { text: wrong.says } } : {}),
})}
${button({ text: "Save and show the next pair", preventDoubleClick: true, attributes: { "data-save": "" } })}
</form>`;
}

/** A second officer makes up their own mind first, so what the first said is folded away while there is something to judge. */
function opinionsView({ opinions, closed }: PairProps): Html {
	if (opinions.length === 0) return nothing;
	const list = html`<ul class="govuk-list govuk-list--spaced">${opinions.map(
		({ verdict, why, officerName, at }) =>
			html`<li><strong>${verdictWords[verdict]}</strong>, said ${officerName} on ${dateTimeInWords(at)}${why === "" ? nothing : html`<br>${why}`}</li>`,
	)}</ul>`;
	if (closed !== undefined) return html`<h2 class="govuk-heading-m">What was said</h2>${list}`;
	const who = opinions.map(({ officerName }) => officerName).join(" and ");
	return details({ summaryText: `What ${who} said: read it once you have made up your mind`, html: list });
}

import { button, input, pagination, select } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join, nothing } from "../../../platform/html/html.ts";
import { timeline } from "../../../platform/html/moj/index.ts";
import type { ThreadLine } from "../../../platform/thread/index.ts";
import { shortDate, timeInWords } from "../../../platform/time/index.ts";

export type ThreadProps = {
	/** The page's own address, without what narrows it. */
	at: string;
	kind: string;
	words: string;
	kinds: readonly { value: string; text: string }[];
	lines: readonly ThreadLine[];
	/** Earlier lines; and the way back to the latest from a page of earlier ones. */
	older: string | undefined;
	newest: string | undefined;
};

/** What happened, the latest first: each line leads to where it stands. */
export function threadView(props: ThreadProps): Html {
	const { at, kind, words, kinds, lines, older, newest } = props;
	const narrowed = kind !== "" || words !== "";
	return html`<section aria-labelledby="thread">
<h2 class="govuk-heading-m" id="thread">What happened</h2>
<form class="fd-filter" method="get" action="${at}#thread"><div class="fd-filter__bar fd-filter__bar--few">
${select({ name: "kind", id: "kind", label: { text: "Show" }, value: kind, items: [{ value: "", text: "Everything" }, ...kinds] })}
${input({ name: "words", id: "words", label: { text: "With the words" }, value: words, type: "search", autocomplete: "off" })}
${button({ text: "Show", classes: "govuk-button--secondary" })}
</div></form>
${narrowed && html`<p class="fd-filter__on"><a class="govuk-link" href="${at}#thread">Show everything</a></p>`}
${lines.length === 0 ? html`<p class="govuk-body fd-empty">${narrowed ? "Nothing matches." : "Nothing has happened yet."}</p>` : linesView(lines)}
${
	older === undefined && newest === undefined
		? nothing
		: pagination({
				...(newest === undefined ? {} : { previous: { href: newest, text: "Latest" } }),
				...(older === undefined ? {} : { next: { href: older, text: "Earlier" } }),
			})
}
</section>`;
}

function linesView(lines: readonly ThreadLine[]): Html {
	return timeline({
		headingLevel: 3,
		classes: "fd-timeline fd-thread",
		items: lines.map(({ id, kind, title, href, about, by, at, words }) => ({
			classes: `fd-thread__${kind}`,
			attributes: { id: `line-${id}` },
			label: { html: html`<a class="govuk-link" href="${href}">${title}</a>` },
			byline: by === "" ? undefined : { text: by },
			datetime: { timestamp: at.toISOString(), text: `${shortDate(at)}, ${timeInWords(at)}` },
			html: html`${about === "" ? nothing : html`<small>${about}</small>`}${
				words === null ? nothing : html`<p class="govuk-body">${join(words.split("\n"), html`<br>`)}</p>`
			}`,
		})),
	});
}

import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, input, notificationBanner, select } from "../../../platform/html/govuk/index.ts";
import { html, type Html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { shortDate } from "../../../platform/time/index.ts";
import type { Meaning } from "./meanings.ts";
import type { Miss } from "./misses.ts";

/** Why the search was not told. */
const tellRefusals = {
	"no-words": "Enter what people search for, up to 80 characters",
	"no-service": "Select the service that they mean",
} as const;

export type SearchesProps = {
	misses: readonly Miss[];
	meanings: readonly Meaning[];
	services: readonly { id: string; name: string }[];
	csrf: string;
	typed: { words: string; service: string };
	refused: keyof typeof tellRefusals | undefined;
	/** What was told just now. */
	told: string | undefined;
};

export function searchesPage(props: SearchesProps): Html {
	const { misses, meanings, refused, told } = props;
	return html`${refused && errorSummary({ titleText: "There is a problem", errorList: [{ text: tellRefusals[refused], href: refused === "no-words" ? "#words" : "#service" }] })}
${told && notificationBanner({ type: "success", text: `The search now knows what “${told}” means.` })}
<h1 class="govuk-heading-l">Searches that found nothing</h1>
<p class="govuk-body">Only words are counted, never who searched. What fewer than three people looked for is not shown.</p>
${misses.length === 0 ? html`<p class="govuk-body">Every search has found something.</p>` : missTable(props)}
<h2 class="govuk-heading-m">Tell the search what people mean</h2>
${tellForm(props)}
<h2 class="govuk-heading-m">What it was told</h2>
${meanings.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : meaningTable(props)}`;
}

function missTable({ misses, csrf }: SearchesProps): Html {
	return stackedTable({
		heads: ["Words", "Times", "Last", { hidden: "What to do" }],
		rows: misses.map(({ words, times, lastOn }) => [
			{ text: words },
			{ text: times },
			{ text: shortDate(lastOn) },
			{
				html: html`<a class="govuk-link" href="/desk/services/searches?words=${encodeURIComponent(words)}#words">Say what they mean</a>
	${smallForm("/desk/services/searches/dismissal", csrf, words, "Not ours", `Set “${words}” aside`)}`,
			},
		]),
	});
}

function meaningTable({ meanings, services, csrf }: SearchesProps): Html {
	const names = new Map(services.map(({ id, name }) => [id, name]));
	return stackedTable({
		heads: ["Words", "Service", "Told", { hidden: "What to do" }],
		rows: meanings.map(({ words, service, toldAt }) => [
			{ text: words },
			{ text: names.get(service) ?? service },
			{ text: shortDate(toldAt) },
			{ html: smallForm("/desk/services/searches/end", csrf, words, "Take back", `Take back “${words}”`) },
		]),
	});
}

function smallForm(action: string, csrf: string, words: string, text: string, label: string): Html {
	return html`<form method="post" action="${action}">${csrfField(csrf)}<input type="hidden" name="words" value="${words}">${button(
		{
			text,
			classes: "govuk-button--secondary govuk-!-margin-bottom-0",
			attributes: { "aria-label": label },
		},
	)}</form>`;
}

function tellForm({ services, csrf, typed, refused }: SearchesProps): Html {
	const wrong = (code: keyof typeof tellRefusals) =>
		refused === code ? { errorMessage: { text: tellRefusals[code] } } : {};
	return html`<form method="post" action="/desk/services/searches" novalidate>
	${csrfField(csrf)}
	${input({ id: "words", name: "words", label: { text: "People search for" }, value: typed.words, autocomplete: "off", ...wrong("no-words") })}
	${select({
		id: "service",
		name: "service",
		label: { text: "They mean" },
		value: typed.service,
		items: [{ value: "", text: "Select a service" }, ...services.map(({ id, name }) => ({ value: id, text: name }))],
		...wrong("no-service"),
	})}
	${button({ text: "Tell the search", preventDoubleClick: true })}
</form>`;
}

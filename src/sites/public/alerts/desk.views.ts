import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, input, radios, select, textarea } from "../../../platform/html/govuk/index.ts";
import { html, type Html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import type { Alert } from "../../../modules/knowledge/index.ts";

/** Why a banner was not made, and at which box. */
const alertRefusals = {
	"no-words": { box: "words", text: "Enter what the banner says, up to 300 characters" },
	"bad-link": { box: "link", text: "Enter an address that begins with https:// or with /" },
	"bad-day": { box: "until", text: "Enter its last day like 2026-12-31" },
	past: { box: "until", text: "Its last day must be today or later" },
} as const;

export type AlertsProps = {
	alerts: readonly Alert[];
	places: readonly { value: string; text: string }[];
	csrf: string;
	typed: { severity: string; words: string; link: string; place: string; until: string };
	refused: keyof typeof alertRefusals | undefined;
};

export function alertsPage({ alerts, places, csrf, typed, refused }: AlertsProps): Html {
	const problem = refused && alertRefusals[refused];
	const wrong = (box: string) => (problem?.box === box ? { errorMessage: { text: problem.text } } : {});
	return html`${problem && errorSummary({ titleText: "There is a problem", errorList: [{ text: problem.text, href: `#${problem.box}` }] })}
<h1 class="govuk-heading-l">Banners on the website</h1>
${alerts.length === 0 ? html`<p class="govuk-body">There is none now beside those of the pack.</p>` : list(alerts, places, csrf)}
<h2 class="govuk-heading-m">Put up a banner</h2>
<form method="post" action="/desk/services/alerts" novalidate>
	${csrfField(csrf)}
	${textarea({ id: "words", name: "words", rows: 3, label: { text: "What it says" }, hint: { text: "One or two short sentences: what happens, when, and what people should do" }, value: typed.words, ...wrong("words") })}
	${radios({
		name: "severity",
		fieldset: { legend: { text: "How grave it is" } },
		value: typed.severity,
		items: [
			{ value: "notice", text: "For information" },
			{ value: "warning", text: "Important: people may be put out" },
			{ value: "emergency", text: "Emergency: people may come to harm" },
		],
	})}
	${select({ id: "place", name: "place", label: { text: "Where it stands" }, value: typed.place, items: places })}
	${input({ id: "link", name: "link", label: { text: "Address of a page that says more (optional)" }, value: typed.link, ...wrong("link") })}
	${input({ id: "until", name: "until", type: "date", classes: "govuk-input--width-10", label: { text: "Its last day" }, value: typed.until, ...wrong("until") })}
	${button({ text: "Put it up", preventDoubleClick: true })}
</form>`;
}

function list(alerts: readonly Alert[], places: AlertsProps["places"], csrf: string): Html {
	const names = new Map(places.map(({ value, text }) => [value, text]));
	return stackedTable({
		heads: ["Words", "Where", "Until", { hidden: "What to do" }],
		rows: alerts.map(({ id, words, place, until }) => [
			{ text: words },
			{ text: names.get(place) ?? place },
			{ text: dateTimeInWords(until) },
			{
				html: html`<form method="post" action="/desk/services/alerts/${id}/end">${csrfField(csrf)}${button({
					text: "Take down",
					classes: "govuk-button--secondary govuk-!-margin-bottom-0",
					attributes: { "aria-label": `Take down “${words}”` },
				})}</form>`,
			},
		]),
	});
}

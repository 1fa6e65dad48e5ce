import { conditionInWords } from "../../../modules/forms/index.ts";
import { spanInWords, type Service } from "../../../modules/services/index.ts";
import { summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { pounds } from "../../../platform/money/index.ts";
import { type Names, withinWords } from "./names.ts";

/** What the customer is promised, what may change it, and the law each rests on. */
export function promisePart({ definition, form }: Service, names: Names): Html {
	return html`<h2 class="govuk-heading-m fd-part" id="promise">Promise</h2>
${stackedTable({
	heads: ["Promise", "Within", "From", "Law", "What changes it"],
	rows: definition.promise.map((clock) => [
		{
			html: html`${clock.words}${clock.when && html`<br><small>When ${conditionInWords(clock.when, form.names)}</small>`}`,
		},
		{ text: withinWords(clock.within) },
		{
			html: html`${names.stage(clock.starts)}${clock.stops.length > 0 && html`<br><small>until ${names.stages(clock.stops)}</small>`}`,
		},
		{ text: clock.law ?? "None: our own promise" },
		{
			html: html`${[
				...clock.pauses.map((one) => `Stands still in “${names.stage(one.in)}”: ${one.because} (${one.law})`),
				...clock.restarts.map((one) => `Starts again after “${names.stage(one.after)}”: ${one.because} (${one.law})`),
				...clock.extends.map((one) => `${one.name}: up to ${spanInWords(one.by)} longer (${one.law})`),
			].map((line) => html`<span class="fd-line">${line}</span><br>`)}`,
		},
	]),
})}`;
}

/** What it costs, and what is done with what people tell. */
export function rulesPart({ definition, form }: Service, day: string): Html {
	const { fee, privacy } = definition;
	const rows = (all: [string, string | undefined][]) =>
		summaryList({
			rows: all.flatMap(([key, text]) =>
				text === undefined || text === "" ? [] : [{ key: { text: key }, value: { text } }],
			),
		});
	return html`${
		fee &&
		html`<h2 class="govuk-heading-m fd-part" id="fee">Fee</h2>
${rows([
	...fee.items.map((item): [string, string] => {
		const price = item.prices.toSorted((a, b) => a["valid-from"].localeCompare(b["valid-from"]));
		const now = price.findLast((one) => one["valid-from"] <= day) ?? price[0];
		return [
			item.name,
			`${pounds(now?.pence ?? 0)}${item.when ? `, when ${conditionInWords(item.when, form.names)}` : ""}`,
		];
	}),
	["Paid", `${fee.paid === "before" ? "Before" : "After"}: ${fee.how}`],
	["Given back", fee.refund],
	["Booked to", fee.ledger],
])}`
	}
<h2 class="govuk-heading-m fd-part" id="privacy">Personal data</h2>
${rows([
	["For", privacy.purpose],
	["Lawful basis", privacy.basis],
	["Law", privacy.law],
	["Special categories", privacy.condition],
	["Shared with", privacy.shared.join("; ")],
	[
		"Kept",
		`${privacy.kept.years} ${privacy.kept.years === 1 ? "year" : "years"} after closing: ${privacy.kept.because}`,
	],
])}`;
}

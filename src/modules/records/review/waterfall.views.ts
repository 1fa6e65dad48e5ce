import { type Html, html } from "../../../platform/html/html.ts";
import { probabilityInWords } from "./rules/bands.ts";
import { reachOf, type Step } from "./rules/steps.ts";

export type WaterfallProps = { steps: readonly Step[]; weight: number; probability: number };

const width = 1000;
const height = 24;

/**
 * What speaks for and against, a line for each comparison: the words and bits, and beside them a bar that begins where the one
 * above ended. For is filled, against is striped, so that neither needs a colour to be told.
 */
export function waterfallView({ steps, weight, probability }: WaterfallProps): Html {
	const sum: Step = { says: "Together", level: "", bits: weight, from: 0, to: weight };
	const { least, greatest } = reachOf([...steps, sum]);
	const spread = greatest - least || 1;
	const across = (bits: number) => ((bits - least) / spread) * width;
	const bar = (step: Step) => barView(across(step.from), across(step.to), across(0), step.bits);
	return html`<table class="govuk-table fd-stack fd-waterfall">
<caption class="govuk-table__caption govuk-visually-hidden">What speaks for one customer and against it, in bits</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">${["Compared", "How it agrees", "Bits"].map((text) => html`<th scope="col" class="govuk-table__header">${text}</th>`)}<td class="govuk-table__cell fd-waterfall__key" aria-hidden="true">${key}</td></tr></thead>
<tbody class="govuk-table__body">
${steps.map((step) => line(step, bar(step)))}
${line(sum, bar(sum), "fd-waterfall__sum")}
</tbody></table>
<p class="govuk-body">Each bit doubles the odds. Together they make it <strong>${probabilityInWords(probability)}</strong> that these are one customer.</p>`;
}

function line({ says, level, bits }: Step, bar: Html, classes = ""): Html {
	return html`<tr class="govuk-table__row ${classes}"><th scope="row" class="govuk-table__header">${says}</th><td class="govuk-table__cell">${level}</td><td class="govuk-table__cell govuk-table__cell--numeric">${signed(bits)}</td><td class="govuk-table__cell fd-waterfall__bar">${bar}</td></tr>
`;
}

const key = html`<span class="fd-waterfall__for">for</span> <span class="fd-waterfall__against">against</span>`;

function signed(bits: number): string {
	const rounded = bits.toFixed(1);
	if (Number(rounded) === 0) return "0.0";
	return bits < 0 ? `\u2212${rounded.slice(1)}` : `+${rounded}`;
}

/** The table says it all: the picture is for the eye alone. */
function barView(from: number, to: number, zero: number, bits: number): Html {
	const [left, wide] = [Math.min(from, to), Math.max(Math.abs(to - from), 2)];
	const side = bits < 0 ? "against" : "for";
	const n = (value: number) => value.toFixed(1);
	return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fd-waterfall__${side}-bar" x="${n(left)}" y="4" width="${n(wide)}" height="${height - 8}"/>${side === "against" ? stripes(left, wide) : ""}<line class="fd-waterfall__zero" x1="${n(zero)}" x2="${n(zero)}" y1="0" y2="${height}"/></svg>`;
}

function stripes(left: number, wide: number): Html {
	const count = Math.floor(wide / 14);
	return html`${Array.from({ length: count }, (_, at) => {
		const x = (left + ((at + 1) * wide) / (count + 1)).toFixed(1);
		return html`<line class="fd-waterfall__stripe" x1="${x}" x2="${x}" y1="4" y2="${height - 4}"/>`;
	})}`;
}

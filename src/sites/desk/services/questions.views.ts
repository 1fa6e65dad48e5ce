import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { inventory } from "../../../modules/services/index.ts";

const headings: readonly { of: inventory.Answerer; heading: string }[] = [
	{ of: "customer", heading: "What we ask the customer, and why" },
	{ of: "officer", heading: "What officers fill in" },
	{ of: "outside", heading: "What we ask people outside the council" },
];

/** Each question with the answer to "why am I asked this?". */
export function questionsPart(asked: readonly inventory.Asked[]): Html {
	return html`${headings.map(({ of, heading }) => {
		const ones = asked.filter((one) => one.of === of);
		if (ones.length === 0) return undefined;
		return html`<h2 class="govuk-heading-m fd-part" id="questions-${of}">${heading}</h2>
${stackedTable({
	heads: ["Question", "Answer", "Why it is asked", "When it is asked"],
	rows: ones.map((one) => [
		{ html: html`${one.question.ask}` },
		{ html: html`${inventory.kindWords[one.question.kind]}${notes(one)}` },
		{ text: one.question.why },
		{ html: html`${one.when ? html`When ${one.when}` : "Always"}<br><small>${one.where}</small>` },
	]),
})}`;
	})}`;
}

function notes({ question }: inventory.Asked): Html | undefined {
	const said = [
		question.optional && "optional",
		question.sealed && "sealed",
		question.other && "about someone else",
		question.confirm && "filled in from the account",
	].filter((one) => one !== false);
	return said.length > 0 ? html`<br><small>${said.join(", ")}</small>` : undefined;
}

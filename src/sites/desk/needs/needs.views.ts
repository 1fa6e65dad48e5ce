import { groupWords, type Need, needGroups, type NeedKind } from "../../../modules/customers/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { shortDate } from "../../../platform/time/index.ts";
import { type NeedsProps, problemOf } from "./needProps.ts";
import { noteNeedForm } from "./note.views.ts";

export function needsView(props: NeedsProps): Html {
	const { reference, name, needs, mayNote, isOurs, said } = props;
	const wrong = problemOf(props);
	const box = wrong?.box === "detail" || wrong?.box === "why" ? `${wrong.box}-${said.code}` : wrong?.box;
	return html`${wrong && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong.text, href: `#${box}` }] })}
<span class="govuk-caption-l">${name || reference}</span>
<h1 class="govuk-heading-l">What to do differently</h1>
${needs.length === 0 ? html`<p class="govuk-body">Nothing is noted.</p>` : needGroups.toReversed().map((group) => groupView(group, props))}
${isOurs ? nothing : html`<p class="govuk-body">Only other systems know this customer so far. To note what they need, <a class="govuk-link" href="/desk/customers/${reference}/beginning">begin a record with us</a>.</p>`}
${mayNote ? noteNeedForm(props) : nothing}`;
}

function groupView(group: NeedKind["group"], { needs, mayNote, reference, csrf, today }: NeedsProps): Html {
	const own = needs.filter((need) => need.group === group);
	if (own.length === 0) return nothing;
	return stackedTable({
		caption: groupWords[group],
		captionClasses: "govuk-table__caption--m",
		heads: ["What to do", "Noted", "Ask again", ...(mayNote ? [{ hidden: "Change it" }] : [])],
		rows: own.map((need) => [
			{ html: whatView(need) },
			{ text: `${shortDate(need.notedAt)} by ${need.notedBy}, ${saidWords[need.saidBy]}` },
			{ html: whenView(need, today) },
			...(mayNote ? [{ html: changes(need, reference, csrf) }] : []),
		]),
	});
}

const saidWords: Readonly<Record<Need["saidBy"], string>> = {
	customer: "who was told by the customer",
	officer: "who saw it",
	register: "from a register",
};

function whatView({ says, detail, safety }: Need): Html {
	return html`${says}${detail === "" ? nothing : html`: ${detail}`}${safety ? html` ${tag({ text: "Not for the customer to read", classes: "govuk-tag--red" })}` : nothing}`;
}

function whenView({ reviewOn, untilDay }: Need, today: string): Html {
	const due = reviewOn <= today ? html` ${tag({ text: "Ask now", classes: "govuk-tag--yellow" })}` : nothing;
	return html`${shortDate(reviewOn)}${due}${untilDay === null ? nothing : html`<br>Ends on ${shortDate(untilDay)}`}`;
}

function changes({ id, says }: Need, reference: string, csrf: string): Html {
	const at = `/desk/customers/${reference}/needs/${id}`;
	return html`<form method="post" action="${at}/review">${csrfField(csrf)}${button({
		html: html`Still so<span class="govuk-visually-hidden">: ${says}</span>`,
		classes: "govuk-button--secondary govuk-!-margin-bottom-1",
		preventDoubleClick: true,
	})}</form><a class="govuk-link" href="${at}/end">No longer so<span class="govuk-visually-hidden">: ${says}</span></a>`;
}

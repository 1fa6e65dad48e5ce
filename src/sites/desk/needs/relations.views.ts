import {
	type Relationship,
	relationshipKinds,
	relationshipWords,
	scopes,
	scopeWords,
} from "../../../modules/customers/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { button, checkboxes, errorSummary, input, radios, select } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { shortDate } from "../../../platform/time/index.ts";
import { relationProblems, type RelationsProps } from "./relationProps.ts";

export function relationsView(props: RelationsProps): Html {
	const { reference, name, relationships, mayNote, problem } = props;
	const wrong = problem && relationProblems[problem];
	return html`${wrong && errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong.text, href: `#${wrong.box}` }] })}
<span class="govuk-caption-l">${name || reference}</span>
<h1 class="govuk-heading-l">People and businesses they deal with</h1>
${relationships.length === 0 ? html`<p class="govuk-body">Nothing is noted.</p>` : list(props)}
${mayNote ? noteForms(props) : nothing}`;
}

function list({ relationships, mayNote, reference }: RelationsProps): Html {
	return stackedTable({
		heads: ["Who", "What they may do", "What shows it", "When", ...(mayNote ? [{ hidden: "End it" }] : [])],
		rows: relationships.map((one) => [
			{
				html: html`${relationshipWords[one.kind][one.side]} <a class="govuk-link" href="/desk/customers/${one.other.id}">${one.other.name || "a customer without a name"}</a>`,
			},
			{ text: mayDo(one) },
			{ text: one.evidence },
			{ text: days(one) },
			...(mayNote
				? [
						{
							html: html`<a class="govuk-link" href="/desk/customers/${reference}/relationships/${one.id}/end">End<span class="govuk-visually-hidden">: ${relationshipWords[one.kind][one.side]} ${one.other.name}</span></a>`,
						},
					]
				: []),
		]),
	});
}

function mayDo({ scope }: Relationship): string {
	const said = scope.map((one) => scopeWords[one]).join("; ");
	return said === "" ? "Nothing by this alone" : begun(said);
}

function begun(words: string): string {
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function days({ fromDay, untilDay }: Relationship): string {
	return `From ${shortDate(fromDay)}${untilDay === null ? "" : ` until ${shortDate(untilDay)}`}`;
}

function noteForms(props: RelationsProps): Html {
	const { reference, found } = props;
	return html`<h2 class="govuk-heading-m">Note another</h2>
<form method="get" action="/desk/customers/${reference}/relationships" role="search">
	${input({ name: "q", label: { text: "Find the other customer by name, email address, telephone or reference" }, value: found?.q ?? "", classes: "govuk-input--width-20", autocomplete: "off" })}
	${button({ text: "Find", classes: "govuk-button--secondary" })}
</form>
${found === undefined ? nothing : found.customers.length === 0 ? html`<p class="govuk-body">Nobody was found. Try another spelling, or their telephone number.</p>` : noteForm(props, found)}`;
}

function noteForm(
	{ reference, name, said, problem, csrf }: RelationsProps,
	{ q, customers }: NonNullable<RelationsProps["found"]>,
): Html {
	const wrong = problem && relationProblems[problem];
	const at = (box: string) => (wrong?.box === box ? { errorMessage: { text: wrong.text } } : {});
	const them = name || "This customer";
	return html`<form method="post" action="/desk/customers/${reference}/relationships" novalidate>
	${csrfField(csrf)}
	<input type="hidden" name="q" value="${q}">
	${radios({
		name: "other",
		classes: "govuk-radios--small",
		fieldset: { legend: { text: "The other customer", classes: "govuk-fieldset__legend--s" } },
		value: said.other,
		...at("other"),
		items: customers.map((one) => ({
			value: one.id,
			text: one.name || "Without a name",
			hint: { text: one.reach, classes: "govuk-!-text-break-word" },
		})),
	})}
	${select({
		name: "kind",
		label: { text: `What ${them} is to them` },
		value: said.kind,
		...at("kind"),
		items: [
			{ value: "", text: "Choose one" },
			...relationshipKinds.flatMap((kind) =>
				(["is", "has"] as const).map((side) => ({
					value: `${kind} ${side}`,
					text: `${relationshipWords[kind][side].replace(/,$/, "")} …`,
				})),
			),
		],
	})}
	${checkboxes({
		name: "scope",
		classes: "govuk-checkboxes--small",
		fieldset: { legend: { text: "What the one may do for the other", classes: "govuk-fieldset__legend--s" } },
		hint: { text: "Who works for a business, or owns it, may do nothing by that alone." },
		...at("scope"),
		items: scopes.map((scope) => ({
			value: scope,
			text: begun(scopeWords[scope]),
			checked: said.scope.includes(scope),
		})),
	})}
	${input({ name: "evidence", label: { text: "What you saw that shows it" }, hint: { text: "Such as “Letter of authority of 1 March, seen at the hub”" }, value: said.evidence, ...at("evidence") })}
	${input({ name: "from", type: "date", classes: "govuk-input--width-10", label: { text: "From (today, if you leave it empty)" }, value: said.fromDay, ...at("from") })}
	${input({ name: "until", type: "date", classes: "govuk-input--width-10", label: { text: "Its last day, if it has one" }, value: said.untilDay, ...at("until") })}
	${button({ text: "Note it", preventDoubleClick: true })}
</form>`;
}

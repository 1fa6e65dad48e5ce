import { groupWords, needGroups, type NeedKind } from "../../../modules/customers/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { button, input, radios, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { type NeedsProps, problemOf } from "./needProps.ts";

/** The form that notes what to do differently for a customer. */
export function noteNeedForm(props: NeedsProps): Html {
	const { reference, csrf, said } = props;
	const wrong = problemOf(props);
	const at = (box: string) => (wrong?.box === box ? { errorMessage: { text: wrong.text } } : {});
	return html`<h2 class="govuk-heading-m">Note what to do</h2>
<p class="govuk-body">Note what to do and never why. “Give them more time to speak” is right; the name of an illness is not. The customer can read all of it but what keeps people safe.</p>
<form method="post" action="/desk/customers/${reference}/needs" novalidate>
	${csrfField(csrf)}
	<div id="code">${needGroups.map((group) => groupChoice(group, props))}</div>
	${radios({
		name: "said-by",
		classes: "govuk-radios--small",
		fieldset: { legend: { text: "How you know", classes: "govuk-fieldset__legend--s" } },
		value: said.saidBy,
		items: [
			{ value: "customer", text: "They told me" },
			{ value: "officer", text: "I saw it" },
		],
	})}
	${input({
		name: "until",
		type: "date",
		classes: "govuk-input--width-10",
		label: { text: "Its last day, if it has one" },
		value: said.until,
		...at("until"),
	})}
	${button({ text: "Note it", preventDoubleClick: true })}
</form>`;
}

/** One question in as many parts as there are groups: one need is noted at a time. */
function groupChoice(group: NeedKind["group"], props: NeedsProps): Html {
	const own = props.kinds.filter((kind) => kind.group === group);
	if (own.length === 0) return nothing;
	const isFirst = props.kinds[0]?.group === group;
	const wrong = problemOf(props);
	return radios({
		name: "code",
		idPrefix: `code-${group}`,
		classes: "govuk-radios--small",
		fieldset: { legend: { text: groupWords[group], classes: "govuk-fieldset__legend--s" } },
		value: props.said.code,
		...(isFirst && wrong?.box === "code" ? { errorMessage: { text: wrong.text } } : {}),
		items: own.map((kind) => choiceOf(kind, props)),
	});
}

function choiceOf(kind: NeedKind, props: NeedsProps) {
	const asks = kind.detail !== undefined || kind.safety === true;
	return { value: kind.code, text: kind.says, ...(asks ? { conditional: { html: more(kind, props) } } : {}) };
}

/** What its words leave open, and of one that keeps people safe, why. */
function more({ code, detail, safety }: NeedKind, props: NeedsProps): Html {
	const { said } = props;
	const isThis = said.code === code;
	const problem = problemOf(props);
	const wrong = (box: string) => (isThis && problem?.box === box ? { errorMessage: { text: problem.text } } : {});
	const open =
		detail === undefined
			? nothing
			: input({
					id: `detail-${code}`,
					name: `detail[${code}]`,
					label: { text: detail },
					value: isThis ? said.detail : "",
					...wrong("detail"),
				});
	const why = safety
		? textarea({
				id: `why-${code}`,
				name: `why[${code}]`,
				rows: 2,
				label: { text: "Why does it keep somebody safe? Only the audit keeps this." },
				value: isThis ? said.why : "",
				...wrong("why"),
			})
		: nothing;
	return html`${open}${why}`;
}

import { button, input, radios } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { ago } from "../../../platform/time/index.ts";
import { problemSummary } from "../../../modules/forms/index.ts";
import type { Customer } from "../../../modules/customers/index.ts";
import type { Definition } from "../../../modules/services/index.ts";
import { chooserAt, openingsAt, scriptOf } from "./addresses.ts";

export type ChooserProps = {
	q: string;
	who: string;
	seesCustomers: boolean;
	/** Whom it is for. */
	customer: Customer | undefined;
	/** Whom the officer may mean; undefined before they looked. */
	found: readonly Customer[] | undefined;
	/** The services that were searched for; undefined before they were. */
	services: readonly Definition[] | undefined;
	topics: readonly { name: string; services: readonly Definition[] }[];
	/** What the officer began and did not send. */
	drafts: readonly { href: string; service: string; about: string; changedAt: Date }[];
	/** The code that opened nothing, and why. */
	opening: { code: string; problem: keyof typeof whyNot } | undefined;
	csrf: Html;
	now: Date;
};

const whyNot = {
	none: "No form has this code, or no longer. Ask them to read it again",
	sent: "This form has been sent already",
	wait: "You have tried many codes. Wait a few minutes, then try again",
} as const;

export function chooserMain(props: ChooserProps): Html {
	const { drafts, now, customer, opening } = props;
	return html`${opening && problemSummary([{ field: "code", message: whyNot[opening.problem] }])}<h1 class="govuk-heading-l">New request</h1>
<div class="fd-split">
	<div>
		${serviceSearch(props)}
		${props.services ? foundServices(props.services, customer) : topicLists(props)}
	</div>
	<div>
		${props.seesCustomers && customerPanel(props)}
		${codeForm(props)}
		${
			drafts.length > 0 &&
			html`<h2 class="govuk-heading-m">Not sent yet</h2>
		<ul class="govuk-list fd-script__drafts">${drafts.map(
			({ href, service, about, changedAt }) =>
				html`<li><a class="govuk-link" href="${href}">${service}</a> <span>${about}</span> <time datetime="${changedAt.toISOString()}">${ago(changedAt, now)}</time></li>`,
		)}</ul>`
		}
	</div>
</div>`;
}

function serviceSearch({ q, customer }: ChooserProps): Html {
	return html`<form class="fd-script__search" action="${chooserAt}" method="get" role="search" aria-label="Services">
	${customer && html`<input type="hidden" name="customer" value="${customer.id}">`}
	${input({
		id: "q",
		name: "q",
		label: { text: "What is it about?", classes: "govuk-label--m" },
		value: q,
		type: "search",
		autocomplete: "off",
		attributes: { autofocus: "" },
	})}
	${button({ text: "Find", classes: "govuk-button--secondary" })}
</form>`;
}

function foundServices(services: readonly Definition[], customer: Customer | undefined): Html {
	const all = html`<p class="govuk-body"><a class="govuk-link" href="${chooserAt}${customer ? `?customer=${customer.id}` : ""}">All services</a></p>`;
	if (services.length === 0) return html`<p class="govuk-body">No service was found. Try other words.</p>${all}`;
	return html`<ol class="govuk-list fd-script__found">${services.map(
		(one) =>
			html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${scriptOf(one.id, customer?.id)}">${one.name}</a><br>${one.summary}</li>`,
	)}</ol>${all}`;
}

function topicLists({ topics, customer }: ChooserProps): Html {
	return html`<div class="fd-script__topics">${topics.map(
		({ name, services }) => html`<section><h2 class="govuk-heading-s">${name}</h2>
	<ul class="govuk-list">${services.map(
		(one) => html`<li><a class="govuk-link" href="${scriptOf(one.id, customer?.id)}">${one.name}</a></li>`,
	)}</ul></section>`,
	)}</div>`;
}

function customerPanel({ customer, who, found, q }: ChooserProps): Html {
	if (customer) {
		return html`<div class="fd-panel"><h2 class="govuk-heading-m">For ${customer.name || "a customer"}</h2>
	<p class="govuk-body">${reach(customer)}</p>
	<p class="govuk-body"><a class="govuk-link" href="${chooserAt}">Somebody else</a></p></div>`;
	}
	return html`<form class="fd-script__search" action="${chooserAt}" method="get" role="search" aria-label="Customers">
	${q !== "" && html`<input type="hidden" name="q" value="${q}">`}
	${input({
		id: "who",
		name: "who",
		label: { text: "Who is it? (optional)", classes: "govuk-label--m" },
		hint: { text: "A name, an email address, a telephone number or a reference. Their details are filled in." },
		value: who,
		type: "search",
		autocomplete: "off",
	})}
	${button({ text: "Find", classes: "govuk-button--secondary" })}
</form>
${found && foundCustomers(found, q)}`;
}

/** A customer who began it elsewhere reads out the code of what they saved. */
function codeForm({ opening, csrf }: ChooserProps): Html {
	return html`<form class="fd-script__search" action="${openingsAt}" method="post" novalidate>
	${csrf}
	${input({
		id: "code",
		name: "code",
		label: { text: "Have they begun it already?", classes: "govuk-label--m" },
		hint: { text: "The code they were given when they saved it, such as 7K4M-9QXD-HJ3T" },
		value: opening?.code,
		errorMessage: opening && { text: whyNot[opening.problem] },
		autocomplete: "off",
		spellcheck: false,
		autocapitalize: "characters",
	})}
	${radios({
		name: "by",
		idPrefix: "by",
		value: "phone",
		classes: "govuk-radios--small govuk-radios--inline",
		fieldset: { legend: { text: "How are you talking?" } },
		items: [
			{ value: "phone", text: "On the telephone" },
			{ value: "desk", text: "Face to face" },
		],
	})}
	${button({ text: "Open", classes: "govuk-button--secondary" })}
</form>`;
}

function foundCustomers(found: readonly Customer[], q: string): Html {
	if (found.length === 0) {
		return html`<p class="govuk-body">Nobody was found. Go on without: the questions ask who they are.</p>`;
	}
	const on = q === "" ? "" : `&q=${encodeURIComponent(q)}`;
	return html`<ul class="govuk-list fd-script__found">${found.map(
		(one) =>
			html`<li><a class="govuk-link" href="${chooserAt}?customer=${one.id}${on}">${one.name || "No name given"}</a><br>${reach(one)}</li>`,
	)}</ul>`;
}

function reach({ email, phone }: Customer): Html {
	const said = [email, phone].filter((one) => one !== null);
	return said.length === 0 ? nothing : html`${said.join(", ")}`;
}

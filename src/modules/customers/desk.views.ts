import { phoneInWords } from "../../platform/formats/index.ts";
import { summaryList, tag } from "../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../platform/html/html.ts";
import type { Customer } from "./queries.ts";

/** The card of whoever made a request, for officers who may read customers; `work` is that request's reference. */
export function customerSummary(customer: Customer, work: string): Html {
	const { id, name, email, phone } = customer;
	return html`${summaryList({
		classes: "govuk-summary-list--no-border",
		rows: [
			{ key: { text: "Name" }, value: { text: name || "Not given" } },
			email !== null && { key: { text: "Email" }, value: { html: html`${emailLink(email)}${comesBack(customer)}` } },
			phone !== null && { key: { text: "Telephone" }, value: { html: phoneLink(phone, customer.phoneKey) } },
			email === null &&
				phone === null && { key: { text: "Contact" }, value: { text: "Left no email address or telephone number" } },
		],
	})}
<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${id}?work=${encodeURIComponent(work)}">Open their record</a></p>`;
}

function emailLink(email: string): Html {
	return html`<a class="govuk-link" href="mailto:${encodeURIComponent(email)}">${email}</a>`;
}

function phoneLink(phone: string, e164: string | null): Html {
	return e164 === null ? html`${phone}` : html`<a class="govuk-link" href="tel:${e164}">${phoneInWords(e164)}</a>`;
}

function comesBack(customer: Customer): Html {
	return customer.emailBouncedAt === null
		? nothing
		: html` ${tag({ text: "Mail comes back", classes: "govuk-tag--red" })}`;
}

import { readEmail, readPhone } from "../../../platform/formats/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { button, errorSummary, input } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";

type Typed = { name: string; email: string; phone: string };

export type BeginProps = { at: string; csrf: string; typed: Typed; problem: keyof typeof problems | undefined };

const problems = {
	"name-needed": { text: "Enter their name", field: "name" },
	"name-long": { text: "Name must be 200 letters or less", field: "name" },
	"email-wrong": { text: "Enter an email address in the correct format, like name@example.com", field: "email" },
	"phone-wrong": { text: "Enter a telephone number, like 01632 960 001 or +44 7700 900 982", field: "phone" },
	"says-nothing": { text: "Enter their name", field: "name" },
	restricted: { text: "A record of this customer is kept from matching, so none is begun", field: "name" },
	gone: { text: "The systems that knew this customer no longer do", field: "name" },
} as const;

/** The first thing that is wrong with what was typed. */
export function problemOf({ name, email, phone }: Typed): BeginProps["problem"] {
	if (name.trim() === "") return "name-needed";
	if (name.trim().length > 200) return "name-long";
	if (email.trim() !== "" && readEmail(email) === undefined) return "email-wrong";
	if (phone.trim() !== "" && readPhone(phone) === undefined) return "phone-wrong";
	return undefined;
}

export function beginView({ at, csrf, typed, problem }: BeginProps): Html {
	const wrong = problem && problems[problem];
	const error = (field: string) => (wrong?.field === field ? { errorMessage: { text: wrong.text } } : {});
	const box = (name: keyof Typed, label: string, more: object = {}) =>
		input({ name, id: name, label: { text: label }, value: typed[name], autocomplete: "off", ...more, ...error(name) });
	return html`${wrong ? errorSummary({ titleText: "There is a problem", errorList: [{ text: wrong.text, href: `#${wrong.field}` }] }) : nothing}
<h1 class="govuk-heading-l">Begin a record with us</h1>
<p class="govuk-body">Only other systems know this customer. With a record of our own they can make requests, and their needs and who acts for them can be noted.</p>
<form method="post" action="${at}" novalidate>
${csrfField(csrf)}
${box("name", "Name")}
${box("email", "Email address (optional)", { type: "email", spellcheck: false })}
${box("phone", "Telephone number (optional)", { type: "tel" })}
${button({ text: "Begin the record", preventDoubleClick: true })}
</form>`;
}

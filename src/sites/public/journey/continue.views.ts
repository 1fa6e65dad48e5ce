import { csrfField } from "../../../platform/html/csrf.ts";
import { button, details, errorSummary, input, warningText } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { dateInWords } from "../../../platform/time/index.ts";
import { column } from "./ends.views.ts";

export const codeRefusals = {
	unreadable: "Enter the code that you were given, like 7K4M-9QXD-HJ3T",
	none: "We have no answers with this code. Check it, or start the form again. We keep answers for 28 days",
	sent: "The form with this code was sent. The message that we sent you has its reference",
	wait: "Too many codes were tried. Wait a few minutes and try again",
} as const;

export function codeMain(props: { csrf: string; typed: string; problem: string | undefined }): Html {
	const { problem } = props;
	return column(html`${problem !== undefined && errorSummary({ titleText: "There is a problem", errorList: [{ text: problem, href: "#code" }] })}
	<h1 class="govuk-heading-l">Continue a saved form</h1>
	<p class="govuk-body">When you save a form to come back later, you get a code. Enter it here to go on where you stopped.</p>
	<form action="/continue" method="post" novalidate>
		${csrfField(props.csrf)}
		${codeInput(props.typed, problem)}
		${button({ text: "Continue", preventDoubleClick: true })}
	</form>
	${details({
		summaryText: "I do not have the code",
		html: html`<p class="govuk-body">If we sent you an email, open the link in it. You can also open the form in the browser in which you began it.</p><p class="govuk-body">We cannot look up a code for you, because anyone who has it can see your answers. You can start the form again at <a class="govuk-link" href="/services">Services</a>.</p>`,
	})}`);
}

function codeInput(typed: string, problem: string | undefined): Html {
	return input({
		name: "code",
		label: { text: "Code", classes: "govuk-label--s" },
		hint: { text: "It has 12 letters and numbers, like 7K4M-9QXD-HJ3T" },
		value: typed,
		classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
		autocomplete: "off",
		autocapitalize: "characters",
		spellcheck: false,
		errorMessage: problem !== undefined && { text: problem },
	});
}

export function linkMain(props: { csrf: string; action: string; name: string; until: string }): Html {
	return column(html`<span class="govuk-caption-l">${props.name}</span>
	<h1 class="govuk-heading-l">Continue your form</h1>
	<p class="govuk-body">Your answers are saved until <strong>${dateInWords(props.until)}</strong>. You can go on in this browser, and in every other in which you opened the form.</p>
	${warningText({ text: "Go on only if you asked for this link yourself. Whoever has it can see what you type." })}
	<form action="${props.action}" method="post">
		${csrfField(props.csrf)}
		${button({ text: "Continue", preventDoubleClick: true })}
	</form>`);
}

export function linkRefusedMain(code: "none" | "sent" | "wait"): Html {
	if (code === "sent") {
		return column(html`<h1 class="govuk-heading-l">This form was sent</h1>
		<p class="govuk-body">You do not need to do anything else. Your reference is in the message that we sent you, and on the device from which you sent the form.</p>
		<p class="govuk-body"><a class="govuk-link" href="/track">Track your request</a></p>`);
	}
	return column(html`<h1 class="govuk-heading-l">This link does not work any more</h1>
	<p class="govuk-body">We keep answers for 28 days after they were last changed. A link also ends when it is stopped, and when the form is sent.</p>
	<p class="govuk-body">If you have a code, <a class="govuk-link" href="/continue">continue with it</a>. If you sent the form, <a class="govuk-link" href="/track">track your request</a>. Else you can <a class="govuk-link" href="/services">start again</a>.</p>`);
}

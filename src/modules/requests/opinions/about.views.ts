import { button, insetText, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join, nothing } from "../../../platform/html/html.ts";

export type AboutProps = {
	serviceName: string;
	reference: string;
	/** Whom it is asked of: what is asked, and why of them. */
	say: string;
	/** What the officer added. */
	words: string;
	shown: readonly { question: string; answer: string }[];
	by: string;
	begun: boolean;
	href: string;
};

/** What somebody outside sees first: what it is about, and nothing else of the request. */
export function aboutView(props: AboutProps): Html {
	const { shown, words } = props;
	return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${props.serviceName}</span>
<h1 class="govuk-heading-l">We would like to hear from you</h1>
<p class="govuk-body">Reference <strong class="fd-nowrap">${props.reference}</strong></p>
<p class="govuk-body">${lines(props.say)}</p>
${words === "" ? nothing : insetText({ html: lines(words) })}
${
	shown.length === 0
		? nothing
		: html`<h2 class="govuk-heading-m">What you need to know</h2>
${summaryList({ rows: shown.map(({ question, answer }) => ({ key: { text: question }, value: { html: lines(answer) } })) })}`
}
<p class="govuk-body">Please answer by <strong>${props.by}</strong>. You do not need to sign in. This link is for you alone.</p>
${button({ text: props.begun ? "Go on with your answer" : "Answer now", href: props.href, isStartButton: true })}
</div></div>`;
}

function lines(text: string): Html {
	return join(text.split("\n"), html`<br>`);
}

import type { OfficerActor } from "../../platform/context/index.ts";
import { csrfField } from "../../platform/html/csrf.ts";
import { button, insetText, pagination, select, summaryList, tag } from "../../platform/html/govuk/index.ts";
import { type Html, html, join, nothing } from "../../platform/html/html.ts";
import { stackedTable } from "../../platform/html/stacked-table.ts";
import { dateTimeInWords, shortDate, timeInWords } from "../../platform/time/index.ts";
import type { Message, MessageFilter, MessageLine, Status } from "./queries.ts";
import { mayRead, withoutKeys } from "./sight.ts";
import { channelWords, statusWords, templateWords } from "./words.ts";

/** Why an officer's wish to send again was turned down. */
export const sendAgainRefusals = {
	"not-stuck": "This message is not stuck any more. Nothing was sent.",
	"comes-back": "Mail to this address comes back. Nothing was sent.",
} as const;

function statusTag(status: Status): Html {
	const { name, colour } = statusWords[status];
	return tag({ text: name, classes: `govuk-tag--${colour}` });
}

function messageList(lines: readonly MessageLine[]): Html {
	if (lines.length === 0) return html`<p class="govuk-body fd-empty">No messages match.</p>`;
	return stackedTable({
		attributes: { "data-rows": "" },
		heads: ["Message", "To", "By", "State", "Sent"],
		rows: lines.map((line) => [
			{
				html: html`<a class="govuk-link" href="/desk/messages/${line.id}">${line.subject || templateWords(line.template)}</a>`,
			},
			{ text: line.name || line.recipient },
			{ text: channelWords[line.channel] },
			{ html: statusTag(line.status) },
			{ text: whenOf(line) },
		]),
	});
}

function whenOf({ sentAt, createdAt }: MessageLine): string {
	const at = sentAt ?? createdAt;
	return `${shortDate(at)}, ${timeInWords(at)}`;
}

/**
 * What was sent about one thing, beside it: a line or two each, and the state only where it is not simply sent. Those that the
 * reader may not open are named without a link.
 */
export function messageLog(reader: OfficerActor, lines: readonly MessageLine[], none = "No messages."): Html {
	if (lines.length === 0) return html`<p class="govuk-body">${none}</p>`;
	return html`<ul class="fd-lines">${lines.map(
		(line) => html`<li>
${logName(reader, line)}${line.status === "sent" ? nothing : html` ${statusTag(line.status)}`}
<small>${channelWords[line.channel]}, ${whenOf(line)}</small>
</li>`,
	)}</ul>`;
}

function logName(reader: OfficerActor, line: MessageLine): Html {
	const name = line.subject || templateWords(line.template);
	return mayRead(reader, line)
		? html`<a class="govuk-link" href="/desk/messages/${line.id}">${name}</a>`
		: html`${name}`;
}

export function messagesPage(props: {
	lines: readonly MessageLine[];
	filter: MessageFilter;
	older: string | undefined;
}): Html {
	const { lines, filter, older } = props;
	return html`<h1 class="govuk-heading-l">Messages</h1>
<form class="fd-filter" method="get" action="/desk/messages"><div class="fd-filter__bar fd-filter__bar--few">
	${select({ name: "status", label: { text: "State" }, value: filter.status ?? "", items: [{ text: "Any", value: "" }, ...Object.entries(statusWords).map(([value, { name }]) => ({ value, text: name }))] })}
	${select({ name: "channel", label: { text: "Sent by" }, value: filter.channel ?? "", items: [{ text: "Any", value: "" }, ...Object.entries(channelWords).map(([value, text]) => ({ value, text }))] })}
	${button({ text: "Show", classes: "govuk-button--secondary" })}
</div></form>
${messageList(lines)}
${older === undefined ? nothing : pagination({ next: { href: older, text: "Older messages" } })}`;
}

export function messagePage(props: {
	message: Message;
	mayRetry: boolean;
	csrf: string;
	refused?: string | undefined;
}): Html {
	const { message } = props;
	const state = statusWords[message.status];
	return html`<h1 class="govuk-heading-l">${message.subject || templateWords(message.template)}</h1>
${props.refused === undefined ? nothing : insetText({ text: props.refused })}
${summaryList({
	rows: [
		{ key: { text: "State" }, value: { html: html`${statusTag(message.status)} ${state.means}` } },
		message.problem !== null && { key: { text: "Why" }, value: { text: message.problem } },
		{
			key: { text: "To" },
			value: { html: html`${join([message.name, ...message.recipient.split("\n")].filter(Boolean), html`<br>`)}` },
		},
		{ key: { text: "By" }, value: { text: channelWords[message.channel] } },
		{ key: { text: "Written" }, value: { text: dateTimeInWords(message.createdAt) } },
		message.sentAt !== null && { key: { text: "Sent" }, value: { text: dateTimeInWords(message.sentAt) } },
		{ key: { text: "Tries" }, value: { text: message.attempts } },
		message.carrier !== null && {
			key: { text: "Carrier" },
			value: { text: `${message.carrier}, as ${message.carrierId}` },
		},
		message.about.kind === "request" && {
			key: { text: "About" },
			value: { html: html`<a class="govuk-link" href="/desk/requests/${message.aboutName}">${message.aboutName}</a>` },
		},
	],
})}
<h2 class="govuk-heading-m">What was sent</h2>
<div class="fd-message">${join(withoutKeys(message.body).split("\n\n").map(paragraph))}</div>
${props.mayRetry && (message.status === "failed" || message.status === "unsure") ? sendAgainForm(message, props.csrf) : nothing}`;
}

function paragraph(text: string): Html {
	return html`<p class="govuk-body">${join(text.split("\n"), html`<br>`)}</p>`;
}

function sendAgainForm(message: Message, csrf: string): Html {
	return html`<form method="post" action="/desk/messages/${message.id}/sending">
	${csrfField(csrf)}
	${button({ text: "Send again", preventDoubleClick: true })}
</form>`;
}

import type { LiveSession } from "../../platform/auth/index.ts";
import { button, tag } from "../../platform/html/govuk/index.ts";
import { type Html, html } from "../../platform/html/html.ts";
import { stackedTable } from "../../platform/html/stacked-table.ts";
import { ago, dateTimeInWords } from "../../platform/time/index.ts";
import { postForm } from "./form.views.ts";

export type SessionsProps = {
	csrf: string;
	sessions: readonly LiveSession[];
	/** The id of the session that looks at the page. */
	own: string | undefined;
	now: Date;
	/** Where the form that ends one is sent. */
	action: string;
};

/** Live sessions in a table, each with a button that ends it. */
export function sessionsTable({ csrf, sessions, own, now, action }: SessionsProps): Html {
	if (sessions.length === 0) return html`<p class="govuk-body">Not signed in anywhere.</p>`;
	return stackedTable({
		heads: ["Browser", "Signed in", "Last used", { hidden: "End it" }],
		rows: sessions.map((session) => [
			{ text: browserInWords(session.agent) },
			{ text: dateTimeInWords(session.startedAt) },
			{ text: ago(session.seenAt, now) },
			{ html: session.id === own ? tag({ text: "This one" }) : endButton(session, csrf, action) },
		]),
	});
}

function endButton({ id, agent }: LiveSession, csrf: string, action: string): Html {
	return postForm(
		action,
		csrf,
		html`<input type="hidden" name="session" value="${id}">`,
		button({
			html: html`End<span class="govuk-visually-hidden"> the session in ${browserInWords(agent)}</span>`,
			classes: "govuk-button--secondary govuk-!-margin-bottom-0",
		}),
	);
}

const browsers: readonly (readonly [RegExp, string])[] = [
	[/Edg\//, "Edge"],
	[/Firefox/, "Firefox"],
	[/Chrome/, "Chrome"],
	[/Safari/, "Safari"],
];
const machines: readonly (readonly [RegExp, string])[] = [
	[/iPhone|iPad/, "iPhone or iPad"],
	[/Android/, "Android"],
	[/Windows/, "Windows"],
	[/Mac OS/, "Mac"],
	[/Linux/, "Linux"],
];

/** `Firefox on Windows`, as far as what the browser calls itself says so. */
export function browserInWords(agent: string): string {
	const [browser, machine] = [browsers, machines].map((list) => list.find(([sign]) => sign.test(agent))?.[1]);
	return `${browser ?? "A browser"}${machine ? ` on ${machine}` : ""}`;
}

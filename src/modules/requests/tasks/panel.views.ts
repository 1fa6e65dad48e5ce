/** The tasks of a request, on its page: what is open first, each with its clock and the way to end it. */
import { tag, taskList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { shortDate } from "../../../platform/time/index.ts";
import { dueCell } from "../desk/words.ts";

export type TaskLine = {
	name: string;
	does: string;
	teamName: string;
	/** The page that ends it; undefined for officers who may not. */
	href: string | undefined;
	warnAt: Date;
	dueAt: Date;
	endedAt: Date | null;
	ending: "done" | "set-aside" | null;
	/** It has to be done before the request can be closed. */
	holds: boolean;
};

export type TaskPanelProps = { lines: TaskLine[]; give: string | undefined; now: Date };

export function taskPanel({ lines, give, now }: TaskPanelProps): Html {
	if (lines.length === 0 && give === undefined) return nothing;
	const more =
		give === undefined ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="${give}">Give a task</a></p>`;
	return html`<section aria-labelledby="tasks"><h2 class="govuk-heading-m" id="tasks">Tasks</h2>
${lines.length === 0 ? html`<p class="govuk-body">No task was given.</p>` : taskList({ classes: "fd-tasks", items: lines.map((line) => item(line, now)) })}
${more}</section>`;
}

function item(line: TaskLine, now: Date) {
	const { name, does, teamName, href, ending, endedAt, holds } = line;
	const open = ending === null;
	const hint = html`${does} <br>${teamName}${open ? html`, due ${dueCell({ ...line, paused: false }, now)}${holds ? ". Must be done before this is closed." : nothing}` : nothing}`;
	return {
		title: { text: name },
		hint: { html: hint },
		...(open && href !== undefined ? { href } : {}),
		status: open
			? { tag: { text: "To do", classes: "govuk-tag--blue" } }
			: {
					html: html`${tag({ text: ending === "done" ? "Done" : "Set aside", classes: ending === "done" ? "govuk-tag--green" : "govuk-tag--grey" })} <small>${endedAt === null ? nothing : shortDate(endedAt)}</small>`,
				},
	};
}

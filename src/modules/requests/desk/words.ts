/** How stages and promises look at the desk. */
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { tag } from "../../../platform/html/govuk/index.ts";
import { type PublicStage, publicStageWords } from "../../services/index.ts";
import { byWhen, dueInWords, type PromiseState, promiseState, type Timed } from "../rules/promise.ts";

const stageColours: Readonly<Record<PublicStage, string>> = {
	received: "blue",
	forwarded: "purple",
	planned: "yellow",
	"acted-on": "turquoise",
	closed: "grey",
};

/** The officers' own name of the stage in the colour of the public one. */
export function stageTag(stage: PublicStage, name: string = publicStageWords[stage]): Html {
	return tag({ text: name, classes: `govuk-tag--${stageColours[stage]}` });
}

const promiseColours: Readonly<Record<PromiseState, string>> = {
	kept: "green",
	missed: "red",
	running: "grey",
	"running-out": "orange",
	overdue: "red",
	paused: "light-blue",
	restarted: "grey",
};

const promiseWords: Readonly<Record<PromiseState, string>> = {
	kept: "Kept",
	missed: "Missed",
	running: "Running",
	"running-out": "Running out",
	overdue: "Overdue",
	paused: "Paused",
	restarted: "Started again",
};

export function promiseTag(state: PromiseState): Html {
	return tag({ text: promiseWords[state], classes: `govuk-tag--${promiseColours[state]}` });
}

/** When an open request is due; only what needs an eye has a colour, and never a colour alone. */
export function dueCell(timed: Timed & { readonly paused: boolean }, now: Date): Html {
	const { dueAt, paused } = timed;
	if (dueAt === null) return html`<span class="fd-due fd-due--none">${paused ? "paused" : "no date"}</span>`;
	const state = promiseState(timed, now) ?? "running";
	return html`<time class="fd-due fd-due--${state}" datetime="${dueAt.toISOString()}" title="By ${byWhen(dueAt)}">${dueInWords(dueAt, now)}</time>`;
}

/** What should be seen first. Whoever shows it puts it before the words it marks. */
export function marks({ urgent, newsAt }: { urgent: boolean; newsAt: Date | null }): Html {
	return html`${urgent ? urgentMark : nothing}${newsAt === null ? nothing : newsMark}`;
}

/** The risks that a request's answers mean, by their names. */
export function riskMarks(names: readonly string[]): Html {
	return html`${names.map((name) => html`${tag({ text: name, classes: "govuk-tag--red" })} `)}`;
}

const urgentMark = html`${tag({ text: "Urgent", classes: "govuk-tag--red" })} `;
const newsMark = html`${tag({ text: "New info", classes: "govuk-tag--light-blue", attributes: { title: "Something was added, or waits, that no officer has looked at" } })} `;

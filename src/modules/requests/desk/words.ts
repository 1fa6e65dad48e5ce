/** How stages and promises look at the desk. */
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { tag } from "../../../platform/html/govuk/index.ts";
import { type PublicStage, publicStageWords } from "../../services/index.ts";
import { dueInWords, type PromiseState, promiseState, type Timed } from "../rules/promise.ts";

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
};

export const promiseWords: Readonly<Record<PromiseState, string>> = {
	kept: "Kept",
	missed: "Missed",
	running: "Running",
	"running-out": "Running out",
	overdue: "Overdue",
};

export function promiseTag(state: PromiseState): Html {
	return tag({ text: promiseWords[state], classes: `govuk-tag--${promiseColours[state]}` });
}

/** When an open request is due; only what needs an eye has a colour. */
export function dueCell(timed: Timed, now: Date): Html {
	const state = promiseState(timed, now);
	const words = dueInWords(timed.dueAt, now);
	if (state !== "overdue" && state !== "running-out") return html`${words}`;
	return tag({ text: words, classes: `govuk-tag--${promiseColours[state]}` });
}

export function marks({ urgent, newsAt }: { urgent: boolean; newsAt: Date | null }): Html {
	return html`${urgent ? html` ${tag({ text: "Urgent", classes: "govuk-tag--red" })}` : nothing}${
		newsAt === null ? nothing : html` ${tag({ text: "New information", classes: "govuk-tag--light-blue" })}`
	}`;
}

/** A second, quieter line in a cell. */
export function under(text: string | null): Html {
	return text ? html`<div class="govuk-hint govuk-!-margin-bottom-0 govuk-!-font-size-16">${text}</div>` : nothing;
}

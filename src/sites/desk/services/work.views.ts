import { conditionInWords, type Names as Questions } from "../../../modules/forms/index.ts";
import { publicStageWords, spanInWords, type AutomationStep, type Service } from "../../../modules/services/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import type { Names } from "./names.ts";

/** Where requests go, the stages they are in, how they end, and what officers do beside moving them. */
export function workPart({ definition, form }: Service, names: Names): Html {
	const { stages, outcomes, tasks, routing, reopens } = definition;
	return html`<h2 class="govuk-heading-m fd-part" id="routing">Where a request goes</h2>
<ul class="govuk-list govuk-list--bullet">
${routing.map(
	(route) =>
		html`<li>To ${names.team(route.team)}${route.urgent && ", urgent"}, when ${conditionInWords(route.when, form.names)}: ${route.because}</li>`,
)}
<li>${routing.length === 0 ? "Always to" : "Else to"} ${names.team(definition.owner)}</li></ul>
<h2 class="govuk-heading-m fd-part" id="stages">Stages, and who may move a request</h2>
${stackedTable({
	heads: ["Stage", "The customer reads", "Who may move it here", "May go on to"],
	rows: stages.map((stage, at) => [
		{ text: stage.name },
		{ text: stage.words ?? publicStageWords[stage.public] },
		{ text: whoMoves(stage, names) },
		{
			text:
				stage.public === "closed"
					? `Reopens within ${reopens.within} days: ${names.stage(reopens.to)}`
					: names.stages(stage.to ?? stages.slice(at + 1).map(({ id }) => id)) || "It ends from here",
		},
	]),
})}
<h2 class="govuk-heading-m fd-part" id="outcomes">How it can end</h2>
${stackedTable({
	heads: ["Outcome", "The customer reads", "From", "Who may"],
	rows: outcomes.map((one) => [
		{ text: one.name },
		{ html: html`${one.words}${one["needs-message"] && html`<br><small>A message to the customer is needed</small>`}` },
		{ text: one.from ? names.stages(one.from) : "Any stage" },
		{ text: one.by ? names.roles(one.by) : "Anyone who works requests" },
	]),
})}
${
	tasks.length > 0 &&
	html`<h2 class="govuk-heading-m fd-part" id="tasks">Tasks</h2>
${stackedTable({
	heads: ["Task", "What is done", "Whose", "Within", "Given", "Needed before"],
	rows: tasks.map((task) => [
		{ text: task.name },
		{ text: task.does },
		{
			text:
				[task.team && names.team(task.team), task.role && names.roles([task.role])].filter(Boolean).join(", ") ||
				"The request’s team",
		},
		{ text: spanInWords(task.within) },
		{ text: given(task, names, form.names) },
		{ text: names.stages(task.before) || "Nothing waits for it" },
	]),
})}`
}`;
}

function whoMoves(
	stage: Pick<Service["definition"]["stages"][number], "by" | "different-officer-from">,
	names: Names,
): string {
	const who = stage.by ? names.roles(stage.by) : "Anyone who works requests";
	const other = stage["different-officer-from"];
	return other === undefined ? who : `${who}, but not who worked “${names.stage(other)}”`;
}

function given(task: { on?: string; when?: string }, names: Names, questions: Questions): string {
	const on = task.on === undefined ? "By an officer or by itself" : `At “${names.stage(task.on)}”`;
	return task.when === undefined ? on : `${on}, when ${conditionInWords(task.when, questions)}`;
}

/** What nobody has to do, and what happens when a customer does not answer. */
export function byItselfPart({ definition, form }: Service, names: Names): Html {
	const { automation, "asks-customer": sets } = definition;
	const rows = [
		...automation.map((one) => [
			{
				text: [
					one.after
						? `${spanInWords(one.after)} after it came to “${names.stage(one.on)}”, if still there`
						: `When it comes to “${names.stage(one.on)}”`,
					one.when && `and ${conditionInWords(one.when, form.names)}`,
				]
					.filter(Boolean)
					.join(", "),
			},
			{
				html: html`<ul class="govuk-list fd-lines">${one.do.map((step) => html`<li>${stepWords(step, names)}</li>`)}</ul>`,
			},
			{ text: one.because },
		]),
		...sets.map((set) => [
			{ text: `${spanInWords(set.within)} after “${set.name}” was asked, if there is no answer` },
			{ text: unanswered(set.unanswered, names) },
			{ text: set.unanswered.words },
		]),
	];
	return html`<h2 class="govuk-heading-m fd-part" id="by-itself">What happens by itself</h2>
<p class="govuk-body">The customer is told when a request is received, at every change of what they see of it, and when it is closed.</p>
${rows.length === 0 ? html`<p class="govuk-body">Nothing else: officers do every step.</p>` : stackedTable({ heads: ["When", "What", "Why"], rows })}`;
}

function stepWords(step: AutomationStep, names: Names): string {
	if ("message" in step) return `The customer gets the message “${step.message}”`;
	if ("task" in step) return `The task “${names.task(step.task)}” is given`;
	if ("team" in step) return `It goes to ${names.team(step.team)}: ${step.because}`;
	if ("move" in step) return `It moves to “${names.stage(step.move)}”`;
	if ("close" in step) return `It is closed as “${names.outcome(step.close)}”`;
	return `The customer is asked “${names.askedLater(step.ask)}”`;
}

function unanswered({ move, close }: { move?: string; close?: string }, names: Names): string {
	if (close !== undefined) return `It is closed as “${names.outcome(close)}”`;
	return move === undefined ? "The customer is told" : `It moves to “${names.stage(move)}”`;
}

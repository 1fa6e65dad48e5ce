/** What contradicts itself in how a definition is worked: a sentence for each fault. */
import { didYouMean, type Fault, type Path, twice, within } from "../../../platform/module/index.ts";
import type { Automation, AutomationStep, Definition } from "../definition.ts";
import { askFaults, mustBeAsked } from "./asks.ts";
import { immediateCycle } from "./cycle.ts";
import { offTheWay } from "./way.ts";

export function workflowFaults(definition: Definition): Fault[] {
	const { automation, tasks } = definition;
	const idOf = (one: { id: string }) => one.id;
	return [
		...stageFaults(definition),
		...outcomeFaults(definition),
		...twice(
			tasks,
			idOf,
			(_, at) => ["tasks", at, "id"],
			(id) => `Two of its tasks are called "${id}".`,
		),
		...taskFaults(definition),
		...twice(
			automation,
			idOf,
			(_, at) => ["automation", at, "id"],
			(id) => `Two of its automations are called "${id}".`,
		),
		...automation.flatMap((one, at) =>
			within(["automation", at], [...automationFaults(definition, one), ...wayFaults(definition, one)]),
		),
		...immediateCycle(definition),
	];
}

function stageFaults({ stages }: Definition): Fault[] {
	return stages.flatMap((stage, at) =>
		within(
			["stages", at],
			[
				...askFaults(`The stage "${stage.id}"`, stage.asks),
				...when(
					stage.public === "closed" && (stage.by !== undefined || stage.asks.length > 0),
					[stage.by === undefined ? "asks" : "by"],
					`The stage "${stage.id}" is closed, so its outcomes say who may close and what they fill in.`,
				),
			],
		),
	);
}

function outcomeFaults({ outcomes, stages }: Definition): Fault[] {
	return outcomes.flatMap((outcome, at) => {
		const where = `The outcome "${outcome.id}"`;
		return within(
			["outcomes", at],
			[
				...askFaults(where, outcome.asks),
				...(outcome.from ?? []).flatMap((from, place) => unknown(where, "stage", from, stages, ["from", place])),
			],
		);
	});
}

function taskFaults({ tasks, stages }: Definition): Fault[] {
	return tasks.flatMap((task, at) => {
		const where = `The task "${task.id}"`;
		const { on } = task;
		return within(
			["tasks", at],
			[
				...askFaults(where, task.asks),
				...(on === undefined ? [] : unknown(where, "stage", on, stages, ["on"])),
				...task.before.flatMap((before, place) => unknown(where, "stage", before, stages, ["before", place])),
				...when(
					on !== undefined && task.before.includes(on),
					["before"],
					`${where} is given on entering the stage "${on}", so it cannot be done before that.`,
				),
				...when(
					task.when !== undefined && on === undefined,
					["when"],
					`${where} has a condition but no stage that gives it.`,
				),
			],
		);
	});
}

function automationFaults(definition: Definition, automation: Automation): Fault[] {
	const where = `The automation "${automation.id}"`;
	const closed = definition.stages.find((stage) => stage.public === "closed")?.id;
	return [
		...unknown(where, "stage", automation.on, definition.stages, ["on"]),
		...automation.do.flatMap((step, at) => within(["do", at], stepFaults(definition, automation, step, where))),
		...when(
			automation.on === closed && automation.do.some((step) => !("message" in step) && !("task" in step)),
			["do"],
			`${where} works on a closed request, for which it may only send a message or give a task.`,
		),
	];
}

/** Steps follow each other, each from the stage that the one before came to. */
function wayFaults(definition: Definition, { id, on, do: steps }: Automation): Fault[] {
	let from = on;
	return steps.flatMap((step, at) => {
		const set = "ask" in step ? definition["asks-customer"].find((one) => one.id === step.ask) : undefined;
		const [to, key] = "move" in step ? [step.move, "move"] : [set?.moves, "ask"];
		if (to === undefined || to === from) return [];
		const faults = offTheWay(definition, `The automation "${id}"`, { from, to, path: ["do", at, key] });
		from = to;
		return faults;
	});
}

function stepFaults(definition: Definition, { on }: Automation, step: AutomationStep, where: string): Fault[] {
	const { stages, outcomes, tasks } = definition;
	if ("task" in step) return unknown(where, "task", step.task, tasks, ["task"]);
	if ("ask" in step) return unknown(where, "question to the customer", step.ask, definition["asks-customer"], ["ask"]);
	if ("move" in step) {
		const stage = stages.find(({ id }) => id === step.move);
		if (!stage) return unknown(where, "stage", step.move, stages, ["move"]);
		return [
			...when(
				stage.public === "closed",
				["move"],
				`${where} moves to the closed stage; it must close with an outcome.`,
			),
			...when(stage.id === on, ["move"], `${where} moves to the stage it begins in.`),
			...when(
				mustBeAsked(stage.asks),
				["move"],
				`${where} moves to the stage "${stage.id}", which an officer must fill in.`,
			),
		];
	}
	if ("close" in step) {
		const outcome = outcomes.find(({ id }) => id === step.close);
		if (!outcome) return unknown(where, "outcome", step.close, outcomes, ["close"]);
		const elsewhere = outcome.from !== undefined && !outcome.from.includes(on);
		return [
			...when(
				elsewhere,
				["close"],
				`${where} closes as "${outcome.id}", which is not an outcome of the stage "${on}".`,
			),
			...when(
				mustBeAsked(outcome.asks),
				["close"],
				`${where} closes as "${outcome.id}", which an officer must fill in.`,
			),
		];
	}
	return [];
}

function when(wrong: boolean, path: Path, sentence: string): Fault[] {
	return wrong ? [{ path, sentence }] : [];
}

function unknown(where: string, what: string, id: string, all: readonly { id: string }[], path: Path): Fault[] {
	const ids = all.map((one) => one.id);
	return when(
		!ids.includes(id),
		path,
		`${where} names the ${what} "${id}", which it does not have.${didYouMean(id, ids)}`,
	);
}

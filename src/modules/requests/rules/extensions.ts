/** How long the law lets a promise be made longer, for which reasons, and what the customer is then told. */
import { type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { type Clock, countOf, spanInWords } from "../../services/index.ts";
import { added, type Clocks, settled } from "./clocks.ts";
import { byWhen } from "./promise.ts";
import { type ClockRun, dueWith, isRunning } from "./run.ts";

type Rule = Clock["extends"][number];

/** A reason that may still be given: `id` names the clock and the extension, `most` is in the unit of `span`. */
export type Extension = { id: string; run: ClockRun; clock: Clock; rule: Rule; most: number; span: string };

type ClockOf = (id: string) => Clock | undefined;

/** Of the clocks that run and are not late: the customer must be told before the time is over. Each reason once in a run. */
export function extensionsOf(runs: readonly ClockRun[], clockOf: ClockOf, now: Date): Extension[] {
	return runs
		.filter((run) => isRunning(run) && now <= run.dueAt)
		.flatMap((run) => {
			const clock = clockOf(run.clock);
			if (!clock) return [];
			const used = new Set(run.changes.filter((one) => one.kind === "extended").map((one) => one.reason));
			return clock.extends
				.filter((rule) => !used.has(rule.id))
				.map((rule) => {
					const id = `${run.clock}:${rule.id}`;
					return { id, run, clock, rule, most: countOf(rule.by), span: spanInWords(rule.by) };
				});
		});
}

/** `longer` is how many of the unit, at most what the rule allows; all of it when left out. */
export type Extending = { extension: string; longer: number | undefined; reason: string; at: Date; who: string };

/** The clocks, what the customer is told, and the new date beside the old. */
export type Extended = { clocks: Clocks; tells: string; clock: string; dueBefore: Date; dueAt: Date };

export function extend(
	runs: readonly ClockRun[],
	clockOf: ClockOf,
	{ extension, longer, reason, at, who }: Extending,
): Outcome<Extended, "extension-needed" | "longer-than-allowed" | "reason-needed"> {
	const chosen = extensionsOf(runs, clockOf, at).find((one) => one.id === extension);
	if (!chosen) return refuse("extension-needed");
	const { run, clock, rule, most } = chosen;
	const by = longer ?? most;
	if (!Number.isInteger(by) || by < 1 || by > most) return refuse("longer-than-allowed", { most: chosen.span });
	if (reason === "") return refuse("reason-needed");
	const change = { kind: "extended", at, who, reason: rule.id, by, because: reason, law: rule.law } as const;
	const longerRun = dueWith(run, clock, { ...change, dueBefore: run.dueAt });
	const all = runs.map((one) => (one === run ? longerRun : one));
	return {
		clocks: settled(all, [longerRun], [], added(longerRun, run.changes.length)),
		tells: rule.tells.replaceAll("{reason}", asASentence(reason)).replaceAll("{due}", byWhen(longerRun.dueAt)),
		clock: clock.id,
		dueBefore: run.dueAt,
		dueAt: longerRun.dueAt,
	};
}

/** The words of a rule put a full stop behind the reason. */
function asASentence(reason: string): string {
	return reason.replace(/[.\s]+$/, "");
}

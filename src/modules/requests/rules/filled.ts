/** What conditions ask about: what the customer answered, and what officers filled in. */
import type { Answers } from "../../forms/index.ts";
import { type Clock, clockOf, type Service } from "../../services/index.ts";
import type { ClockRun } from "./run.ts";

type Line = { readonly at: Date; readonly answers: Answers | null };

/** With, as conditions call it, `filled`: the latest that officers had filled in by a moment, for each question. */
export function knownBy(answers: Answers, happened: readonly Line[], until?: Date): Answers {
	const lines = happened.filter(({ at }) => until === undefined || at <= until);
	return { ...answers, filled: [lines.reduce<Answers>((all, line) => ({ ...all, ...line.answers }), {})] };
}

type Told = {
	readonly answers: Answers;
	readonly clocks: readonly Pick<ClockRun, "clock" | "startedAt">[];
	readonly happened: readonly Line[];
};

/** The definition by which a clock's latest run began: what was filled in since then changes no promise that was made. */
export function clockIn(service: Service, { answers, clocks, happened }: Told): (id: string) => Clock | undefined {
	return (id) => {
		const run = clocks.findLast(({ clock }) => clock === id);
		return clockOf(service, id, knownBy(answers, happened, run?.startedAt));
	};
}

/** The same of one run. */
export function clockOfRun(
	service: Service,
	{ answers, happened }: Pick<Told, "answers" | "happened">,
	run: Pick<ClockRun, "clock" | "startedAt">,
): Clock | undefined {
	return clockOf(service, run.clock, knownBy(answers, happened, run.startedAt));
}

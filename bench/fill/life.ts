/** What became of a request, from the day it came in to today: its entries, its clocks, and the state they leave it in. */
import { v7 as newId } from "uuid";
import type { Answers } from "../../src/modules/forms/index.ts";
import {
	clocksStartedBy,
	clocksStoppedBy,
	closedStage,
	firstStage,
	movesFrom,
	type Service,
	type Stage,
} from "../../src/modules/services/index.ts";
import type { Chance } from "../../src/demo/chance.ts";

export type Officer = { id: string; name: string; teams: readonly string[] };

export type Step = {
	id: string;
	at: Date;
	kind: "received" | "moved" | "taken" | "note" | "closed";
	officer: Officer | null;
	from: Stage;
	to: Stage | null;
	outcome: string | null;
	words: string | null;
	note: string | null;
};

export type ClockRow = {
	clock: string;
	startedAt: Date;
	warnAt: Date;
	dueAt: Date;
	stoppedAt: Date | null;
	words: string;
};

export type Life = { steps: Step[]; clocks: ClockRow[]; stage: Stage; officer: Officer | null };

const hour = 3_600_000;

export type Born = {
	service: Service;
	answers: Answers;
	at: Date;
	officers: readonly Officer[];
	notes: readonly string[];
};

/**
 * Walks a request through its stages until it is closed or today comes. Half are closed within six days; one in eight waits for
 * something and stays open for months.
 */
export function lifeOf({ service, answers, at, officers, notes }: Born, now: Date, luck: Chance): Life {
	const first = firstStage(service);
	const steps: Step[] = [];
	const clocks: ClockRow[] = startClocks(service, first.id, answers, at);
	const officer = luck.pick(officers);
	const plain = { officer, to: null, outcome: null, words: null, note: null };
	const step = (kind: Step["kind"], moment: Date, more: Partial<Step> & { from: Stage }) =>
		steps.push({ id: newId({ msecs: moment.getTime() }), at: moment, kind, ...plain, ...more });
	step("received", at, { from: first, to: first, officer: null });
	const stuck = luck.happens(0.125) ? 80 : 1;
	const pace = stuck * 144 * hour * Math.exp(1.2 * (luck.next() + luck.next() + luck.next() - 1.5));
	let stage = first;
	let moment = at;
	const later = (share: number) => {
		moment = new Date(moment.getTime() + Math.max(60_000, pace * share * luck.next() * 2));
		return moment < now;
	};
	const enter = (to: Stage, kind: "moved" | "closed", outcome: string | null) => {
		const words = luck.happens(0.3) ? luck.pick(notes) : null;
		step(kind, moment, { from: stage, to, outcome, words });
		const stopped = new Set(clocksStoppedBy(service, to.id));
		for (const clock of clocks) if (stopped.has(clock.clock)) clock.stoppedAt ??= moment;
		clocks.push(
			...startClocks(service, to.id, answers, moment).filter((one) => !clocks.some((c) => c.clock === one.clock)),
		);
		stage = to;
	};
	let takenBy: Officer | null = null;
	if (later(0.1)) {
		step("taken", moment, { from: stage });
		takenBy = officer;
	}
	while (takenBy) {
		if (luck.happens(0.25) && later(0.1)) step("note", moment, { from: stage, note: luck.pick(notes) });
		if (!later(0.3)) break;
		const next = movesFrom(service, stage.id)[luck.between(0, 1)];
		enter(
			next ?? closedStage(service),
			next ? "moved" : "closed",
			next ? null : luck.pick(service.definition.outcomes).id,
		);
		if (!next) break;
	}
	return { steps, clocks, stage, officer: takenBy };
}

function startClocks(service: Service, stage: string, answers: Answers, at: Date): ClockRow[] {
	return clocksStartedBy(service, stage, answers, at).map((clock) => ({
		...clock,
		warnAt: new Date(at.getTime() + 0.75 * (clock.dueAt.getTime() - at.getTime())),
		stoppedAt: null,
	}));
}

/** What becomes of a question: values in, value out. */
import { outcomeOf, type Service, type ServiceOutcome, type Stage, stageOf } from "../../services/index.ts";
import type { Standing } from "../rules/moves.ts";
import type { AskedFor, Asking } from "./asking.ts";

/** Longest time that an officer may give for a question of their own, in days. */
export const mostDays = 60;

type Waiting = Pick<Asking, "state" | "waitsIn" | "until">;

/** Whether nobody has moved the request on since it began to wait: only then does it go on by itself. */
function stillWaits({ waitsIn }: Waiting, request: Standing): boolean {
	return request.closedAt === null && request.stage === waitsIn;
}

/** What an answer is that comes now: `late` is kept as something the customer added; after closing there is nothing to add to. */
export function answerCounts({ state }: Waiting, request: Standing): "in-time" | "late" | "closed" {
	if (request.closedAt !== null) return "closed";
	return state === "open" ? "in-time" : "late";
}

/** Where it goes when it was answered. */
export function onceAnswered(service: Service, asked: AskedFor, asking: Waiting, request: Standing): Stage | undefined {
	const { move } = asked.answered;
	if (move === undefined || !stillWaits(asking, request)) return undefined;
	return move === request.stage ? undefined : stageOf(service, move);
}

export type Ending =
	/** Too early, or over already. */
	| { kind: "nothing" }
	/** The request was closed meanwhile. */
	| { kind: "lapsed" }
	/** An officer has moved it on meanwhile: they are told, and nobody else. */
	| { kind: "told" }
	| { kind: "stays"; words: string }
	| { kind: "moves"; words: string; stage: Stage }
	| { kind: "closes"; words: string; outcome: ServiceOutcome };

/** What happens by itself when the time is over. */
export function onceOver(service: Service, asked: AskedFor, asking: Waiting, request: Standing, now: Date): Ending {
	if (asking.state !== "open" || now < asking.until) return { kind: "nothing" };
	if (request.closedAt !== null) return { kind: "lapsed" };
	if (!stillWaits(asking, request)) return { kind: "told" };
	const { words, move, close } = asked.unanswered;
	const outcome = close === undefined ? undefined : outcomeOf(service, close);
	if (outcome) return { kind: "closes", words, outcome };
	const stage = move === undefined || move === request.stage ? undefined : stageOf(service, move);
	return stage ? { kind: "moves", words, stage } : { kind: "stays", words };
}

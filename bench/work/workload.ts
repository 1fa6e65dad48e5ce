import type { Asked } from "autocannon";

/** One thing that people or programs ask for all day. */
export type Workload = {
	/** For `--only`. */
	name: string;
	says: string;
	/** The next request: each asks for something else, so that no cache flatters. */
	next: () => Asked;
	/** Answers a second that are aimed at with 32 at a time, 99 of 100 within `p99` milliseconds or 100; for `create` half of its floor. */
	aim: { perSecond: number; p99?: number } | { ofFloor: number };
};

/** What every browser says. */
export const browser = {
	"user-agent": "Mozilla/5.0 (X11; Linux x64) bench",
	accept: "text/html,application/xhtml+xml",
	"accept-encoding": "gzip, deflate, br",
	"accept-language": "en-GB,en",
};

/** Gives the things in turn, for ever. */
export function inTurn<T>(things: readonly T[]): () => T {
	let turn = 0;
	return () => {
		const thing = things[turn++ % things.length];
		if (thing === undefined) throw new Error("There is nothing to take turns with.");
		return thing;
	};
}

/** The same things in another order, the same at every run. */
export function mixed<T>(things: readonly T[]): T[] {
	const step = [7919, 6007, 4001, 101, 1].find((prime) => things.length % prime !== 0) ?? 1;
	return things.map((_, at) => things[(at * step) % things.length]).filter((thing) => thing !== undefined);
}

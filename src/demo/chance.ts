/** Chance that falls the same way at every run, so that the demonstration and its screenshots can be told from each other. */
export type Chance = {
	/** From 0 up to 1. */
	next(): number;
	/** A whole number from `least` to `most`. */
	between(least: number, most: number): number;
	/** True `share` of the time. */
	happens(share: number): boolean;
	pick<T>(from: readonly T[]): T;
};

/** Mulberry32, a small generator with no state but a number. */
export function chance(seed: number): Chance {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
		happens: (share) => next() < share,
		pick(from) {
			const one = from[Math.floor(next() * from.length)];
			if (one === undefined) throw new Error("There is nothing to pick from.");
			return one;
		},
	};
}

import type { House } from "./house.ts";

/** A named place in the house where one thing is put at start-up: configuration, a part of the pack, a port's connector. */
export type Slot<T> = {
	readonly name: string;
	put(house: House, value: T): void;
	/** The thing; throws a plain error when nothing was put there. */
	of(house: House): T;
	/** Whether something was put there. */
	filled(house: House): boolean;
};

export function defineSlot<T>(name: string): Slot<T> {
	// One map for each slot keeps the type without a cast, and lets tests build as many houses as they like.
	const values = new WeakMap<House, { value: T }>();
	return {
		name,
		put(house, value) {
			values.set(house, { value });
		},
		of(house) {
			const found = values.get(house);
			if (!found) throw new Error(`Nothing was put in the slot "${name}" at start-up.`);
			return found.value;
		},
		filled: (house) => values.has(house),
	};
}

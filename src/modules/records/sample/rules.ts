/** Which look-ups of a day the data-protection officer reads, and what stands out in one. */

/** One in twenty, and never fewer than three. */
export function howMany(lookUps: number): number {
	return Math.min(lookUps, Math.max(3, Math.ceil(lookUps * 0.05)));
}

/** One without work in hand says less of why it was, and is drawn three times as often. */
const withoutWork = 3;

/** Draws without putting back; `chance` gives a number from 0 to just under 1. */
export function draw<T extends { work: string | null }>(all: readonly T[], chance: () => number): T[] {
	// The key of a weighted draw (Efraimidis and Spirakis): the least are drawn.
	const keyed = all.map((one) => ({ one, key: -Math.log(1 - chance()) / (one.work === null ? withoutWork : 1) }));
	return keyed
		.toSorted((a, b) => a.key - b.key)
		.slice(0, howMany(all.length))
		.map(({ one }) => one);
}

export const flagWords = {
	"own-surname": "The customer has the officer's surname",
	"own-address": "The customer lives where somebody with the officer's name lives",
	colleague: "The customer has the name of one of our officers",
	many: "The officer opened far more customers that day than others did",
	again: "The officer opened this customer on five days or more of the last thirty, with no work in hand",
	"all-tries": "The officer used every try to check what the customer said",
} as const;
export type Flag = keyof typeof flagWords;

export const flagTitles: Readonly<Record<Flag, string>> = {
	"own-surname": "Same surname",
	"own-address": "Same address",
	colleague: "Colleague's name",
	many: "Very many",
	again: "Again and again",
	"all-tries": "All tries used",
};

export function isFlag(word: string): word is Flag {
	return Object.hasOwn(flagWords, word);
}

/** A person as the index holds them, in the form that comparing needs. */
export type Named = { given: string | null; surname: string | null; homes: readonly string[] };

export type Facts = {
	/** The officer, and where people of their name live. */
	officer: Named;
	/** Each record that was opened. */
	opened: readonly Named[];
	/** Full names of all officers but this one: given, a space, surname. */
	colleagues: ReadonlySet<string>;
	/** How many customers this officer opened that day, and half of all officers at most. */
	customers: number;
	median: number;
	/** Days of the last thirty on which they opened this customer with no work in hand. */
	days: number;
	/** How often something was compared by it. */
	tries: number;
};

/** In the order of `flagWords`. */
export function flagsOf({ officer, opened, colleagues, customers, median, days, tries }: Facts): Flag[] {
	const found: Partial<Record<Flag, boolean>> = {
		"own-surname": officer.surname !== null && opened.some(({ surname }) => surname === officer.surname),
		"own-address": opened.some(({ homes }) => homes.some((home) => officer.homes.includes(home))),
		colleague: opened.some(({ given, surname }) => colleagues.has(`${given} ${surname}`)),
		many: customers >= 20 && customers >= 3 * median,
		again: days >= 5,
		"all-tries": tries >= 5,
	};
	return Object.keys(flagWords)
		.filter(isFlag)
		.filter((flag) => found[flag]);
}

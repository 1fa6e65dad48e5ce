/**
 * Fellegi and Sunter's model (1969): how much each agreement speaks for one person rather than two, in bits, which add up.
 * There are two ways to be two people: strangers, who agree by chance, and a household, who share a name, a home, a telephone.
 */

/** For each comparison, the chance of each of its levels. */
export type Chances = readonly (readonly number[])[];

/**
 * m: how often records of one person agree so; u: how often strangers do; h: how often others of the household do. `prior`
 * and `kin` are the shares of all pairs that are of one person, and of two people of one household.
 */
export type Learnt = { m: Chances; u: Chances; h: Chances; prior: number; kin: number };

export function weightOf(m: number, u: number): number {
	return Math.log2(m / u);
}

/** The odds in bits that a pair is of one person and not of strangers before anything is compared. */
export function priorWeight(prior: number): number {
	return Math.log2(prior / (1 - prior));
}

/** 0 bits is an even chance, 2 bits 0.8, 4 bits 0.94, 7 bits 0.992. */
export function probabilityOf(weight: number): number {
	return 1 / (1 + 2 ** -weight);
}

/** The bits that a probability stands for. */
export function bitsOf(probability: number): number {
	return Math.log2(probability / (1 - probability));
}

/** What remains of two weights, against strangers and against the household: less than either. */
export function againstBoth(strangers: number, household: number): number {
	const least = Math.min(strangers, household);
	return least - Math.log2(2 ** (least - strangers) + 2 ** (least - household));
}

/** How often two of one household agree: `shared` of the time as one person would, else as strangers. */
export function householdChances(m: Chances, u: Chances, shared: readonly number[]): Chances {
	return m.map((levels, at) => {
		const share = shared[at] ?? 0;
		return levels.map((chance, level) => share * chance + (1 - share) * (u[at]?.[level] ?? 0));
	});
}

/**
 * What a value adds to the weight of agreeing in it, against an average value's `u`: less than nothing for a common one. `held`
 * records of `all` hold it; the pair itself proves nothing of how common it is, so its two are left out, and one more is
 * supposed among `1/u` for what a small file cannot show.
 */
export function rarity(u: number, held: number, all: number): number {
	const frequency = (Math.max(held - 2, 0) + 1) / (Math.max(all - 2, 0) + 1 / u);
	return Math.log2(u / frequency);
}

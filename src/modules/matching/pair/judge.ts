import type { Model } from "../model/model.ts";
import type { StandardRecord, TextField } from "../record.ts";
import { againstBoth, type Learnt, priorWeight, probabilityOf, rarity, weightOf } from "../rules/weights.ts";
import { levelBetween } from "./levels.ts";

/** What is known of all records: how they agree, how many there are, and how many hold a value that several hold. */
export type Known = {
	model: Model;
	learnt: Learnt;
	records: number;
	held: (field: TextField, value: string) => number | undefined;
};

/**
 * One comparison in words and bits; the bits of all add up to the weight. The first is what the odds were before anything was
 * compared, the last what is lost because the two may be of one household.
 */
export type Finding = { comparison: string; says: string; level: string; bits: number };

export type Judgement = {
	/** Bits. */
	weight: number;
	probability: number;
	findings: readonly Finding[];
	/** A person must be asked, however sure it looks. */
	asks: boolean;
	/** They differ in what two records of one customer cannot differ in. */
	conflict: boolean;
};

/** How likely two records are of one person, as the engine reckons it for whole files. */
export function judge({ model, learnt, records, held }: Known, a: StandardRecord, b: StandardRecord): Judgement {
	let [asks, conflict] = [false, false];
	const before = priorWeight(learnt.prior);
	const findings: Finding[] = [
		{ comparison: "before", says: "Before anything is compared", level: "any two records", bits: before },
	];
	let [strangers, household] = [before, Math.log2(learnt.prior / learnt.kin)];
	for (const [at, comparison] of model.comparisons.entries()) {
		const level = levelBetween(comparison, a, b);
		const step = level === undefined ? undefined : comparison.levels[level];
		if (level === undefined || step === undefined) continue;
		const [m = 1, u = 1, h = 1] = [learnt.m[at]?.[level], learnt.u[at]?.[level], learnt.h[at]?.[level]];
		let bits = weightOf(m, u);
		if (step.rare) {
			const commoner = Math.max(...[a, b].map((one) => heldBy(held, one, step.rare?.field)));
			bits += step.rare.share * rarity(u, commoner, records);
		}
		strangers += bits;
		household += weightOf(m, h);
		asks ||= step.asks;
		conflict ||= comparison.guards && level === comparison.levels.length - 1;
		findings.push({ comparison: comparison.name, says: comparison.says, level: step.says, bits });
	}
	const weight = againstBoth(strangers, household);
	findings.push({
		comparison: "household",
		says: "Two people of one household",
		level: "may agree so too",
		bits: weight - strangers,
	});
	return { weight, probability: probabilityOf(weight), findings, asks, conflict };
}

function heldBy(held: Known["held"], record: StandardRecord, field: TextField | undefined): number {
	const value = field && record[field];
	return field === undefined || value === undefined ? 1 : (held(field, value) ?? 1);
}

/** The values whose rarity counts where two records agree so: what must be known before they are judged. */
export function rareValues(model: Model, a: StandardRecord, b: StandardRecord): { field: TextField; value: string }[] {
	return model.comparisons.flatMap((comparison) => {
		const level = levelBetween(comparison, a, b);
		const field = level === undefined ? undefined : comparison.levels[level]?.rare?.field;
		if (field === undefined) return [];
		return [a[field], b[field]].flatMap((value) => (value === undefined ? [] : [{ field, value }]));
	});
}

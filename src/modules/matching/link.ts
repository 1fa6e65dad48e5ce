/** Linking a file with itself, or with another: every two records that may be of one customer, with what speaks for it. */
import { missingPairs, unlinked, verdicts } from "./engine/customers.ts";
import { type Duck, openDuck } from "./engine/duck.ts";
import { compare, findPairs, samplePairs, usable, usableBlocks } from "./engine/pairs.ts";
import { patternsOf } from "./engine/patterns.ts";
import { fillJudged, type Judged, toldSame, untold } from "./engine/judged.ts";
import { type Row, stock, type Stock } from "./engine/records.ts";
import { score } from "./engine/score.ts";
import { fillPairs, writePairs } from "./engine/verdictTable.ts";
import { fieldOf } from "./model/sql.ts";
import { fieldsOf, type Model } from "./model/model.ts";
import { assigned } from "./rules/assignment.ts";
import type { Edge } from "./rules/groups.ts";
import { learn, type Lesson } from "./rules/learning.ts";
import { bitsOf, type Learnt, probabilityOf } from "./rules/weights.ts";

export type Partners = "many-to-many" | "many-to-one" | "one-to-one";

export type Linking = {
	model: Model;
	rows: AsyncIterable<Row>;
	/** Where the pairs go, as CSV. */
	out: string;
	/** How many partners a record of one file may have in the other; a file with itself has no such limit. */
	partners: Partners;
	/** What people said of pairs, by the records' ids: it teaches, and decides nothing. */
	judged?: readonly Judged[];
	/** Megabytes for the engine. */
	memory: number;
	threads: number;
	say: (sentence: string) => void;
};

/** The model as these files use it, what was learnt, and how many pairs were written, linked by themselves or to ask about. */
export type Linked = { model: Model; learnt: Learnt; linked: number; toAsk: number };

export async function link(given: Linking): Promise<Linked> {
	const duck = await openDuck(given);
	try {
		const held = await stock(duck, given.model, given.rows);
		if (held.all < 2) throw new Error("There are fewer than two records: nothing to compare.");
		const model = usable(given.model, held);
		const isTold = await fillJudged(duck, given.judged ?? []);
		const learnt = await learnFrom(duck, model, held, isTold, given.say);
		const scoring = { model, learnt, stock: held, into: "scored", least: bitsOf(model.thresholds.ask) };
		await score(duck, { ...scoring, from: "compared" });
		await (held.sizes[1] > 0 ? linkTwo(duck, model, given.partners) : linkOne(duck, scoring, given.say));
		return { model, learnt, ...(await writePairs(duck, model, given.out)) };
	} finally {
		duck.close();
	}
}

async function learnFrom(
	duck: Duck,
	model: Model,
	held: Stock,
	isTold: boolean,
	say: (sentence: string) => void,
): Promise<Learnt> {
	const size = model.comparisons.length;
	const all = await samplePairs(duck, held);
	await compare(duck, model, "sample", "sampled", []);
	const sample = await patternsOf(duck, "sampled", size);
	await duck.run("drop table sampled; drop table sample");
	await findPairs(duck, model, held, say);
	const blocks = usableBlocks(model, held);
	const teaching = blocks.flatMap(({ learn }, at) => (learn ? [at] : []));
	await compare(duck, model, "pair", "compared", teaching);
	await duck.run("drop table pair; drop table key");
	const candidates = await patternsOf(duck, "compared", size);
	const lessons: Lesson[] = [];
	for (const [bit, at] of teaching.entries()) {
		const decided = new Set(blocks[at]?.on.map(fieldOf));
		const fixed = new Set(
			model.comparisons.flatMap(({ levels }, one) =>
				levels.some(({ when }) => when && fieldsOf(when).some((field) => decided.has(field))) ? [one] : [],
			),
		);
		const inBlock = `blocks & ${2 ** bit} > 0`;
		const patterns = await patternsOf(duck, "compared", size, isTold ? `${inBlock} and ${untold}` : inBlock);
		const told = isTold ? { told: await patternsOf(duck, "compared", size, `${inBlock} and ${toldSame}`) } : {};
		lessons.push({ fixed, patterns, ...told });
	}
	const guess = model.comparisons.map(({ levels }) => levels.map(({ m }) => m));
	const shared = model.comparisons.map(({ household }) => household);
	const others = model.others * (held.sizes[1] > 0 ? Math.min(...held.sizes) : held.all / 2);
	const learnt = learn({ sample, lessons, candidates, all, found: model.found, guess, shared, others });
	say(
		`Learnt: about ${count(learnt.prior * all)} pairs are of one person, ${count(learnt.kin * all)} of one household`,
	);
	return learnt;
}

/** A file with itself: what no block compared within a group is compared now, and groups are judged as wholes. */
async function linkOne(
	duck: Duck,
	scoring: Omit<Parameters<typeof score>[1], "from">,
	say: (sentence: string) => void,
): Promise<void> {
	const { model } = scoring;
	const { parts, missing } = missingPairs(await edgesOf(duck));
	await fillPairs(
		duck,
		"missing(a integer, b integer)",
		missing.map(({ a, b }) => [a, b]),
	);
	await compare(duck, model, "missing", "comparedLater", []);
	await score(duck, { ...scoring, from: "comparedLater", least: -1e9 });
	const judged = verdicts(model, parts, await edgesOf(duck));
	say(`${count(parts.length)} groups judged as wholes`);
	await fillPairs(
		duck,
		"verdict(a integer, b integer, probability double)",
		judged.map(({ a, b, probability }) => [a, b, probability]),
	);
}

async function linkTwo(duck: Duck, model: Model, partners: Partners): Promise<void> {
	const all = await edgesOf(duck);
	const edges = partners === "many-to-many" ? all : assigned(all, partners === "one-to-one");
	const judged = edges.map(({ a, b, weight, conflict, asks }) => [
		a,
		b,
		conflict || asks ? unlinked(model, weight) : probabilityOf(weight),
	]);
	await fillPairs(duck, "verdict(a integer, b integer, probability double)", judged);
}

function count(number: number): string {
	return Math.round(number).toLocaleString("en-GB");
}

async function edgesOf(duck: Duck): Promise<Edge[]> {
	const [ones, others, weights, conflicts, asks] = await duck.numbers(
		"select a, b, weight, conflict::integer, asks::integer from scored order by a, b",
	);
	return Array.from(ones ?? [], (a, at) => ({
		a,
		b: others?.[at] ?? 0,
		weight: weights?.[at] ?? 0,
		conflict: conflicts?.[at] === 1,
		asks: asks?.[at] === 1,
	}));
}

import { z } from "zod";
import { textFields } from "../record.ts";

const field = z.enum(textFields);
const similarity = z.number().gt(0).lt(1);

/** What may be asked of two records. A field that either of them lacks makes it false. */
export type Test =
	| { same: z.infer<typeof field> }
	| { near: z.infer<typeof field>; above: number }
	| { slips: z.infer<typeof field>; most: number }
	| { start: z.infer<typeof field>; letters: number }
	| { initial: z.infer<typeof field> }
	| { half: "surname" }
	| { nickname: true }
	| { swapped: ["given", "surname"]; least: number }
	| { daysApart: "born"; most: number }
	| { dayAndMonth: "born" }
	| { partsOfDate: "born"; least: number }
	| { all: Test[] };

const test: z.ZodType<Test> = z.lazy(() =>
	z.union([
		z.strictObject({ same: field }),
		/** Jaro-Winkler. */
		z.strictObject({ near: field, above: similarity }),
		/** Damerau-Levenshtein: a letter more, less or other, or two neighbours swapped, is one. */
		z.strictObject({ slips: field, most: z.int().min(1).max(3) }),
		z.strictObject({ start: field, letters: z.int().min(1) }),
		z.strictObject({ initial: field }),
		z.strictObject({ half: z.literal("surname") }),
		z.strictObject({ nickname: z.literal(true) }),
		/** One name stands in the other's place, `least` of the two; with one of them, the other is missing or similar. */
		z.strictObject({
			swapped: z.tuple([z.literal("given"), z.literal("surname")]),
			least: z.int().min(1).max(2),
		}),
		z.strictObject({ daysApart: z.literal("born"), most: z.int().min(1) }),
		z.strictObject({ dayAndMonth: z.literal("born") }),
		z.strictObject({ partsOfDate: z.literal("born"), least: z.int().min(1).max(2) }),
		z.strictObject({ all: z.array(test).min(2) }),
	]),
);

const level = z.strictObject({
	says: z.string(),
	/** None at the last level, which is all that the others are not. */
	when: test.optional(),
	/** A first guess of how often two records of one person agree so. */
	m: z.number().gt(0).lt(1).default(0.001),
	/** To agree so speaks neither for nor against, since something else has said it already. */
	proves: z.literal("nothing").optional(),
	/** A pair on this level is never linked without asking a person. */
	asks: z.boolean().default(false),
	/** A rare value says more than a common one (term frequency); `share` of the full adjustment where they only nearly agree. */
	rare: z.strictObject({ field, share: z.number().gt(0).max(1).default(1) }).optional(),
});

const comparison = z.strictObject({
	name: z.string().regex(/^[a-z][A-Za-z]*$/),
	says: z.string(),
	/** Sets of fields: both records must have all of one set, or there is nothing to compare. Without a set there always is. */
	needs: z.array(z.array(field).min(1)),
	/** Where this holds the comparison says nothing. */
	skip: test.optional(),
	/** How often two people of one household agree in it as one person would; 0: as rarely as strangers. */
	household: z.number().min(0).max(1).default(0),
	/** No group of records may hold two that differ in it. */
	guards: z.boolean().default(false),
	levels: z.array(level).min(2),
});

const part = z.union([field, z.strictObject({ start: field, letters: z.int().min(1) })]);

const block = z.strictObject({
	on: z.array(part).min(1),
	learn: z.boolean().default(false),
	/** Trusted less to find one person's records, so it may bring fewer. */
	loose: z.boolean().default(false),
});

export const modelShape = z
	.strictObject({
		name: z.string(),
		says: z.string(),
		found: z.number().gt(0).max(1),
		others: z.number().min(0),
		thresholds: z.strictObject({
			ask: z.number().gt(0).lt(1),
			/** From here on one officer who says that two records are of one customer is enough. */
			alone: z.number().gt(0).lt(1).default(0.9),
			link: z.number().gt(0).lt(1),
		}),
		comparisons: z.array(comparison).min(1),
		blocks: z.array(block).min(1),
		most: z.int().min(2),
		pairs: z.strictObject({ strict: z.number().gt(0), loose: z.number().gt(0), always: z.int().min(1) }),
	})
	.refine(
		({ comparisons }) =>
			comparisons.every(({ levels }) =>
				levels.every((one, at) => (one.when === undefined) === (at === levels.length - 1)),
			),
		{
			error: "The last step of a comparison, and only the last, has no “when”.",
		},
	)
	.refine(({ thresholds }) => thresholds.ask <= thresholds.link, { error: "“ask” is at most “link”." });

/** How records are judged, as data. */
export type Model = z.infer<typeof modelShape>;
export type Comparison = Model["comparisons"][number];
export type Block = Model["blocks"][number];
export type BlockPart = Block["on"][number];

/** The fields that a test looks at. */
export function fieldsOf(asked: Test): readonly z.infer<typeof field>[] {
	if ("all" in asked) return asked.all.flatMap(fieldsOf);
	if ("same" in asked) return [asked.same];
	if ("near" in asked) return [asked.near];
	if ("slips" in asked) return [asked.slips];
	if ("start" in asked) return [asked.start];
	if ("initial" in asked) return [asked.initial];
	if ("half" in asked) return ["surname", "surnameFirst", "surnameLast"];
	if ("nickname" in asked) return ["root", "otherRoot"];
	if ("swapped" in asked) return asked.swapped;
	if ("dayAndMonth" in asked) return [asked.dayAndMonth];
	if ("daysApart" in asked) return [asked.daysApart];
	return [asked.partsOfDate];
}

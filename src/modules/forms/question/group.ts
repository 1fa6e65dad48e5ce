import { z } from "zod";
import { asked, words } from "./words.ts";

const repeated = {
	...asked,
	kind: z.literal("group"),
	/** What one is called, such as "person". */
	item: words,
	/** On the button for one more, such as "Add another person". */
	add: words,
	/** How many there must be and may be. */
	least: z.int().min(0).max(50).default(1),
	most: z.int().min(1).max(50).default(10),
};

/** The same questions asked of each of several: people of a household, journeys, machines. */
export function groupOf<Asks extends z.ZodType>(question: Asks) {
	return z
		.strictObject({ ...repeated, questions: z.array(question).min(1) })
		.refine(({ least, most }) => least <= most, { message: "`least` is more than `most`", path: ["least"] });
}

import { z } from "zod";
import { asked, words } from "./words.ts";

const repeated = {
	...asked,
	kind: z.literal("group").describe("The same questions asked of each of several. Alone on its page."),
	item: words.describe('What one is called, such as "person".'),
	add: words.describe('On the button for one more, such as "Add another person".'),
	least: z.int().min(0).max(50).default(1).describe("How many there must be."),
	most: z.int().min(1).max(50).default(10).describe("How many there may be."),
};

/** The same questions asked of each of several: people of a household, journeys, machines. */
export function groupOf<Asks extends z.ZodType>(question: Asks) {
	return z
		.strictObject({ ...repeated, questions: z.array(question).min(1).describe("What is asked of each.") })
		.refine(({ least, most }) => least <= most, { message: "`least` is more than `most`", path: ["least"] });
}

import { z } from "zod";
import { definePackPart } from "../../../platform/module/index.ts";

const words = z.string().trim().min(1);

const charterShape = z.strictObject({
	title: words.describe("What the council calls its promise."),
	lead: words.describe("A paragraph that says what it is."),
	promises: z
		.array(
			z.strictObject({
				promise: words.describe("What a customer can count on."),
				because: words.exactOptional().describe("Why, or how it is done."),
			}),
		)
		.min(1)
		.describe("What is promised to everyone, whatever the service."),
	standards: z
		.array(
			z.strictObject({
				what: words.describe("What the customer does, such as “You telephone us”."),
				promise: words.describe("What happens then, and how soon."),
			}),
		)
		.default([])
		.describe("How soon, for each way to reach the council."),
	asks: z.array(words).default([]).describe("What the council asks in return."),
});

export type Charter = z.infer<typeof charterShape>;

/** The council's promise to its customers; undefined when it has made none. */
export const charterPart = definePackPart<Charter | undefined>("charter.yaml", charterShape, { without: undefined });

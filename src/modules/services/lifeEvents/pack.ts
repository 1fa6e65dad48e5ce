import { z } from "zod";
import { definePackPart } from "../../../platform/module/index.ts";
import { conditionShape, formShape } from "../../forms/index.ts";
import { slug, words } from "../language/words.ts";

export const lifeEventShape = z.strictObject({
	id: slug.describe("Its name in addresses."),
	name: words.describe("What happens in a customer's life, as they say it."),
	summary: words.describe("One sentence for lists."),
	about: z.array(words).min(1).describe("Paragraphs of the page before the questions."),
	pages: formShape.shape.pages.describe(
		"What several of the services ask, asked once: pages as a service's form has them.",
	),
	services: z
		.array(
			z.strictObject({
				service: slug.describe("A service that the public may use."),
				when: conditionShape
					.exactOptional()
					.describe("Offered when this is true of the answers; always when left out."),
				because: words.describe("To the customer: why they may need it."),
				fills: z
					.record(z.string(), z.union([z.string(), z.strictObject({ is: words })]))
					.default({})
					.describe(
						"Questions of the service, each with the question here that answers it, or with what its answer is.",
					),
			}),
		)
		.min(1)
		.describe("What is started from the answers, in the order in which it is best done."),
});

export type LifeEventDefinition = z.infer<typeof lifeEventShape>;

/** What happens in people's lives, for which several services are needed. A council may have none. */
export const lifeEventsPart = definePackPart("life-events.yaml", z.array(lifeEventShape), { without: [] });

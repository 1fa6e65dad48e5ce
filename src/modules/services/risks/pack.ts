import { z } from "zod";
import { definePackPart } from "../../../platform/module/index.ts";
import { slug, words } from "../language/words.ts";

const risk = z.strictObject({
	id: slug.describe("What definitions call it, such as danger."),
	name: words.describe("For officers."),
	title: words.describe("The heading of what the customer is told."),
	say: z.array(words).min(1).describe("Paragraphs."),
	call: z.boolean().default(false).describe("The council's numbers stand beside it."),
	offer: slug.exactOptional().describe("The service that helps with just this."),
	continue: words.describe("The words with which the customer goes on."),
	words: z
		.array(z.string().min(2).toLowerCase())
		.default([])
		.describe("Words in anything typed, in any service, that may mean it."),
	tell: z
		.strictObject({
			team: slug.describe("Who acts on it beside the request's own team."),
			does: words.describe("What they do, for them."),
		})
		.exactOptional()
		.describe("The team that is told of every such request."),
});
export type RiskRule = z.infer<typeof risk>;

/** `risks.yaml`: what the whole council does alike when somebody may be in danger, harmed or without a bed tonight. */
export const risksPart = definePackPart("risks.yaml", z.array(risk), { without: [] });

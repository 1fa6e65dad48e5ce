import type { Definition } from "../../../modules/services/index.ts";

/** The council's verbs in the order of the home page, as headings. */
export const verbs: readonly [Definition["verb"], string][] = [
	["pay", "Pay"],
	["report", "Report"],
	["request", "Request"],
	["apply", "Apply"],
	["book", "Book"],
	["find", "Find"],
	["tell", "Tell us"],
];

export function addressOf(definition: Pick<Definition, "id">): string {
	return `/services/${definition.id}`;
}

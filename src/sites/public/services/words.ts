import type { Definition } from "../../../modules/services/index.ts";

type Verb = Definition["verb"];

/** The council's verbs in the order of the home page, as headings, each with what it is for. */
export const verbs: readonly { id: Verb; name: string; says: string }[] = [
	{ id: "pay", name: "Pay", says: "Bills, and ways to pay them" },
	{ id: "report", name: "Report", says: "Something that is wrong" },
	{ id: "request", name: "Request", says: "Something you need from us" },
	{ id: "apply", name: "Apply", says: "Help, permits and places" },
	{ id: "book", name: "Book", says: "A time, a visit or a collection" },
	{ id: "find", name: "Find", says: "Something in your area" },
	{ id: "tell", name: "Tell us", says: "What you think, or what has changed" },
];

export function addressOf(definition: Pick<Definition, "id">): string {
	return `/services/${definition.id}`;
}

const beginnings =
	/^(?:(?:join or )?(?:report|request|apply for|apply to|apply|ask for|book|pay for|pay|tell us about|tell us|find|get|make|challenge|register(?! to)|renew|claim|object to|comment on|order|join|say|suggest|set up|give|ask about)\s+)?(?:(?:a|an|the|your|you)\s+)?/i;

/** What a name is about, for an alphabet in which not everything stands under R for report: "Missed bin". */
export function subjectOf(name: string): string {
	const rest = name.replace(beginnings, "");
	if (rest === "" || /^(?:are|that|for|to|of|when)\b/i.test(rest)) return name;
	return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

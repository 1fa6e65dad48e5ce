/** What a message may say, and how many characters each can take in a text at most; 0 is never for texts. */
export const widths = {
	/** “Hello Jo Bloggs”, or “Hello” to someone without a name. */
	hello: 0,
	reference: 20,
	/** The service's name, as it stands in a sentence: `a missed bin`. */
	service: 60,
	/** The line that lists show of a request. */
	summary: 0,
	/** The promise in the service's own words. */
	promise: 0,
	/** The day it is due, `Tuesday 3 March 2026`. */
	due: 30,
	/** The last moment to answer, `Tuesday 3 March 2026` or with a time before it. */
	until: 40,
	/** What happens next, or what the officer wrote, or what the stage says: paragraphs. */
	words: 0,
	team: 60,
	/** How it ended, in the words of the outcome. */
	outcome: 0,
	/** The address of the page that follows it. */
	link: 100,
	/** The day until which they can say that it is not put right. */
	"reopen-by": 30,
	/** The address that stops these messages. */
	stop: 100,
} as const;

export type Variable = keyof typeof widths;
export type Variables = Partial<Record<Variable, string>>;

const inBraces = /\{([^{}]*)\}/g;

export function variablesIn(text: string): string[] {
	return [...text.matchAll(inBraces)].map((match) => match[1] ?? "");
}

/** Puts the values in their places. A paragraph that needs something there is none of is left out whole. */
export function fill(template: string, variables: Variables): string {
	return fillEach(template.trim().split(/\n\s*\n/), variables).join("\n\n");
}

/** The same for a text, whose lines are sentences and become one paragraph. */
export function fillText(template: string, variables: Variables): string {
	return fillEach(template.trim().split("\n"), variables).join(" ");
}

function fillEach(parts: readonly string[], variables: Variables): string[] {
	const values = new Map(Object.entries(variables));
	return parts
		.filter((part) => variablesIn(part).every((name) => (values.get(name) ?? "") !== ""))
		.map((part) => part.trim().replace(inBraces, (_, name: string) => values.get(name) ?? ""));
}

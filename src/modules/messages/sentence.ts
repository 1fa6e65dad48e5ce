/** What people do with a service, as names of services begin. What comes after is what it is about. */
const verbs = /^(report|make|request|ask for|apply for|book|order|pay for|pay|find|get|tell us about|tell us of) /i;

/** A service's name inside a sentence: `Report a missed bin` → `a missed bin`, as in "what you told us about a missed bin". */
export function inASentence(name: string): string {
	const about = name.replace(verbs, "");
	const [first = "", second = ""] = about;
	// An abbreviation keeps its capitals.
	return second === second.toUpperCase() && second !== second.toLowerCase()
		? about
		: first.toLowerCase() + about.slice(1);
}

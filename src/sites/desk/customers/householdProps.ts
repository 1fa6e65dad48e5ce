import type { Housemate } from "../../../modules/records/index.ts";
import { recordAt } from "./addresses.ts";
import type { HouseholdProps } from "./household.views.ts";
import { dayInWords } from "./lineage.ts";

/** A home has no more; a hostel is not a household. */
const mostListed = 12;

export function householdOf(household: readonly Housemate[], nameOf: (source: string) => string): HouseholdProps {
	const lines = household.slice(0, mostListed).map(({ name, reference, from, until, sources, bySources }) => ({
		name,
		href: recordAt(reference),
		when: until === null ? `since ${dayInWords(from)}` : `${dayInWords(from)} to ${dayInWords(until)}`,
		by: [...new Set([...sources, ...bySources])].map(nameOf).join(" and "),
		past: until !== null,
	}));
	return { lines, more: household.length - lines.length };
}

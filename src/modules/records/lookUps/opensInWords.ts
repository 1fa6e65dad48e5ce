import type { House } from "../../../platform/context/index.ts";
import { sources } from "../../sources/index.ts";
import type { Purpose } from "../purposes/purpose.ts";
import { inASentence } from "./words.ts";
import { seen } from "../purposes/seen.ts";

/** What a purpose opens for officers of these roles, in words: names of sources and of what can be checked. */
export type OpensInWords = {
	/** Sources of which something is shown. */
	shows: readonly string[];
	/** Sources of which only that they have a record is shown. */
	flags: readonly string[];
	/** What can be compared with what the customer says. */
	checks: readonly string[];
};

export function opensInWords(house: House, purpose: Purpose, roles: readonly string[]): OpensInWords {
	const all = sources(house).map((source) => ({ source, sight: seen(purpose, roles, source) }));
	const checks = all.flatMap(({ source, sight }) =>
		source.fields.filter(({ id }) => sight.verify.includes(id)).map(({ name }) => inASentence(name)),
	);
	return {
		shows: all.filter(({ sight }) => sight.shown.length > 0).map(({ source }) => source.name),
		flags: all.filter(({ sight }) => sight.known && sight.shown.length === 0).map(({ source }) => source.name),
		checks: [...new Set(checks)],
	};
}

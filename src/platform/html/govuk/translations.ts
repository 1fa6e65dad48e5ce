import type { Attributes } from "../attributes.ts";
import type { Optional } from "../content.ts";

/** A message by the plural rules of its language. */
export type Plurals = Optional<Record<"zero" | "one" | "two" | "few" | "many" | "other", string>>;

/** The words a component's script says, as the `data-i18n` attributes it reads; empty ones keep the script's own words. */
export function translations(messages: { readonly [key: string]: string | Plurals | undefined }): Attributes {
	const found: Record<string, string> = {};
	for (const [key, message] of Object.entries(messages)) {
		if (typeof message === "string") {
			if (message !== "") found[`data-i18n.${key}`] = message;
			continue;
		}
		for (const [rule, words] of Object.entries(message ?? {})) {
			if (words !== undefined) found[`data-i18n.${key}.${rule}`] = words;
		}
	}
	return found;
}

import { escape, Html, nothing } from "./html.ts";

/** Extra attributes of an element, such as `data-` and `aria-`: left out when null or undefined, `""` for a bare one. */
export type Attributes = {
	readonly [name: string]: string | number | boolean | null | undefined;
};

/** ` name="value"` for each, with a space before it; true and false are written as words. */
export function attributes(extra: Attributes | undefined): Html {
	if (extra === undefined) return nothing;
	let out = "";
	for (const name in extra) {
		const value = extra[name];
		if (value !== null && value !== undefined) out += ` ${escape(name)}="${escape(String(value))}"`;
	}
	return new Html(out);
}

/** One attribute, left out when there is nothing to say. */
export function attribute(name: string, value: string | number | false | null | undefined): Html {
	if (value === undefined || value === null || value === false || value === "") return nothing;
	return new Html(` ${name}="${escape(String(value))}"`);
}

/** An attribute that says true or false in words, left out when neither was said. */
export function spoken(name: string, value: boolean | undefined): Html {
	return value === undefined ? nothing : new Html(` ${name}="${value}"`);
}

/** A bare attribute such as `disabled`. */
export function flag(name: string, on: boolean | undefined): Html {
	return on ? new Html(` ${name}`) : nothing;
}

/** Class names with a space between, leaving out what is absent. */
export function classes(first: string, ...more: readonly (string | false | null | undefined)[]): string {
	let out = first;
	for (const name of more) if (name) out += out ? ` ${name}` : name;
	return out;
}

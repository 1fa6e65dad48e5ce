/**
 * HTML as a value. Everything put into an `html` template is escaped unless it is itself `Html`,
 * so text that a person typed can never become markup.
 */

/** Markup that is safe to send. Only `html` and `trusted` make it. */
export class Html {
	// Private, so that an object which merely has a `text` is not taken for markup by the compiler.
	readonly #text: string;
	constructor(text: string) {
		this.#text = text;
	}
	get text(): string {
		return this.#text;
	}
	toString(): string {
		return this.#text;
	}
}

/** What may stand in a template: text and numbers are escaped, nothing is shown for null, undefined, true and false. */
export type Renderable = Html | string | number | boolean | null | undefined | readonly Renderable[];

const special = /[&<>"']/;
const every = /[&<>"']/g;
const entities: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Escapes text for an element or a quoted attribute. */
export function escape(text: string): string {
	return special.test(text) ? text.replace(every, (character) => entities[character] ?? "") : text;
}

/** The markup of one value, escaped where it is not `Html`. */
export function render(value: Renderable): string {
	if (value instanceof Html) return value.text;
	if (typeof value === "string") return escape(value);
	if (typeof value === "number") return String(value);
	if (value === null || value === undefined || typeof value === "boolean") return "";
	let out = "";
	for (const item of value) out += render(item);
	return out;
}

export function html(strings: TemplateStringsArray, ...values: Renderable[]): Html {
	let out = strings[0] ?? "";
	for (let i = 0; i < values.length; i++) out += render(values[i]) + (strings[i + 1] ?? "");
	return new Html(out);
}

/** Markup made by a library we chose and checked (a QR code, a compiled asset), never by a person. */
export function trusted(markup: string): Html {
	return new Html(markup);
}

export const nothing = new Html("");

/** `Html` pieces one after another. */
export function join(parts: readonly Renderable[], between: Renderable = ""): Html {
	return new Html(parts.map(render).join(render(between)));
}

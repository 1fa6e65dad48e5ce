/** Pages as a browser would read them, for tests that look for what broke out of its place. */
import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { escape } from "./platform/html/html.ts";
import { plainText } from "./platform/http/parse.ts";

const tags = new Set(
	`html head title meta link body a abbr address article aside br button caption code dd details div dl dt em fieldset footer form
	h1 h2 h3 h4 header hr img input label legend li main nav ol option optgroup p path select section small span strong svg
	table tbody td textarea th thead time tr ul script template figure figcaption summary g rect circle line polyline text b i
	defs clippath use pre noscript search output dialog`.split(/\s+/),
);
const attribute = /^(?:data-[a-z-]+|aria-[a-z-]+|[a-z]+(?:-[a-z]+)*|viewbox|preserveaspectratio|xmlns|x[12]?|y[12]?)$/i;
const links = ["href", "src", "action", "formaction", "poster", "srcset"];
const innocent = /^(?:$|[/#?]|https?:\/\/|mailto:|tel:|data:image\/)/;

/** Fails when something in the page is markup or a link that no template of ours makes. */
export function mustHoldItsShape(text: string, what: string): Document {
	const { document } = parseHTML(text);
	for (const element of document.querySelectorAll("*")) {
		const name = element.tagName.toLowerCase();
		assert.ok(tags.has(name), `${what}: there is a <${name.slice(0, 60)}>`);
		for (const { name: key, value } of element.attributes) {
			const at = `${what}: <${name} ${key.slice(0, 60)}="${value.slice(0, 60)}">`;
			assert.ok(attribute.test(key) && !/^(?:on|style$|breakout)/i.test(key), at);
			if (links.includes(key)) assert.ok(innocent.test(value) && !hostOf(value).includes("breakout"), at);
			if (key === "http-equiv") assert.notEqual(value.toLowerCase(), "refresh", at);
		}
		if (name === "script") assert.ok(element.textContent === "" && element.hasAttribute("src"), `${what}: a script`);
	}
	return document;
}

/**
 * A quicker look, for when there are thousands of pages: what was typed is nowhere in the page as it was typed, if some of it
 * could be markup. With `kept` it stands there escaped.
 */
export function mustStandEscaped(text: string, typed: string, what: string, kept: boolean): void {
	if (/[<>"'&]/.test(typed) && typed.length > 8) assert.ok(!text.includes(typed), `${what} is markup`);
	if (kept && typed !== "" && essence(typed) === typed) assert.ok(text.includes(escape(typed)), `${what} is kept`);
}

function hostOf(link: string): string {
	return /^(?:https?:)?\/\/([^/]*)/.exec(link)?.[1] ?? "";
}

export type Control = { name: string; kind: string; value: string };
export type Shown = { action: string; method: string; controls: Control[] };

/** The forms of a page. `kind` is the type of an input, or the tag. */
export function formsIn(document: Document): Shown[] {
	return [...document.querySelectorAll("form")].map((form) => ({
		action: form.getAttribute("action") ?? "",
		method: (form.getAttribute("method") ?? "get").toLowerCase(),
		controls: [...form.querySelectorAll("input[name], textarea[name], select[name], button[name]")].map((control) => {
			const tag = control.tagName.toLowerCase();
			return {
				name: control.getAttribute("name") ?? "",
				kind: tag === "input" ? (control.getAttribute("type") ?? "text") : tag,
				value: tag === "textarea" ? decoded(control.textContent ?? "") : (control.getAttribute("value") ?? ""),
			};
		}),
	}));
}

/** The parser leaves the entities in a textarea as they are, which browsers do not. */
function decoded(text: string): string {
	const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
	return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? "");
}

export const typedKinds: readonly string[] = ["text", "textarea", "email", "tel", "search", "number", "url"];

/** What is left of a text when what nobody sees is taken away: what was typed and what a page shows of it are the same by this. */
export function essence(text: string): string {
	return plainText(text.toWellFormed())
		.normalize("NFKC")
		.replaceAll(
			/[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu,
			"",
		)
		.slice(0, 15_000);
}

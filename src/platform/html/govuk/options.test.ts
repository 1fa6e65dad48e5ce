import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { html } from "../html.ts";
import { button, hint, input, radios, select, table, textarea } from "./index.ts";

describe("the options of a component", () => {
	test("are refused by the compiler when they are misspelt or missing", () => {
		// @ts-expect-error a button needs words
		button({ href: "/start" });
		// @ts-expect-error an input needs a label, which may be hidden from sight
		input({ name: "ward" });
		// @ts-expect-error there is no such type of button
		button({ text: "Go", type: "sumbit" });
		// @ts-expect-error the option is called isStartButton
		const misspelt = button({ text: "Go", isStartButon: true }).text;
		assert.doesNotMatch(misspelt, /govuk-button--start/);
	});

	test("take no string for markup, nor anything that only looks like markup", () => {
		// @ts-expect-error a string is not markup
		const string = hint({ html: "<b>bold</b>" }).text;
		// @ts-expect-error an object with a text is not markup
		const object = hint({ html: { text: "<b>bold</b>" } }).text;
		for (const made of [string, object]) assert.doesNotMatch(made, /<b>/);
		assert.match(hint({ html: html`<b>bold</b>` }).text, /<b>bold<\/b>/);
	});

	test("may be undefined, which is the same as left out", () => {
		const least = input({ name: "ward", label: { text: "Ward" } });
		const unsaid = {
			hint: undefined,
			errorMessage: undefined,
			value: undefined,
			prefix: undefined,
			classes: undefined,
		};
		assert.equal(input({ name: "ward", label: { text: "Ward" }, ...unsaid }).text, least.text);
	});

	test("can hang on whether there is something to say", () => {
		const field = (error: string | undefined) =>
			input({ name: "ward", label: { text: "Ward" }, errorMessage: error && { text: error } }).text;
		assert.match(field("Choose a ward"), /govuk-error-message/);
		for (const none of ["", undefined]) assert.doesNotMatch(field(none), /error/);
	});

	test("tell nought from nothing", () => {
		const items = [
			{ value: 0, text: 0 },
			{ value: 1, text: 1 },
		];
		assert.match(radios({ name: "children", items, value: 0 }).text, /value="0" checked/);
		assert.match(radios({ name: "children", items }).text, /<label [^>]*>\s*0\s*<\/label>/);
		assert.match(
			select({ name: "children", label: { text: "Children" }, items, value: 0 }).text,
			/<option value="0" selected>0</,
		);
		assert.match(table({ rows: [[{ text: 0 }]] }).text, /<td class="govuk-table__cell">0<\/td>/);
	});

	test("keep every line that a person typed, the first empty ones too", () => {
		const made = textarea({ name: "what", label: { text: "What" }, value: "\n\n  two  <lines>" }).text;
		assert.ok(made.includes(">\n\n\n  two  &lt;lines&gt;</textarea>"));
	});
});

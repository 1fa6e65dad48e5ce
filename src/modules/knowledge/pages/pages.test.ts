import assert from "node:assert/strict";
import { test } from "node:test";
import { readPage } from "./page.ts";

const head = "---\ntitle: Bins\nsummary: About bins\ntopic: bins\nreviewed: 2026-11-01\nowner: Bin manager\n---\n";
const read = (body: string, top = head) => readPage("content/bins.md", `${top}${body}`, { phone: "0123" });
const markup = (body: string) => read(body).page?.main.text ?? "";
const faults = (body: string, top = head) => read(body, top).faults.map(({ line, sentence }) => `${line}: ${sentence}`);

test("a page has the classes of the design system, and its headings can be linked to", () => {
	const shown = markup("## When & where\n\nCall {phone}.\n\n- one\n- two\n\n[More](/pages/bins)\n");
	assert.match(shown, /<h2 class="govuk-heading-m" id="when-where">When &amp; where<\/h2>/);
	assert.match(shown, /<p class="govuk-body">Call 0123\.<\/p>/);
	assert.match(shown, /<ul class="govuk-list govuk-list--bullet">/);
	assert.match(shown, /<a href="\/pages\/bins" class="govuk-link">More<\/a>/);
});

test("a table says its columns again on a narrow screen, and its rows have heads", () => {
	const shown = markup("| What | Where |\n| --- | --- |\n| Glass | Green |\n");
	assert.match(shown, /<th scope="col" class="govuk-table__header">Where<\/th>/);
	assert.match(shown, /<th scope="row" class="govuk-table__header">Glass<\/th>/);
	assert.match(shown, /<td class="govuk-table__cell" data-label="Where">Green<\/td>/);
});

test("nothing that a page says becomes a tag, a picture or a script", () => {
	const shown = markup(
		"<script>alert(1)</script>\n\n<b>bold</b> ![x](https://x.example/a.png) [run](javascript:alert(1))",
	);
	assert.doesNotMatch(shown, /<script|<b>|<img|href="javascript/);
});

test("what is wrong is said with its line", () => {
	assert.deepEqual(faults("# Bins\n"), ["8: Use ## and ### for headings: the title is the first."]);
	assert.deepEqual(faults("## One\n\n## One\n"), ["10: Another heading of this page says the same."]);
	assert.match(faults("Text", "").join(), /^1: A page begins with a line of ---/);
	assert.match(faults("Text", head.replace("2026-11-01", "soon")).join(), /^5: reviewed: /);
	assert.match(faults("Text", head.replace("owner", "boss")).join(), /owner: .*|Unrecognized key/);
});

test("the text is searched without its marks, and each link is known with its line", () => {
	const { page } = read("See **this** [guide](/pages/a).\n\nAnd [that](https://b.example/).");
	assert.match(page?.text ?? "", /See +this +guide/);
	assert.deepEqual(page?.links, [
		{ href: "/pages/a", line: 8 },
		{ href: "https://b.example/", line: 10 },
	]);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseHTML } from "linkedom";
import { html } from "./html.ts";
import { officialTemplate } from "./official-macros.ts";
import { document as page } from "./page.ts";
import { shown } from "./shown.ts";

const assets = { css: "/assets/site.1a2b.css", js: "/assets/boot.3c4d.js", favicon: "/assets/icon.5e6f.svg" };
const full = page({
	title: `Report <b>"fly-tipping"</b>`,
	lang: "cy",
	theme: { color: "#0b5c3f" },
	assets,
	head: html`<meta name="robots" content="noindex">`,
	bodyClass: "app-body",
	skipLink: "Neidio",
	header: html`<p>Header</p>`,
	beforeContent: html`<p>Before</p>`,
	containerClass: "app-wide",
	mainClass: "app-main",
	main: html`<h1>Main</h1>`,
	footer: html`<p>Footer</p>`,
	scripts: ["/assets/map.7a8b.js"],
});

describe("a page", () => {
	test("is laid out as the official template lays it out, without its inline script", () => {
		const official = officialTemplate(
			`{% extends "govuk/template.njk" %}
			{% block pageTitle %}{{ title }}{% endblock %}
			{% block headIcons %}
				<link rel="icon" href="/assets/icon.5e6f.svg">
				<link rel="stylesheet" href="/assets/site.1a2b.css">
				<script type="module" src="/assets/boot.3c4d.js"></script>
				<script type="module" src="/assets/map.7a8b.js"></script>
				<meta name="robots" content="noindex">
			{% endblock %}
			{% block skipLink %}<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Neidio</a>{% endblock %}
			{% block govukHeader %}<p>Header</p>{% endblock %}
			{% block beforeContent %}<p>Before</p>{% endblock %}
			{% block content %}<h1>Main</h1>{% endblock %}
			{% block govukFooter %}<p>Footer</p>{% endblock %}`,
			{
				title: `Report <b>"fly-tipping"</b>`,
				htmlLang: "cy",
				themeColor: "#0b5c3f",
				bodyClasses: "app-body",
				containerClasses: "app-wide",
				mainClasses: "app-main",
			},
		).replace(/<script>.*<\/script>/, "");
		assert.deepEqual(shown(full.text), shown(official));
	});

	test("has nothing inline that a strict content security policy would refuse", () => {
		const { document } = parseHTML(full.text);
		assert.equal(document.querySelectorAll("style, [style], script:not([src])").length, 0);
		for (const element of document.querySelectorAll("*")) {
			for (const { name } of element.attributes) assert.ok(!name.startsWith("on"), name);
		}
	});

	test("needs only a title, a theme, its assets and something to say", () => {
		const least = page({
			title: "Home",
			theme: { color: "#000" },
			assets: { css: "/a.css", js: "/a.js" },
			main: html`Hi`,
		});
		const { document } = parseHTML(least.text);
		assert.equal(document.documentElement.getAttribute("lang"), "en");
		assert.equal(document.querySelector(".govuk-skip-link")?.textContent, "Skip to main content");
		assert.equal(document.querySelector("main#main-content")?.textContent?.trim(), "Hi");
		assert.equal(document.querySelectorAll("header, footer, link[rel=icon]").length, 0);
	});
});

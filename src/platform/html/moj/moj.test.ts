import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { table } from "../govuk/index.ts";
import { type Html, html } from "../html.ts";
import { shown } from "../shown.ts";
import {
	alert,
	badge,
	buttonMenu,
	filter,
	identityBar,
	messages,
	pageHeaderActions,
	sideNavigation,
	sortableCell,
	sortableHeading,
	sortableTable,
	subNavigation,
	timeline,
} from "./index.ts";
import { dateInWords, officially } from "../official-macros.ts";

const hostile = `<script>"it's"</script> & more`;

/** Renders each set of options with ours and with the official macro, and finds no difference. */
function same<Props extends object>(
	component: string,
	macro: string,
	ours: (props: Props) => Html,
	sets: Props[],
): void {
	test(`the ${component} shows what the official one shows`, () => {
		for (const options of sets) {
			assert.deepEqual(
				shown(ours(options).text),
				shown(officially(component, macro, options)),
				JSON.stringify(options),
			);
		}
	});
}

describe("the patterns of the MOJ Design System", () => {
	same("sub-navigation", "mojSubNavigation", subNavigation, [
		{
			items: [
				{ text: "Request", href: "/a", active: true },
				{ text: "Messages", href: "/b" },
			],
		},
		{ label: "Parts of this request", items: [{ html: html`<b>All</b>`, href: "/c?a=1&b=2" }], classes: "app-sub" },
		{
			items: [{ text: hostile, href: hostile, classes: "app-item", attributes: { "data-count": 3 } }],
			attributes: { id: "parts" },
		},
	]);

	same("side-navigation", "mojSideNavigation", sideNavigation, [
		{
			label: "Side",
			items: [
				{ text: "Teams", href: "/a", active: true },
				{ text: "Services", href: "/b" },
			],
		},
		{
			sections: [
				{ heading: { text: "People" }, items: [{ text: hostile, href: "/a" }] },
				{
					heading: { html: html`<i>Work</i>`, headingLevel: 2, classes: "app-title", attributes: { id: "work" } },
					items: [{ text: "Queue", href: "/q", active: true, attributes: { "data-key": "q" } }],
				},
			],
			classes: "app-side",
		},
	]);

	same("badge", "mojBadge", badge, [
		{ text: "Overdue", classes: "moj-badge--red" },
		{ html: html`<b>New</b>`, attributes: { title: hostile } },
		{ text: hostile },
	]);

	same("filter", "mojFilter", filter, [
		{ heading: { text: "Filter" }, optionsHtml: html`<p>Options</p>` },
		{
			heading: { html: html`<b>Filter</b>` },
			optionsHtml: html`<p>Options</p>`,
			submit: { text: "Show", attributes: { "data-key": "s" } },
			attributes: { id: "filter" },
			selectedFilters: {
				heading: { text: "Selected filters" },
				clearLink: { text: "Clear filters", href: "/requests" },
				categories: [
					{ heading: { text: "Team" }, items: [{ text: hostile, href: "/requests?a=1&b=2" }] },
					{
						heading: { text: "Stage" },
						items: [
							{ text: "Received", href: "?" },
							{ text: "Closed", href: "?" },
						],
					},
				],
			},
		},
	]);

	same("button-menu", "mojButtonMenu", buttonMenu, [
		{
			items: [
				{ text: "Close", href: "/close" },
				{ text: "Hand over", name: "do", value: "hand-over" },
			],
		},
		{
			items: [{ text: hostile, classes: "app-item", disabled: true }],
			button: { text: "Actions", classes: "govuk-button--inverse" },
			alignMenu: "right",
			attributes: { id: "menu" },
		},
	]);

	same("identity-bar", "mojIdentityBar", identityBar, [
		{ title: { text: "Jo Smith" } },
		{
			title: { html: html`<b>Jo</b> Smith` },
			menus: [{ items: [{ text: "Call", href: "/call" }] }, { items: [{ text: "Write", href: "/write" }] }],
			classes: "app-bar",
			attributes: { "data-id": hostile },
		},
	]);

	same("alert", "mojAlert", alert, [
		{ title: "Saved" },
		{ title: "Saved", variant: "success", text: hostile, dismissible: true, dismissText: "Close" },
		{ title: "Take care", variant: "warning", html: html`<p>Look</p>`, showTitleAsHeading: true, headingTag: "h3" },
		{
			title: hostile,
			variant: "error",
			role: "alert",
			disableAutoFocus: true,
			focusOnDismissSelector: "#main",
			classes: "app-alert",
			attributes: { id: "a" },
		},
	]);

	same("page-header-actions", "mojPageHeaderActions", pageHeaderActions, [
		{ heading: { text: "Requests" } },
		{
			heading: { html: html`<b>Requests</b>`, level: 2, classes: "govuk-heading-l" },
			items: [
				{ text: "New request", href: "/new" },
				{ text: hostile, classes: "govuk-button--secondary" },
			],
			classes: "app-header",
			attributes: { id: "header" },
		},
	]);
});

const first = "2026-03-02T10:50:00.000Z";
const second = "2026-03-02T14:00:00.000Z";
const third = "2026-03-05T09:05:00.000Z";

describe("a timeline", () => {
	const at = (timestamp: string) => ({ timestamp, text: dateInWords(timestamp, "datetime"), type: "datetime" });
	same("timeline", "mojTimeline", timeline, [
		{
			items: [
				{ label: { text: "Received" }, datetime: at(first), text: "Reported on the web" },
				{
					label: { html: html`<b>Planned</b>` },
					byline: { text: hostile },
					datetime: at(third),
					html: html`<p>A crew will come</p>`,
					classes: "app-item",
					attributes: { id: "planned" },
				},
			],
			headingLevel: 3,
			classes: "app-timeline",
			attributes: { "data-key": "t" },
		},
		{ items: [{ label: { text: hostile }, datetime: at(second), text: hostile }] },
	]);
});

describe("the messages of a chat", () => {
	const sent = [
		{ id: 1, text: "Hello", type: "sent", timestamp: first, sender: "Jo" },
		{ id: 2, text: hostile, type: "received", timestamp: second, sender: "Sam" },
		{ id: 3, html: html`<b>Done</b>`, type: "sent", timestamp: third, sender: hostile },
	] as const;
	const ours = sent.map(({ timestamp, ...message }) => ({
		...message,
		timestamp: { machine: timestamp, day: dateInWords(timestamp, "date"), time: dateInWords(timestamp, "time") },
	}));
	const frame = { id: "chat", label: "Conversation", classes: "app-chat", attributes: { "data-key": "c" } };
	// The official macro writes words where a machine looks for a date.
	const withoutMachineDates = (markup: string) => shown(markup.replaceAll(/ datetime="[^"]*"/g, ""));

	test("show what the official ones show", () => {
		for (const around of [{}, frame]) {
			assert.deepEqual(
				withoutMachineDates(messages({ ...around, items: ours }).text),
				withoutMachineDates(officially("messages", "mojMessages", { ...around, items: sent })),
			);
		}
	});

	test("say their day once, and their time in a form that a machine can read", () => {
		const dates = [...messages({ items: ours }).text.matchAll(/datetime="([^"]*)"/g)].map(([, date]) => date);
		assert.deepEqual(dates, ["2026-03-02", first, second, "2026-03-05", third]);
	});
});

describe("a table that can be sorted", () => {
	test("says how it is sorted now, and by what its cells are", () => {
		const markup = table({
			attributes: sortableTable,
			head: [sortableHeading({ text: "Due", sort: "ascending" }), sortableHeading({ text: "Ward", sort: "none" })],
			rows: [[sortableCell({ text: "2 March" }, 20260302), { text: "Central" }]],
		}).text;
		assert.match(markup, /<table class="govuk-table" data-module="moj-sortable-table">/);
		assert.match(markup, /<th scope="col" class="govuk-table__header" aria-sort="ascending">Due<\/th>/);
		assert.match(markup, /<th scope="col" class="govuk-table__header" aria-sort="none">Ward<\/th>/);
		assert.match(markup, /<td class="govuk-table__cell" data-sort-value="20260302">2 March<\/td>/);
	});

	test("is sorted by links where there are more pages", () => {
		const heading = sortableHeading({ text: "Due", sort: "descending", href: "?sort=due&up=1" });
		const markup = table({ head: [heading], rows: [] }).text;
		assert.match(markup, /aria-sort="descending"><a class="govuk-link" href="\?sort=due&amp;up=1">Due<\/a><\/th>/);
	});
});

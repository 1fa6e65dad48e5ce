import { summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join, nothing } from "../../../platform/html/html.ts";

/** What was asked of somebody, as the desk shows it on the page of its request. */
export type AskedCard = {
	title: string;
	rows: { name: string; value: string | Html }[];
	links: { text: string; href: string }[];
};

export function askedCards(heading: string, cards: readonly AskedCard[]): Html {
	if (cards.length === 0) return nothing;
	return html`<h2 class="govuk-heading-m">${heading}</h2>
${cards.map(({ title, rows, links }) =>
	summaryList({
		card: { title: { text: title, headingLevel: 3 }, actions: { items: links } },
		rows: rows.map(({ name, value }) => ({
			key: { text: name },
			value: { html: typeof value === "string" ? join(value.split("\n"), html`<br>`) : value },
		})),
	}),
)}`;
}

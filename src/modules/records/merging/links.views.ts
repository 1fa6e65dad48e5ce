import { details, notificationBanner, pagination, tag } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { timeline } from "../../../platform/html/moj/index.ts";
import { dateInWords, dateTimeInWords } from "../../../platform/time/index.ts";
import { stepsOf } from "../review/rules/steps.ts";
import { waterfallView } from "../review/waterfall.views.ts";
import type { ApartLine, LinkEnd, LinkLine } from "./history.ts";
import { howWords } from "./words.ts";

export type LinksProps = {
	reference: string;
	name: string;
	/** What they have by now. */
	records: readonly { reference: string; sourceName: string; isGone: boolean }[];
	lines: readonly LinkLine[];
	apart: readonly ApartLine[];
	nameOf: (source: string) => string;
	/** None of them is kept from matching. */
	mayMerge: boolean;
	/** The officer may let them be matched again. */
	mayLift: boolean;
	toLookThrough: number;
	next?: string | undefined;
	done?: string | undefined;
};

export function linksView(props: LinksProps): Html {
	const { reference, name, records, lines, apart, nameOf, mayMerge, mayLift, toLookThrough, next, done } = props;
	return html`${done === undefined ? nothing : notificationBanner({ text: done, type: "success" })}
<span class="govuk-caption-l">${name === "" ? reference : `${name}, ${reference}`}</span>
<h1 class="govuk-heading-l">How this record came together</h1>
${toLookThrough === 0 ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${reference}/look-through">${toLookThrough === 1 ? "1 thing is" : `${toLookThrough} things are`} to be looked through</a> since records were parted.</p>`}
${mayMerge ? html`<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${reference}/merges/new">Merge with another customer</a></p>` : html`<p class="govuk-body">A record of this customer is kept from matching, so they are merged with nobody.${mayLift ? html` <a class="govuk-link" href="/desk/customers/${reference}/restriction">Let it be matched again</a>` : nothing}</p>`}
<h2 class="govuk-heading-m">Records</h2>
<ul class="govuk-list govuk-list--bullet">${records.map(({ reference: own, sourceName, isGone }) => html`<li>${sourceName} ${own}${isGone ? html` ${tag({ text: "Gone from there", classes: "govuk-tag--grey" })}` : nothing}</li>`)}</ul>
<h2 class="govuk-heading-m">Links</h2>
${
	lines.length === 0
		? html`<p class="govuk-body">Nothing was ever linked with it.</p>`
		: timeline({ headingLevel: 3, items: lines.map((line) => item(line, nameOf)) })
}
${next === undefined ? nothing : pagination({ landmarkLabel: "Pages of links", next: { href: next } })}
${
	apart.length === 0
		? nothing
		: html`<h2 class="govuk-heading-m">Not this customer</h2>
<p class="govuk-body">Officers said that these are other customers. They are never suggested again.</p>
<ul class="govuk-list govuk-list--spaced">${apart.map(({ reference: other, source, why, by, at }) => html`<li><a class="govuk-link" href="/desk/customers/${other}/links">${nameOf(source)} ${other}</a>: ${by}, ${dateInWords(at)}${why === "" ? nothing : html`<br>${why}`}</li>`)}</ul>`
}`;
}

function item(line: LinkLine, nameOf: LinksProps["nameOf"]) {
	const { how, at, by, ended } = line;
	return {
		label: {
			html: html`${howWords[how]}${ended === null ? nothing : html` ${tag({ text: "Ended", classes: "govuk-tag--grey" })}`}`,
		},
		datetime: { timestamp: at.toISOString(), text: dateTimeInWords(at) },
		byline: { text: by },
		html: whole(line, nameOf),
	};
}

function whole(
	{ id, a, b, why, reasons, weight, probability, model, ended }: LinkLine,
	nameOf: LinksProps["nameOf"],
): Html {
	const weighed = weight !== null && probability !== null && reasons.length > 0;
	return html`<p class="govuk-body">${end(a, nameOf)} and ${end(b, nameOf)}</p>
${why === "" ? nothing : html`<p class="govuk-body">${why}</p>`}
${
	weighed
		? details({
				summaryText: "What spoke for it and against",
				html: html`${waterfallView({ steps: stepsOf(reasons), weight, probability })}${model === null ? nothing : html`<p class="govuk-body-s">Weighed by the model “${model}”.</p>`}`,
			})
		: nothing
}
${
	ended === null
		? html`<p class="govuk-body"><a class="govuk-link" href="/desk/links/${id}/end">This is not them: part them<span class="govuk-visually-hidden"> ${a.reference} and ${b.reference}</span></a></p>`
		: html`<p class="govuk-body">Ended by ${ended.by || "Front Door"} on ${dateTimeInWords(ended.at)}: ${ended.why}</p>`
}`;
}

function end({ reference, source, restricted }: LinkEnd, nameOf: LinksProps["nameOf"]): Html {
	if (restricted) return html`a record that is kept from matching`;
	return html`<a class="govuk-link" href="/desk/customers/${reference}/links">${nameOf(source)} ${reference}</a>`;
}

import { csrfField } from "../../../platform/html/csrf.ts";
import { button, notificationBanner } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { dateInWords, dateTimeInWords } from "../../../platform/time/index.ts";
import type { LookThrough, LookThroughLine } from "./lookThrough.ts";

export type LookThroughProps = {
	reference: string;
	name: string;
	partings: readonly LookThrough[];
	csrf: string;
	done?: string | undefined;
};

export function lookThroughView({ reference, name, partings, csrf, done }: LookThroughProps): Html {
	return html`${done === undefined ? nothing : notificationBanner({ text: done, type: "success" })}
<span class="govuk-caption-l">${name === "" ? reference : `${name}, ${reference}`}</span>
<h1 class="govuk-heading-l">What to look through</h1>
${partings.length === 0 ? html`<p class="govuk-body">Nothing was written on this customer’s record while it was linked with another’s.</p>` : html`<p class="govuk-body">This was written while the record was linked with that of another customer. Look whether each is this customer’s. If something went to the wrong person, tell your data protection officer at once.</p>${partings.map((parting) => partingView(parting, reference, csrf))}`}
<p class="govuk-body"><a class="govuk-link" href="/desk/customers/${reference}/links">How this record came together</a></p>`;
}

function partingView(
	{ linkId, from, endedAt, endedBy, why, lines }: LookThrough,
	reference: string,
	csrf: string,
): Html {
	const open = lines.filter(({ doneAt }) => doneAt === null);
	const over = lines.filter(({ doneAt }) => doneAt !== null);
	return html`<section aria-labelledby="parting-${linkId}"><h2 class="govuk-heading-m" id="parting-${linkId}">Parted${from === "" ? nothing : html` from <a class="govuk-link" href="/desk/customers/${from}/links">${from}</a>`} on ${dateInWords(endedAt)}</h2>
<p class="govuk-body">${endedBy || "Front Door"}: ${why}</p>
${
	open.length === 0
		? html`<p class="govuk-body">All of it was looked through.</p>`
		: html`<form method="post" action="/desk/customers/${reference}/look-through">
${csrfField(csrf)}
<fieldset class="govuk-fieldset"><legend class="govuk-visually-hidden">What was looked through</legend>
<div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">${open.map((line, at) => tickView(line, `done-${linkId}-${at}`))}</div></fieldset>
${button({ text: "These are looked through", classes: "govuk-button--secondary" })}
</form>`
}
${over.length === 0 ? nothing : html`<ul class="govuk-list govuk-list--bullet">${over.map((line) => html`<li>${line.words}: looked through by ${line.doneByName ?? ""}${line.doneAt === null ? nothing : html`, ${dateTimeInWords(line.doneAt)}`}</li>`)}</ul>`}</section>`;
}

/** The words are the label; the way to the thing itself stands beside it, for a label holds no link. */
function tickView({ linkId, kind, id, words }: LookThroughLine, boxId: string): Html {
	const where = addressOf(kind, id);
	return html`<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${boxId}" name="done" type="checkbox" value="${linkId}|${kind}|${id}"><label class="govuk-label govuk-checkboxes__label" for="${boxId}">${words}</label>${where === undefined ? nothing : html` <a class="govuk-link fd-look-through__link" href="${where}">Open<span class="govuk-visually-hidden">: ${words}</span></a>`}</div>`;
}

/** Where the desk shows it. What no page shows has words alone. */
function addressOf(kind: string, id: string): string | undefined {
	const noun = kind.replace(/^confidential-/, "");
	if (noun === "request") return `/desk/requests/${encodeURIComponent(id)}`;
	return noun === "message" ? `/desk/messages/${encodeURIComponent(id)}` : undefined;
}

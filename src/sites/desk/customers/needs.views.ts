import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { tag } from "../../../platform/html/govuk/index.ts";

export type NeedLine = { says: string; detail: string; safety: boolean; review: boolean };
export type NeedsProps = { lines: readonly NeedLine[]; href: string };

/** What to do differently for them, before anything else is read. Never why. */
export function needsView({ lines, href }: NeedsProps): Html {
	if (lines.length === 0) {
		return html`<p class="fd-opened">No needs are noted. <a class="govuk-link" href="${href}">Note what they need</a></p>`;
	}
	return html`<div class="fd-needs"><h2 class="govuk-visually-hidden">What to do for them</h2>
<ul>${lines.map(lineView)}</ul><a class="govuk-link" href="${href}">Note or end a need</a></div>`;
}

function lineView({ says, detail, safety, review }: NeedLine): Html {
	return html`<li${safety ? html` class="fd-needs__safety"` : nothing}>${says}${detail === "" ? nothing : html`: ${detail}`}${
		safety ? html` ${tag({ text: "Safety", classes: "govuk-tag--red" })}` : nothing
	}${review ? html` <small>Ask if this is still so</small>` : nothing}</li>`;
}

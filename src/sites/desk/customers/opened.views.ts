import { type Html, html } from "../../../platform/html/html.ts";

/** By what right the page stands open. */
export type OpenedProps = { says: string; change: { href: string; text: string } };

export function openedView({ says, change }: OpenedProps): Html {
	return html`<p class="fd-opened">${says} <a class="govuk-link" href="${change.href}">${change.text}</a></p>`;
}

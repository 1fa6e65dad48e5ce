import { type Html, html } from "../../../platform/html/html.ts";
import { subNavigation } from "../../../platform/html/moj/index.ts";

const parts = [
	["All services", "/desk/services"],
	["Process inventory", "/desk/services/inventory"],
	["Information map", "/desk/services/information-map"],
] as const;

/** The heading of a list about services, with the other lists beside it. */
export function servicesHead(heading: string, here: string): Html {
	return html`<div class="fd-queue-head"><h1 class="govuk-heading-l">${heading}</h1>
${subNavigation({ label: "Lists of services", items: parts.map(([text, href]) => ({ text, href, active: href === here })) })}</div>`;
}

/** The same table as files, narrowed as it is. */
export function downloads(address: string, query: string): Html {
	return html`<a class="govuk-link" href="${address}.csv${query}">Download as CSV</a> or <a class="govuk-link" href="${address}.json${query}">JSON</a>.`;
}

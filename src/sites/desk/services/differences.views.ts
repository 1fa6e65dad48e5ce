import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import type { inventory } from "../../../modules/services/index.ts";

export type DifferencesProps = {
	id: string;
	name: string;
	before: inventory.KeptVersion;
	after: inventory.KeptVersion;
	versions: readonly inventory.KeptVersion[];
	differences: readonly inventory.Difference[];
};

export function differencesBefore(id: string): Html {
	return backLink({ text: "Back to the service", href: `/desk/services/${id}#versions` });
}

/** What changed between two versions of a service, key by key, and the way to compare with any other. */
export function differencesView({ id, name, before, after, versions, differences }: DifferencesProps): Html {
	const others = versions.filter(({ version }) => version !== after.version && version !== before.version);
	return html`<span class="govuk-caption-l">${name}</span>
<h1 class="govuk-heading-l">Version ${after.version} beside version ${before.version}</h1>
<p class="govuk-body">Version ${before.version} was published on ${dateTimeInWords(before.publishedAt)}, version ${after.version} on ${dateTimeInWords(after.publishedAt)}.</p>
${
	differences.length === 0
		? html`<p class="govuk-body">They say the same.</p>`
		: stackedTable({
				caption: `${differences.length} ${differences.length === 1 ? "difference" : "differences"}`,
				heads: ["Where", `Version ${before.version}`, `Version ${after.version}`],
				rows: differences.map((one) => [
					{ html: html`<code>${one.path.replaceAll(".", ".\u200b")}</code>` },
					{ html: value(one.before, "Not there") },
					{ html: value(one.after, "Taken away") },
				]),
			})
}
${
	others.length > 0 &&
	html`<h2 class="govuk-heading-m">Compare version ${after.version} with another</h2>
<ul class="govuk-list">${others.map(
		({ version, publishedAt }) =>
			html`<li><a class="govuk-link" href="/desk/services/${id}/versions/${after.version}?with=${version}">Version ${version}</a>, ${dateTimeInWords(publishedAt)}</li>`,
	)}</ul>`
}`;
}

function value(said: unknown, none: string): Html {
	if (said === undefined) return html`<em>${none}</em>`;
	if (typeof said === "string" || typeof said === "number") return html`${said}`;
	return html`<code class="fd-code">${JSON.stringify(said, null, 1)}</code>`;
}

import { csrfField } from "../../../platform/html/csrf.ts";
import { button, checkboxes, errorSummary, input, panel } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { shortDate } from "../../../platform/time/index.ts";
import type { ClientLine } from "./queries.ts";

/** Why a system was not given a key. */
export const createClientRefusals = { "no-name": "Enter the system's name, up to 100 characters" } as const;

export function clientsPage(props: {
	clients: readonly ClientLine[];
	csrf: string;
	typed?: { name: string; works: boolean };
	error?: string;
	/** A key that was made just now. */
	made?: { name: string; key: string };
}): Html {
	const { clients, csrf, typed, error, made } = props;
	const wrong = error === undefined ? {} : { errorMessage: { text: error } };
	return html`${error === undefined ? nothing : errorSummary({ titleText: "There is a problem", errorList: [{ text: error, href: "#name" }] })}
${made === undefined ? nothing : keyMade(made)}
<h1 class="govuk-heading-l">Other systems</h1>
<p class="govuk-body">Systems with a key can send reports and updates over Open311.</p>
${clients.length === 0 ? html`<p class="govuk-body">No system has a key yet.</p>` : list(clients, csrf)}
<h2 class="govuk-heading-m">Give a system a key</h2>
<form method="post" action="/desk/admin/clients" novalidate>
	${csrfField(csrf)}
	${input({ id: "name", name: "name", label: { text: "Name of the system" }, value: typed?.name ?? "", ...wrong })}
	${checkboxes({ name: "works", items: [{ value: "yes", text: "Its updates move requests, because it works for the council", checked: typed?.works ?? false }] })}
	${button({ text: "Make a key", preventDoubleClick: true })}
</form>`;
}

function keyMade({ name, key }: { name: string; key: string }): Html {
	return panel({
		titleText: `Key for ${name}`,
		html: html`<code>${key}</code><br>Copy it now. It is not shown again.`,
	});
}

function list(clients: readonly ClientLine[], csrf: string): Html {
	return stackedTable({
		heads: ["System", "What it does", "Key since", "Key"],
		rows: clients.map((client) => [
			{ text: client.name },
			{ text: client.works ? "Works requests" : "Sends reports" },
			{ text: shortDate(client.createdAt) },
			client.revokedAt === null
				? { html: revokeForm(client, csrf) }
				: { text: `Taken back on ${shortDate(client.revokedAt)}` },
		]),
	});
}

function revokeForm({ id, name }: ClientLine, csrf: string): Html {
	return html`<form method="post" action="/desk/admin/clients/${id}/revocation">${csrfField(csrf)}${button({
		html: html`Take back<span class="govuk-visually-hidden"> the key of ${name}</span>`,
		classes: "govuk-button--warning govuk-!-margin-bottom-0",
		preventDoubleClick: true,
	})}</form>`;
}

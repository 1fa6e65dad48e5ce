import { type Html, html } from "../../../platform/html/html.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { ago } from "../../../platform/time/index.ts";
import type { OwnRequest } from "../../../modules/requests/index.ts";
import { type Definition, publicStageWords } from "../../../modules/services/index.ts";
import { scriptOf } from "./addresses.ts";

export type MineProps = {
	services: readonly Definition[];
	requests: readonly (OwnRequest & { service: string })[];
	now: Date;
};

export function mineMain({ services, requests, now }: MineProps): Html {
	return html`<h1 class="govuk-heading-l">For staff</h1>
<div class="fd-split">
	<div>
		<h2 class="govuk-heading-m">Your requests</h2>
		${requests.length === 0 ? html`<p class="govuk-body">You have made none yet.</p>` : requestTable(requests, now)}
	</div>
	<div>
		<h2 class="govuk-heading-m">What you can do</h2>
		<ul class="govuk-list fd-script__found">${services.map(
			({ id, name, summary }) =>
				html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${scriptOf(id)}">${name}</a><br>${summary}</li>`,
		)}</ul>
	</div>
</div>`;
}

function requestTable(requests: MineProps["requests"], now: Date): Html {
	return stackedTable({
		heads: ["Reference", "About", "What is happening", "Sent"],
		rows: requests.map(({ reference, link, service, publicStage, receivedAt }) => [
			{ html: html`<a class="govuk-link fd-nowrap" href="${link}">${reference}</a>` },
			{ text: service },
			{ text: publicStageWords[publicStage] },
			{ text: ago(receivedAt, now) },
		]),
	});
}

import { html, type Html } from "../../../platform/html/html.ts";
import type { Alert } from "../../../modules/knowledge/index.ts";
import { withEmergencyNumber } from "../../call.views.ts";

const titles: Record<Alert["severity"], string> = {
	notice: "Please note",
	warning: "Important",
	emergency: "Emergency",
};

/** Banners above everything else on a page; nothing when there are none. */
export function banners(alerts: readonly Alert[]): Html | undefined {
	if (alerts.length === 0) return undefined;
	return html`<section class="fd-alerts" aria-label="Announcements">${alerts.map(
		({ severity, words, link }) => html`<div class="fd-alert fd-alert--${severity}"><div class="govuk-width-container">
	<p><strong>${titles[severity]}:</strong> ${withEmergencyNumber(words)}${link && html` <a class="govuk-link" href="${link}">Find out more<span class="govuk-visually-hidden">: ${words}</span></a>`}</p>
</div></div>`,
	)}</section>`;
}

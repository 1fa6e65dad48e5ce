import type { Council } from "../../../platform/council/index.ts";
import { button } from "../../../platform/html/govuk/index.ts";
import { type Html, html, nothing } from "../../../platform/html/html.ts";
import type { Definition, RiskRule } from "../../../modules/services/index.ts";
import { callBox, withEmergencyNumber } from "../../call.views.ts";
import { startOf } from "./addresses.ts";
import { column } from "./ends.views.ts";

export type RiskProps = {
	risks: readonly RiskRule[];
	next: string;
	council: Council;
	now: Date;
	/** The service that helps with a risk, when it is another than this one. */
	offers: (service: string) => Definition | undefined;
};

/** What to do first when an answer may mean that somebody is not safe. Nothing typed is lost by reading it. */
export function riskMain({ risks, next, council, now, offers }: RiskProps): Html {
	const [first, ...others] = risks;
	if (!first) return nothing;
	return column(html`<h1 class="govuk-heading-l">${first.title}</h1>
	${told(first, offers)}
	${others.map((risk) => html`<h2 class="govuk-heading-m">${risk.title}</h2>${told(risk, offers)}`)}
	${risks.some(({ call }) => call) && callBox(council, now)}
	${button({ text: first.continue, href: next })}`);
}

function told({ say, offer }: RiskRule, offers: RiskProps["offers"]): Html {
	const help = offer === undefined ? undefined : offers(offer);
	return html`${say.map((paragraph) => html`<p class="govuk-body">${withEmergencyNumber(paragraph)}</p>`)}
${help && html`<p class="govuk-body"><a class="govuk-link" href="${startOf(help.id)}">${help.name}</a></p>`}`;
}

import { button, summaryList } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { ago } from "../../../platform/time/index.ts";
import type { Nearby } from "../../../modules/requests/index.ts";
import { publicStageWords, type Service } from "../../../modules/services/index.ts";
import { followersOf } from "./addresses.ts";
import { column } from "./ends.views.ts";

export type NearbyProps = { found: readonly Nearby[]; service: Service; next: string; now: Date };

/** Open reports near the place: one of them may be the same thing. */
export function nearbyMain({ found, service, next, now }: NearbyProps): Html {
	return column(html`<h1 class="govuk-heading-l">Has this been reported already?</h1>
	<p class="govuk-body">${found.length === 1 ? "There is an open report" : `There are ${found.length} open reports`} close to the place you gave. If one is the same, you can follow it: we tell you what happens, and you need not answer more questions.</p>
	${found.map((report) => card(report, service, now))}
	${button({ text: "No, mine is different", href: next })}`);
}

function card(report: Nearby, service: Service, now: Date): Html {
	return summaryList({
		card: {
			title: { text: report.summary, headingLevel: 2 },
			actions: {
				items: [
					{
						href: followersOf(service.id, report.reference),
						text: "Follow this report",
						visuallyHiddenText: report.reference,
					},
				],
			},
		},
		rows: [
			{ key: { text: "Distance" }, value: { text: distance(report.metres) } },
			{ key: { text: "Reported" }, value: { text: ago(report.receivedAt, now) } },
			{ key: { text: "What is happening" }, value: { text: publicStageWords[report.publicStage] } },
			{ key: { text: "Reference" }, value: { text: report.reference } },
		],
	});
}

function distance(metres: number): string {
	return metres < 5 ? "At the same spot" : `About ${metres < 20 ? metres : Math.round(metres / 10) * 10} metres away`;
}

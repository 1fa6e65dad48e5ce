import { type Html, html } from "../../../platform/html/html.ts";
import { backLink, summaryList } from "../../../platform/html/govuk/index.ts";
import { stackedTable } from "../../../platform/html/stacked-table.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import type { inventory, Service } from "../../../modules/services/index.ts";
import { addressOf } from "../../public/services/words.ts";
import type { Counts } from "./counts.ts";
import type { Names } from "./names.ts";
import { promisePart, rulesPart } from "./promise.views.ts";
import { scriptOf } from "../script/addresses.ts";
import { questionsPart } from "./questions.views.ts";
import { byItselfPart, workPart } from "./work.views.ts";

export type ServiceProps = {
	service: Service;
	topic: string;
	asked: readonly inventory.Asked[];
	names: Names;
	versions: readonly inventory.KeptVersion[];
	counts: Counts;
	/** Its start page is open to the public. */
	open: boolean;
	/** The officer may ask its questions of a customer, or of themselves. */
	fills: boolean;
	day: string;
};

export const serviceBefore = backLink({ text: "All services", href: "/desk/services" });

/** A service as it is defined, for an officer who has a minute. */
export function serviceView(props: ServiceProps): Html {
	const { service, topic, asked, names, day } = props;
	const { definition } = service;
	return html`<span class="govuk-caption-l">${topic}</span>
<h1 class="govuk-heading-l">${definition.name}</h1>
<p class="govuk-body">${definition.summary}</p>
<ul class="fd-links">${links(props).map(([text, href]) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>
${facts(props)}
<nav aria-label="On this page"><ul class="fd-links">${parts(props).map(([text, id]) => html`<li><a class="govuk-link" href="#${id}">${text}</a></li>`)}</ul></nav>
${questionsPart(asked)}
${workPart(service, names)}
${byItselfPart(service, names)}
${promisePart(service, names)}
${rulesPart(service, day)}
${versionsPart(props)}`;
}

function links({ service: { definition }, open, fills, counts }: ServiceProps): [string, string][] {
	return [
		...(open ? [["Start page", addressOf(definition)] satisfies [string, string]] : []),
		...(fills ? [["Phone script", scriptOf(definition.id)] satisfies [string, string]] : []),
		[`Open requests: ${counts.open}`, `/desk/requests?service=${definition.id}`],
	];
}

function parts({ service: { definition }, asked }: ServiceProps): [string, string][] {
	return [
		["Questions", "questions-customer"],
		...(asked.some(({ of }) => of === "officer")
			? [["What officers fill in", "questions-officer"] satisfies [string, string]]
			: []),
		["Stages", "stages"],
		...(definition.tasks.length > 0 ? [["Tasks", "tasks"] satisfies [string, string]] : []),
		["What happens by itself", "by-itself"],
		["Promise", "promise"],
		...(definition.fee ? [["Fee", "fee"] satisfies [string, string]] : []),
		["Personal data", "privacy"],
		["Versions", "versions"],
	];
}

const tiers = ["Done by itself", "A person to talk to", "A team that processes", "Specialists"];
const sure = ["Nobody is checked", "An address that answers", "What only they know", "Papers"];

function facts({ service: { definition }, names, counts }: ServiceProps): Html {
	const { tier, verification, law, statutory, systems, audience, channels, start } = definition;
	const all: [string, string | undefined][] = [
		["Team", names.team(definition.owner)],
		["Process owner", definition["process-owner"]],
		["Tier", `${tier}: ${tiers[tier]}`],
		["Law", law ? `${law}${statutory ? " (we must do it)" : ""}` : statutory ? "We must do it by law" : undefined],
		["Who asks", `${sure[verification]} (${verification})`],
		["For", audience.join(", ")],
		["Ways to ask", channels.join(", ")],
		["Systems", systems.join(", ")],
		["Who may read it", definition.confidential ? "Only the teams that work it" : undefined],
		["In an emergency", start.emergency],
		["Last 30 days", `${counts.lately} received, ${counts.open} open now`],
	];
	return summaryList({
		rows: all.flatMap(([key, text]) => (text ? [{ key: { text: key }, value: { text } }] : [])),
	});
}

function versionsPart({ service, versions }: ServiceProps): Html {
	return html`<h2 class="govuk-heading-m fd-part" id="versions">Versions</h2>
${stackedTable({
	heads: ["Version", "Published", { hidden: "Differences" }],
	rows: versions.map(({ version, publishedAt }, at) => {
		const older = versions[at + 1];
		return [
			{ text: `${version}${version === service.version ? " (live)" : ""}` },
			{ text: dateTimeInWords(publishedAt) },
			{
				html: older
					? html`<a class="govuk-link" href="/desk/services/${service.id}/versions/${version}">What changed since version ${older.version}</a>`
					: html`The first`,
			},
		];
	}),
})}`;
}

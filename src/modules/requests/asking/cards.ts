import type { OfficerContext } from "../../../platform/context/index.ts";
import { tag } from "../../../platform/html/govuk/index.ts";
import { html } from "../../../platform/html/html.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import type { Service } from "../../services/index.ts";
import type { Request } from "../queries/request.ts";
import { byWhen } from "../rules/promise.ts";
import { mayReadSealed } from "../rules/sealed.ts";
import type { AskedCard } from "../sheet/cards.views.ts";
import { shownTo } from "../sheet/shown.ts";
import { type Asking, type AskingState, askedFor } from "./asking.ts";

const states: Readonly<Record<AskingState, { text: string; classes: string }>> = {
	open: { text: "Waiting", classes: "govuk-tag--yellow" },
	answered: { text: "Answered", classes: "govuk-tag--green" },
	unanswered: { text: "Not answered", classes: "govuk-tag--red" },
	withdrawn: { text: "Withdrawn", classes: "govuk-tag--grey" },
	lapsed: { text: "Closed meanwhile", classes: "govuk-tag--grey" },
};

/** What the customer was asked, till when, and what they said. What is sealed is only counted for whoever may not read it. */
export function askingCards(ctx: OfficerContext, request: Request, service: Service): AskedCard[] {
	const maySee = mayReadSealed(ctx.actor, request);
	return request.askings.map((asking) => {
		const asked = askedFor(service, asking);
		return {
			title: asking.questionSet === null ? (asking.question ?? asked.name) : asked.name,
			rows: [
				{ name: "State", value: tag(stateOf(asking, ctx.now)) },
				{
					name: "Asked",
					value: `${dateTimeInWords(asking.askedAt)}, by ${asking.askedByName ?? "the system"}`,
				},
				...(asking.questionSet !== null && asking.question !== null
					? [{ name: "With the words", value: asking.question }]
					: []),
				{ name: "To be answered by", value: byWhen(asking.until) },
				...answeredRow(asking),
				...shownTo(maySee, asked.form, asking.answers ?? {}),
			],
			links: asking.state === "open" && request.closedAt === null ? linksOf(request.reference, asking.id) : [],
		};
	});
}

function stateOf({ state, until, answeredAt, endedAt }: Asking, now: Date) {
	if (state === "open" && now > until) return { text: "Time is over", classes: "govuk-tag--red" };
	const isLate = state !== "answered" && answeredAt !== null && endedAt !== null;
	return isLate ? { text: `${states[state].text}, then answered late`, classes: "govuk-tag--orange" } : states[state];
}

function answeredRow({ answeredAt, answeredBy }: Asking): AskedCard["rows"] {
	if (answeredAt === null) return [];
	const by = answeredBy === "officer" ? "written down by an officer" : "by the customer";
	return [{ name: "Answered", value: html`${dateTimeInWords(answeredAt)}, ${by}` }];
}

function linksOf(reference: string, id: string): AskedCard["links"] {
	const at = `/desk/requests/${reference}/questions/${id}`;
	return [
		{ text: "Write down the answer", href: `${at}/answers` },
		{ text: "Withdraw", href: `${at}/withdrawal` },
	];
}

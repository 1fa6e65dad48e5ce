import type { OfficerContext } from "../../../platform/context/index.ts";
import { tag } from "../../../platform/html/govuk/index.ts";
import { dateTimeInWords } from "../../../platform/time/index.ts";
import { type Service, stageOf } from "../../services/index.ts";
import type { Request } from "../queries/request.ts";
import { byWhen } from "../rules/promise.ts";
import { mayReadSealed } from "../rules/sealed.ts";
import type { AskedCard } from "../sheet/cards.views.ts";
import { shownTo } from "../sheet/shown.ts";
import { linkState, type LinkState, type OpinionAsked, opinionOf } from "./opinion.ts";

const states: Readonly<Record<LinkState, { text: string; classes: string }>> = {
	open: { text: "Waiting", classes: "govuk-tag--yellow" },
	answered: { text: "Replied", classes: "govuk-tag--green" },
	over: { text: "Time is over", classes: "govuk-tag--red" },
	withdrawn: { text: "Withdrawn", classes: "govuk-tag--grey" },
	closed: { text: "Closed meanwhile", classes: "govuk-tag--grey" },
};

/** Who was asked, till when, and what they said. What is sealed is only counted for whoever may not read it. */
export function opinionCards(ctx: OfficerContext, request: Request, service: Service): AskedCard[] {
	const maySee = mayReadSealed(ctx.actor, request);
	return request.opinions.map((one) => {
		const asked = opinionOf(service, one.kind);
		const state = linkState(one, asked, request, ctx.now);
		return {
			title: `${asked.opinion.name}: ${one.name}`,
			rows: [
				{ name: "State", value: tag(one.replies.length > 0 && state === "open" ? partly : states[state]) },
				{ name: "Email", value: one.email },
				{ name: "Asked", value: `${dateTimeInWords(one.askedAt)}, by ${one.askedByName}` },
				{ name: "Link works until", value: byWhen(one.until) },
				{ name: "First opened", value: one.openedAt === null ? "Not yet" : dateTimeInWords(one.openedAt) },
				...one.replies.flatMap((reply) => repliedRows(service, maySee, asked.form, reply)),
			],
			links: state === "open" ? [withdrawal(request.reference, one)] : [],
		};
	});
}

const partly = { text: "Replied, may reply again", classes: "govuk-tag--green" };

type Form = Parameters<typeof shownTo>[1];

function repliedRows(
	service: Service,
	maySee: boolean,
	form: Form,
	reply: OpinionAsked["replies"][number],
): AskedCard["rows"] {
	const moved = reply.movedTo === null ? "" : `, moved to ${stageOf(service, reply.movedTo)?.name ?? reply.movedTo}`;
	return [{ name: "Replied", value: `${dateTimeInWords(reply.at)}${moved}` }, ...shownTo(maySee, form, reply.answers)];
}

function withdrawal(reference: string, { id }: OpinionAsked): AskedCard["links"][number] {
	return { text: "Withdraw the link", href: `/desk/requests/${reference}/opinions/${id}/withdrawal` };
}

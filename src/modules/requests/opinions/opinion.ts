/** What somebody outside the council is asked, or tells, by a link of their own. */
import type { Answers } from "../../forms/index.ts";
import type { AskedOpinion, Service } from "../../services/index.ts";

export type Reply = { readonly at: Date; readonly answers: Answers; readonly movedTo: string | null };

export type OpinionAsked = {
	readonly id: string;
	/** Which of the definition's opinions. */
	readonly kind: string;
	readonly name: string;
	readonly email: string;
	/** What the officer added for them. */
	readonly words: string;
	readonly askedAt: Date;
	readonly askedByName: string;
	readonly until: Date;
	readonly openedAt: Date | null;
	readonly withdrawnAt: Date | null;
	readonly held: Answers;
	/** The oldest first. */
	readonly replies: readonly Reply[];
};

export function opinionOf(service: Service, kind: string): AskedOpinion {
	const asked = service.opinions.get(kind);
	if (!asked) throw new Error(`The service ${service.id} has no opinion "${kind}".`);
	return asked;
}

export type LinkState = "open" | "answered" | "over" | "withdrawn" | "closed";

/**
 * What the link does now. A link that only asks is answered once, so that nobody changes a reply an officer may have acted on; a
 * partner who moves the request by it replies until it ends.
 */
export function linkState(
	{ withdrawnAt, until, replies }: Pick<OpinionAsked, "withdrawnAt" | "until" | "replies">,
	{ opinion }: AskedOpinion,
	request: { readonly closedAt: Date | null },
	now: Date,
): LinkState {
	if (withdrawnAt !== null) return "withdrawn";
	if (replies.length > 0 && opinion.moves.length === 0) return "answered";
	if (request.closedAt !== null) return "closed";
	return now > until ? "over" : "open";
}

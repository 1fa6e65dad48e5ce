import type { Context } from "../../../platform/context/index.ts";
import { type Draft, firstUnanswered, pageAfter, pageBefore, stopAfter } from "../../../modules/forms/index.ts";
import { type Nearby, nearbyOpen } from "../../../modules/requests/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import { answersAt, type Journey, nearbyAt, pageAt, startOf, stopAt } from "./addresses.ts";

type Where = { service: Service; draft: Draft; journey: Journey; change: boolean };

/** Where to go once a page was answered: advice, reports like it nearby, the next page, or the answers. */
export async function afterAnswering(ctx: Context, where: Where, pageId: string): Promise<string> {
	const { service, draft, journey, change } = where;
	if (stopAfter(service.form, pageId, draft.answers)) return stopAt(journey, pageId, change);
	if ((await nearbyTo(ctx, where, pageId)).length > 0) return nearbyAt(journey, pageId, change);
	return onward(where, pageId);
}

/** The next page; after a change, whatever it left unanswered, else the answers. */
export function onward({ service, draft, journey, change }: Where, pageId: string): string {
	const next = change
		? firstUnanswered(service.form, draft.answers, draft.seen)
		: pageAfter(service.form, pageId, draft.answers);
	return next ? pageAt(journey, next.id, change) : answersAt(journey);
}

/** The page before, or where the customer came from to change an answer. */
export function backFrom({ service, draft, journey, change }: Where, pageId: string): string {
	if (change) return answersAt(journey);
	const previous = pageBefore(service.form, pageId, draft.answers);
	return previous ? pageAt(journey, previous.id) : startOf(service.id);
}

/** Open reports near the place that was asked on this page. */
export async function nearbyTo(ctx: Context, { service, draft }: Where, pageId: string): Promise<Nearby[]> {
	const { nearby, register, form } = service.definition;
	const page = form.pages.find((one) => one.id === pageId);
	if (!nearby || !register.place || !page?.questions.some((question) => question.id === register.place)) return [];
	const place = draft.answers[register.place];
	if (typeof place !== "object" || !("latitude" in place)) return [];
	const { latitude, longitude } = place;
	if (latitude === undefined || longitude === undefined) return [];
	return nearbyOpen(ctx.house.db, service.id, { latitude, longitude }, nearby, ctx.now);
}

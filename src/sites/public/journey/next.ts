import { isDeepStrictEqual } from "node:util";
import type { Context } from "../../../platform/context/index.ts";
import {
	type Draft,
	firstUnanswered,
	pageBefore,
	type PageOfQuestions,
	pathOf,
	stopAfter,
} from "../../../modules/forms/index.ts";
import { type Nearby, nearbyOpen } from "../../../modules/requests/index.ts";
import { checks, risks, type Service } from "../../../modules/services/index.ts";
import { answersAt, beginningOf, checkAt, type Journey, nearbyAt, pageAt, riskAt, stopAt } from "./addresses.ts";

type Where = { service: Service; draft: Draft; journey: Journey; change: boolean };

/** What may stand between a page and the next, in the order it is shown. */
const between = {
	risk: {
		at: riskAt,
		stands: ({ house }: Context, { service, draft }: Where, pageId: string) =>
			risks.onPage(house, service, pageId, draft.answers).length > 0,
	},
	stop: {
		at: stopAt,
		stands: (_: Context, { service, draft }: Where, pageId: string) =>
			stopAfter(service.form, pageId, draft.answers) !== undefined,
	},
	check: {
		at: checkAt,
		stands: async (ctx: Context, { service, draft }: Where, pageId: string) =>
			(await checks.adviceOf(ctx, service, pageId, draft.answers)) !== undefined,
	},
	nearby: {
		at: nearbyAt,
		stands: async (ctx: Context, where: Where, pageId: string) => (await nearbyTo(ctx, where, pageId)).length > 0,
	},
} as const;
type Between = keyof typeof between;
const order: readonly Between[] = ["risk", "stop", "check", "nearby"];

/** Where to go once a page was answered: what the answers may mean, advice, what is known already, the next page, or the answers. */
export async function afterAnswering(ctx: Context, where: Where, pageId: string): Promise<string> {
	return first(ctx, where, pageId, order);
}

/** Where to go from what stands between two pages. */
export async function past(ctx: Context, where: Where, pageId: string, seen: Between): Promise<string> {
	return first(ctx, where, pageId, order.slice(order.indexOf(seen) + 1));
}

async function first(ctx: Context, where: Where, pageId: string, names: readonly Between[]): Promise<string> {
	for (const name of names) {
		const { at, stands } = between[name];
		if (await stands(ctx, where, pageId)) return at(where.journey, pageId, where.change);
	}
	return onward(where, pageId);
}

/** The next page; after a change, whatever it left unanswered, else the answers. */
export function onward({ service, draft, journey, change }: Where, pageId: string): string {
	const next = change ? firstUnanswered(service.form, draft.answers, draft.seen) : after(service, draft, pageId);
	return next ? pageAt(journey, next.id, change) : answersAt(journey);
}

/** The next page in order; one that was answered ahead of the customer, and that they left as it was, is passed over. */
function after({ form }: Service, draft: Draft, pageId: string): PageOfQuestions | undefined {
	const path = pathOf(form, draft.answers);
	return path.slice(path.findIndex(({ id }) => id === pageId) + 1).find((page) => !wasAnsweredAhead(draft, page));
}

function wasAnsweredAhead({ answers, known, seen }: Draft, { id, questions }: PageOfQuestions): boolean {
	const answered = questions.filter((question) => answers[question.id] !== undefined);
	const isKnown = ({ id: one }: { id: string }) => isDeepStrictEqual(answers[one], known[one]?.value);
	return seen.includes(id) && answered.length > 0 && answered.every(isKnown);
}

/** The page before, or where the customer came from to change an answer. */
export function backFrom({ service, draft, journey, change }: Where, pageId: string): string {
	if (change) return answersAt(journey);
	const previous = pageBefore(service.form, pageId, draft.answers);
	return previous ? pageAt(journey, previous.id) : beginningOf(journey);
}

/** Open reports near the place that was asked on this page. */
export async function nearbyTo(
	ctx: Context,
	{ service, draft }: { service: Service; draft: Pick<Draft, "answers"> },
	pageId: string,
): Promise<Nearby[]> {
	const { nearby, register, form } = service.definition;
	const page = form.pages.find((one) => one.id === pageId);
	if (!nearby || !register.place || !page?.questions.some((question) => question.id === register.place)) return [];
	const place = draft.answers[register.place];
	if (typeof place !== "object" || !("latitude" in place)) return [];
	const { latitude, longitude } = place;
	if (latitude === undefined || longitude === undefined) return [];
	return nearbyOpen(ctx.house.db, service.id, { latitude, longitude }, nearby, ctx.now);
}

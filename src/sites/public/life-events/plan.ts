import type { Context } from "../../../platform/context/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { type Answer, page, redirect, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { draftOf, firstUnanswered } from "../../../modules/forms/index.ts";
import { wardNames } from "../../../modules/places/index.ts";
import { lifeEvents } from "../../../modules/services/index.ts";
import { browserOf } from "../journey/browser.ts";
import { eventAt, pageAt } from "./addresses.ts";
import { trailTo } from "./trail.ts";
import { goneMain, planMain, type Progress } from "./views.ts";

type LifeEvent = lifeEvents.LifeEvent;

/** One customer in a life event. */
export type At = { readonly event: LifeEvent; readonly plan: lifeEvents.Plan; readonly browserHash: Buffer };

/** The life event of an address; `NotFound` when the council has none of that name. */
export function eventOf({ house }: Context, id: string): LifeEvent {
	const event = lifeEvents.lifeEventById(house, id);
	if (!event) throw new NotFound("There is no such life event.");
	return event;
}

/** Goes on with this browser's plan; one that is gone, or another browser's, gets a page that says so. */
export async function atPlan(
	ctx: Context,
	{ params, visit }: { params: { event: string; plan: string }; visit: Visit },
	go: (at: At) => Answer | Promise<Answer>,
): Promise<Answer> {
	const event = eventOf(ctx, params.event);
	const browserHash = browserOf(visit);
	const plan = browserHash && (await lifeEvents.planOf(ctx, { id: params.plan, browserHash }));
	if (!browserHash || !plan || plan.event !== event.id) return gone(event);
	return go({ event, plan, browserHash });
}

export function gone(event: LifeEvent): Answer {
	return page({ status: 404, title: "Your answers are no longer here", main: goneMain(event), current: "services" });
}

/** The services that apply, when all was answered; else the page that was not. */
export async function showPlan(ctx: Context, visit: Visit, { event, plan, browserHash }: At): Promise<Answer> {
	const due = firstUnanswered(event.form, plan.answers, plan.seen);
	if (due) return redirect(pageAt(plan, due.id));
	const wards = wardNames(ctx.house);
	const needed = lifeEvents.neededIn(ctx.house, event, plan.answers).map(async (one) => ({
		...one,
		progress: await progressOf(ctx, plan.begun.get(one.service.id), browserHash),
	}));
	return page({
		title: `What you may need - ${event.definition.name}`,
		current: "services",
		before: trailTo([{ text: event.definition.name, href: eventAt(event.id) }, { text: "What you may need" }]),
		main: planMain({
			event,
			plan,
			answers: plan.answers,
			needed: await Promise.all(needed),
			csrf: csrfField(visit.csrf()),
			wardName: (code) => wards.find((ward) => ward.code === code)?.name,
		}),
	});
}

async function progressOf(ctx: Context, id: string | undefined, browserHash: Buffer): Promise<Progress> {
	const draft = id === undefined ? undefined : await draftOf(ctx, { id, browserHash });
	if (!draft) return { state: "not-begun" };
	if (!draft.submitted) return { state: "begun", draft: draft.id };
	return { state: "sent", draft: draft.id, reference: draft.submitted.reference };
}

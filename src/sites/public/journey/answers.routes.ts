import type { Context } from "../../../platform/context/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import {
	type Draft,
	firstUnanswered,
	pathOf,
	removedInWords,
	withDraftForSubmission,
	withoutHidden,
} from "../../../modules/forms/index.ts";
import { wardNames } from "../../../modules/places/index.ts";
import { submitRequestIn } from "../../../modules/requests/index.ts";
import { clocksStartedBy, fees, firstStage, lifeEvents, risks } from "../../../modules/services/index.ts";
import { publicAddress } from "../address.ts";
import { planAt } from "../life-events/addresses.ts";
import { answersAt, pageAt, sentAt, stopAt } from "./addresses.ts";
import { answersMain } from "./answers.views.ts";
import { customersWay, officersWay, sentMain } from "./sent.views.ts";
import { anyStep, atStep, gone, type Step, stepParams } from "./step.ts";
import { stepRoutes } from "./stepRoutes.ts";

const path = "/:draft";

export const answersRoutes: readonly Route[] = [
	...stepRoutes({
		method: "GET",
		path: `${path}/answers`,
		params: stepParams,
		handle: (ctx, asked) => atStep(ctx, asked, (step) => check(ctx, asked.visit, step)),
	}),
	...stepRoutes({
		method: "POST",
		path: `${path}/answers`,
		params: stepParams,
		limit: "submission",
		// A draft that was sent goes on to what it became: who presses the button twice sees one confirmation.
		handle: async (ctx, asked) =>
			(await anyStep(ctx, asked, (step) => submit(ctx, step))) ?? gone(ctx, asked.params.service),
	}),
	...stepRoutes({
		method: "GET",
		path: `${path}/sent`,
		params: stepParams,
		handle: async (ctx, asked) =>
			(await anyStep(ctx, asked, async (step) => (await sent(ctx, step)) ?? redirect(answersAt(step.journey)))) ??
			gone(ctx, asked.params.service),
	}),
];

/** Where the customer must go before the answers can be sent; undefined when they can be. */
function owed({ service, journey }: Step, draft: Draft): string | undefined {
	const due = firstUnanswered(service.form, draft.answers, draft.seen);
	if (due) return pageAt(journey, due.id);
	const last = pathOf(service.form, draft.answers).at(-1);
	const ends = service.form.stops.some(
		({ stop, when }) => stop.after === last?.id && stop.continue === undefined && when(draft.answers),
	);
	return last && ends ? stopAt(journey, last.id, false) : undefined;
}

function check(ctx: Context, visit: Visit, step: Step): Answer {
	const { service, draft, journey } = step;
	const first = owed(step, draft);
	if (first !== undefined) return redirect(first);
	const last = pathOf(service.form, draft.answers).at(-1);
	const wards = wardNames(ctx.house);
	return page({
		title: `Check your answers - ${service.definition.name}`,
		...(last ? { before: backLink({ href: pageAt(journey, last.id) }) } : {}),
		current: "services",
		main: answersMain({
			service,
			answers: draft.answers,
			removed: removedInWords(service.form, draft.removed),
			journey,
			csrf: csrfField(visit.csrf()),
			wardName: (code) => wards.find((ward) => ward.code === code)?.name,
			cost: fees.costOf(service, withoutHidden(service.form, draft.answers).answers, ctx.now),
			danger: risks.of(ctx.house, service, draft.answers).length > 0,
		}),
	});
}

async function submit(ctx: Context, step: Step): Promise<Answer> {
	const { service, key, journey } = step;
	const submitted = await withDraftForSubmission(ctx, key, async (tx, draft) => {
		// Looked at again under the lock: another tab may have changed an answer since.
		if (owed(step, draft) !== undefined) return refuse("unanswered");
		const { answers } = withoutHidden(service.form, draft.answers);
		const { sources, by } = draft;
		return submitRequestIn(tx, ctx, { service, answers, sources, channel: by ?? "web" });
	});
	if (!isRefusal(submitted)) return redirect(sentAt(journey));
	return submitted.code === "gone" ? gone(ctx, service.id) : redirect(answersAt(journey));
}

async function sent(ctx: Context, { service, journey, draft }: Step): Promise<Answer | undefined> {
	const { submitted, answers } = draft;
	if (!submitted) return undefined;
	const { definition } = service;
	const { email, phone } = definition.register;
	const contact = [email, phone].map((id) => (id ? answers[id] : undefined)).find((one) => typeof one === "string");
	return page({
		title: `Sent - ${definition.name}`,
		current: "services",
		main: sentMain({
			definition,
			submitted,
			cost: fees.costOf(service, answers, submitted.at),
			promises: clocksStartedBy(service, firstStage(service).id, answers, submitted.at),
			onward: journey.desk
				? officersWay(submitted)
				: customersWay({
						definition,
						submitted,
						address: publicAddress(ctx.house, submitted.link),
						whole: await wholeOf(ctx, draft),
						contact: typeof contact === "string" ? contact : "",
					}),
		}),
	});
}

/** The life event that it was begun from. */
async function wholeOf(ctx: Context, { id }: Draft): Promise<{ name: string; href: string } | undefined> {
	const plan = await lifeEvents.planOfDraft(ctx, id);
	const event = plan && lifeEvents.lifeEventById(ctx.house, plan.event);
	return plan && event && { name: event.definition.name, href: planAt(plan) };
}

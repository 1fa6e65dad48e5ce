import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { breadcrumbs } from "../../../platform/html/govuk/index.ts";
import { type Answer, page, redirect, route, type Route, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { firstUnanswered, pageBefore, pageOf, type PageOfQuestions, pathOf } from "../../../modules/forms/index.ts";
import { lifeEvents, publicService } from "../../../modules/services/index.ts";
import { answersAt as draftAt, sentAt } from "../journey/addresses.ts";
import { termsOf } from "../journey/area.ts";
import { knownBrowser } from "../journey/browser.ts";
import { lookUp, offersFor, readLooked } from "../journey/lookUps.ts";
import { showQuestions } from "../journey/question.views.ts";
import { home, shared } from "../services/trail.ts";
import { all, eventAt, formAt, pageAt, planAt } from "./addresses.ts";
import { type At, atPlan, eventOf, gone, showPlan } from "./plan.ts";
import { trailTo } from "./trail.ts";
import { eventsMain, startMain } from "./views.ts";

const public_ = { may: "anyone", site: "public" } as const;
const eventParams = z.object({ event: z.string() });
const planParams = eventParams.extend({ plan: z.string() });
const answerForm = z.record(z.string(), z.unknown());

/** From what happened in somebody's life to the services that they need. */
export const lifeEventRoutes: readonly Route[] = [
	route({
		...public_,
		method: "GET",
		path: all,
		handle({ house }) {
			const events = lifeEvents.lifeEvents(house);
			if (events.length === 0) throw new NotFound("This council has no life events.");
			const before = breadcrumbs({ items: [home, { text: "Life events" }] });
			return page({ title: "Life events", main: eventsMain(events), before, current: "services", headers: shared });
		},
	}),
	route({
		...public_,
		method: "GET",
		path: `${all}/:event`,
		params: eventParams,
		handle(ctx, { params }) {
			const event = eventOf(ctx, params.event);
			const services = event.starts.flatMap(
				({ started }) => publicService(ctx.house, started.service)?.definition ?? [],
			);
			const { name, summary } = event.definition;
			return page({
				title: name,
				description: summary,
				main: startMain(event, services),
				before: trailTo([{ text: name }]),
				current: "services",
				headers: shared,
			});
		},
	}),
	route({
		...public_,
		method: "GET",
		path: `${all}/:event/form`,
		params: eventParams,
		handle: (ctx, { params, visit }) => showFirst(ctx, visit, eventOf(ctx, params.event)),
	}),
	route({
		...public_,
		method: "POST",
		path: `${all}/:event/form`,
		params: eventParams,
		form: answerForm,
		handle: (ctx, { params, visit, form }) => begin(ctx, visit, eventOf(ctx, params.event), form),
	}),
	route({
		...public_,
		method: "GET",
		path: `${all}/:event/:plan`,
		params: planParams,
		handle: (ctx, asked) => atPlan(ctx, asked, (at) => showPlan(ctx, asked.visit, at)),
	}),
	route({
		...public_,
		method: "GET",
		path: `${all}/:event/:plan/:page`,
		params: planParams.extend({ page: z.string() }),
		handle: (ctx, asked) =>
			atPlan(ctx, asked, (at) => atPage(at, asked.params.page, (page) => show(ctx, asked.visit, at, page))),
	}),
	route({
		...public_,
		method: "POST",
		path: `${all}/:event/:plan/:page`,
		params: planParams.extend({ page: z.string() }),
		form: answerForm,
		handle: (ctx, asked) =>
			atPlan(ctx, asked, (at) =>
				atPage(at, asked.params.page, (page) => answer(ctx, asked.visit, at, page, asked.form)),
			),
	}),
	route({
		...public_,
		method: "POST",
		path: `${all}/:event/:plan/services/:service`,
		params: planParams.extend({ service: z.string() }),
		limit: "submission",
		handle: (ctx, asked) => atPlan(ctx, asked, (at) => beginService(ctx, at, asked.params.service)),
	}),
];

type Form = z.infer<typeof answerForm>;
type LifeEvent = lifeEvents.LifeEvent;

function firstPage({ id, form }: LifeEvent): PageOfQuestions {
	const [first] = pathOf(form, {});
	if (!first) throw new Error(`The life event ${id} asks nothing.`);
	return first;
}

function before(event: LifeEvent) {
	return {
		service: event,
		action: formAt(event.id),
		back: eventAt(event.id),
		journey: undefined,
		change: false,
		staysHere: true,
	};
}

async function showFirst(ctx: Context, visit: Visit, event: LifeEvent): Promise<Answer> {
	const page = firstPage(event);
	const offers = await offersFor(ctx, page, {});
	return showQuestions(ctx, visit, { ...before(event), page, answers: {}, offers });
}

/** Nothing is kept of who looks at the first page and goes. */
async function begin(ctx: Context, visit: Visit, event: LifeEvent, form: Form): Promise<Answer> {
	const page = firstPage(event);
	const { problems, again, ...read } = readLooked(ctx, page, form, await lookUp(ctx, visit, page, form));
	if (problems.length > 0 || again) {
		return showQuestions(ctx, visit, { ...before(event), ...read, problems, page, answers: {} });
	}
	const browserHash = knownBrowser(visit);
	const plan = await lifeEvents.startPlan(ctx, event.id, browserHash);
	return keep(ctx, { event, plan, browserHash }, page, read.answers);
}

/** Goes on when the page is one this customer is asked now; else they are sent to the one that is. */
function atPage(
	{ event, plan }: At,
	id: string,
	go: (page: PageOfQuestions) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
	const { form } = event;
	if (!form.pages.some(({ page }) => page.id === id)) throw new NotFound("There is no such page.");
	const page = pageOf(form, id, plan.answers);
	const due = firstUnanswered(form, plan.answers, plan.seen);
	const path = pathOf(form, plan.answers).map((one) => one.id);
	const isAhead = due !== undefined && path.indexOf(id) > path.indexOf(due.id);
	return page && !isAhead ? go(page) : redirect(planAt(plan));
}

function shownAt({ event, plan }: At, page: PageOfQuestions) {
	const previous = pageBefore(event.form, page.id, plan.answers);
	const isDone = firstUnanswered(event.form, plan.answers, plan.seen) === undefined;
	return {
		service: event,
		page,
		answers: plan.answers,
		action: pageAt(plan, page.id),
		back: isDone ? planAt(plan) : previous ? pageAt(plan, previous.id) : eventAt(event.id),
		journey: undefined,
		change: false,
		staysHere: true,
	};
}

async function show(ctx: Context, visit: Visit, at: At, page: PageOfQuestions): Promise<Answer> {
	return showQuestions(ctx, visit, { ...shownAt(at, page), offers: await offersFor(ctx, page, at.plan.answers) });
}

async function answer(ctx: Context, visit: Visit, at: At, page: PageOfQuestions, form: Form): Promise<Answer> {
	const looked = await lookUp(ctx, visit, page, form);
	const { problems, again, answers, ...read } = readLooked(ctx, page, form, looked, at.plan.answers);
	if (problems.length > 0 || again) {
		return showQuestions(ctx, visit, { ...shownAt(at, page), ...read, problems });
	}
	return keep(ctx, at, page, answers);
}

async function keep(
	ctx: Context,
	{ event, plan, browserHash }: At,
	page: PageOfQuestions,
	answers: lifeEvents.Plan["answers"],
): Promise<Answer> {
	const kept = await lifeEvents.answerPlan(ctx, { id: plan.id, browserHash }, event, page, answers);
	if (!kept) return gone(event);
	const due = firstUnanswered(event.form, kept.answers, kept.seen);
	return redirect(due ? pageAt(plan, due.id) : planAt(plan));
}

async function beginService(ctx: Context, { event, plan, browserHash }: At, id: string): Promise<Answer> {
	const isDone = firstUnanswered(event.form, plan.answers, plan.seen) === undefined;
	const needed = lifeEvents.neededIn(ctx.house, event, plan.answers).find(({ service }) => service.id === id);
	if (!needed || !isDone) return redirect(planAt(plan));
	const draft = await lifeEvents.beginFrom(ctx, event, plan, { ...needed, browserHash, terms: termsOf(ctx) });
	const journey = { service: id, draft: draft.id };
	return redirect(draft.submitted ? sentAt(journey) : draftAt(journey));
}

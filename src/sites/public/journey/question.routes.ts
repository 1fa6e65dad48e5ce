import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { type Answer, redirect, route, type Route, type Upload, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import {
	type Draft,
	firstUnanswered,
	pageOf,
	type PageOfQuestions,
	pathOf,
	returning,
	saveAnswers,
	startDraft,
} from "../../../modules/forms/index.ts";
import { type Service, publicService } from "../../../modules/services/index.ts";
import { answersAt, formOf, pageAt, startOf } from "./addresses.ts";
import { knownBrowser } from "./browser.ts";
import { answerItems, groupOn, scopeOf, showItems, showNoItems } from "./items.ts";
import { lookUp, offersFor, readLooked } from "./lookUps.ts";
import { meanwhileOn } from "./meanwhile.ts";
import { afterAnswering, backFrom } from "./next.ts";
import { showQuestions } from "./question.views.ts";
import { goesLater, heldOn, leave, typedAt, wasOf } from "./saving.ts";
import { stepRoutes } from "./stepRoutes.ts";
import { atStep, changeQuery, gone, pageParams, type Step } from "./step.ts";
import { asksFiles, takeFiles, uploadLimits } from "./uploads.ts";

const public_ = { may: "anyone", site: "public" } as const;
const path = "/services/:service/form";
const answerForm = z.record(z.string(), z.unknown());

/** The first page is shown without a draft, so that only people who answer leave a trace. */
export const questionRoutes: readonly Route[] = [
	route({
		...public_,
		method: "GET",
		path,
		params: z.object({ service: z.string() }),
		handle: (ctx, { params, visit }) => showFirst(ctx, visit, liveService(ctx, params.service)),
	}),
	route({
		...public_,
		method: "POST",
		path,
		params: z.object({ service: z.string() }),
		form: answerForm,
		files: uploadLimits,
		handle: (ctx, { params, form, files, visit }) => begin(ctx, visit, liveService(ctx, params.service), form, files),
	}),
	...stepRoutes({
		method: "GET",
		path: "/:draft/:page",
		params: pageParams,
		query: changeQuery,
		handle: (ctx, asked) => atPage(ctx, asked, (step, page) => show(ctx, asked.visit, step, page)),
	}),
	...stepRoutes({
		method: "POST",
		path: "/:draft/:page",
		params: pageParams,
		query: changeQuery,
		form: answerForm,
		files: uploadLimits,
		handle: (ctx, asked) =>
			atPage(ctx, asked, (step, page) => answer(ctx, asked.visit, step, page, asked.form, asked.files)),
	}),
];

function liveService(ctx: Context, id: string): Service {
	const service = publicService(ctx.house, id);
	if (!service) throw new NotFound("There is no such service.");
	return service;
}

function firstPage(service: Service): PageOfQuestions {
	const [first] = pathOf(service.form, {});
	if (!first) throw new Error(`The form of ${service.id} asks nothing.`);
	return first;
}

async function showFirst(ctx: Context, visit: Visit, service: Service): Promise<Answer> {
	const page = firstPage(service);
	const group = groupOn(page);
	if (group) return showNoItems(visit, service, group);
	const offers = await offersFor(ctx, page, {});
	return showQuestions(ctx, visit, { ...before(service), page, answers: {}, offers });
}

function before(service: Service) {
	return { service, action: formOf(service.id), back: startOf(service.id), journey: undefined, change: false };
}

type Form = z.infer<typeof answerForm>;

async function begin(
	ctx: Context,
	visit: Visit,
	service: Service,
	form: Form,
	files: readonly Upload[],
): Promise<Answer> {
	const page = firstPage(service);
	if (groupOn(page)) return answer(ctx, visit, await started(ctx, visit, service), page, form, files);
	const looked = await lookUp(ctx, visit, page, form);
	const { problems, again, ...read } = readLooked(ctx, page, form, looked);
	const asksForFiles = page.questions.some(asksFiles);
	if ((problems.length > 0 || again) && !asksForFiles && !goesLater(form)) {
		return showQuestions(ctx, visit, { ...before(service), ...read, problems, page, answers: {} });
	}
	return answer(ctx, visit, await started(ctx, visit, service), page, form, files);
}

async function started(ctx: Context, visit: Visit, service: Service): Promise<Step> {
	const key = { browserHash: knownBrowser(visit) };
	const draft = await startDraft(ctx, { service, channel: "web", ...key });
	const journey = { service: service.id, draft: draft.id };
	return { key: { id: draft.id, ...key }, draft, service, journey, change: false };
}

/** Goes on when the page is one this customer is asked now; else they are sent to the one that is. */
export function atPage(
	ctx: Context,
	asked: { params: z.infer<typeof pageParams>; query: z.infer<typeof changeQuery>; visit: Visit },
	go: (step: Step, page: PageOfQuestions) => Answer | Promise<Answer>,
): Promise<Answer> {
	return atStep(ctx, asked, (step) => {
		const { form } = step.service;
		if (!form.pages.some(({ page }) => page.id === asked.params.page)) throw new NotFound("There is no such page.");
		const page = pageOf(form, asked.params.page, step.draft.answers);
		const due = firstUnanswered(form, step.draft.answers, step.draft.seen);
		const path = pathOf(form, step.draft.answers);
		const isAhead =
			due && page && path.findIndex((one) => one.id === page.id) > path.findIndex((one) => one.id === due.id);
		if (page && !isAhead) return go(step, page);
		return redirect(due ? pageAt(step.journey, due.id, step.change) : answersAt(step.journey));
	});
}

async function show(ctx: Context, visit: Visit, step: Step, page: PageOfQuestions): Promise<Answer> {
	const group = groupOn(page);
	if (group) return showItems(visit, scopeOf(step, page, group));
	const shown = { ...shownAt(step, page, step.draft), answers: heldOn(step.draft, page) };
	const offers = await offersFor(ctx, page, shown.answers);
	return showQuestions(ctx, visit, { ...shown, offers, ...typedAt(step.draft, page.id) });
}

export function shownAt(step: Step, page: PageOfQuestions, draft: Draft) {
	const { service, journey, change } = step;
	return {
		service,
		page,
		answers: draft.answers,
		action: pageAt(journey, page.id, change),
		back: backFrom({ ...step, draft }, page.id),
		was: returning.markOf(page, draft.answers),
		journey,
		change,
	};
}

async function answer(
	ctx: Context,
	visit: Visit,
	step: Step,
	page: PageOfQuestions,
	form: Form,
	files: readonly Upload[],
): Promise<Answer> {
	const group = groupOn(page);
	if (group) return answerItems(ctx, visit, scopeOf(step, page, group), form);
	const taken = await takeFiles(ctx, step, page, files, visit.address);
	const looked = await lookUp(ctx, visit, page, form);
	const { offers, again, ...read } = readLooked(ctx, page, form, looked, taken.draft.answers);
	const problems = [...taken.problems, ...read.problems];
	const later = goesLater(form);
	// A file that was not taken cannot be shown again when they come back, so they are told of it now.
	if (later && taken.problems.length === 0 && (problems.length > 0 || again)) {
		return leave(ctx, step, { at: page.id, typed: read.typed });
	}
	if (problems.length > 0 || again) {
		return showQuestions(ctx, visit, { ...shownAt(step, page, taken.draft), typed: read.typed, offers, problems });
	}
	const saved = await saveAnswers(ctx, step.key, step.service.form, page, read.answers, wasOf(form));
	if (isRefusal(saved) && saved.code === "overtaken") {
		const { draft } = saved.details;
		const meanwhile = meanwhileOn(page, draft);
		return showQuestions(ctx, visit, { ...shownAt(step, page, draft), typed: read.typed, offers, meanwhile });
	}
	// Sent or swept while this page was being answered: the page itself says which.
	if (isRefusal(saved)) return saved.code === "gone" ? gone(ctx, step.service.id) : redirect(answersAt(step.journey));
	if (later) return leave(ctx, step);
	return redirect(await afterAnswering(ctx, { ...step, draft: saved.draft }, page.id));
}

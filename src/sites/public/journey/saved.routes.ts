import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { readEmail } from "../../../platform/formats/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { firstUnanswered, returning } from "../../../modules/forms/index.ts";
import { publicAddress } from "../address.ts";
import { answersAt, at, pageAt, resumptionOf, savedAt } from "./addresses.ts";
import { sendLink } from "./link.ts";
import { leave } from "./saving.ts";
import { savedMain } from "./saved.views.ts";
import { atStep, gone, type Step, stepParams } from "./step.ts";
import { stepRoutes } from "./stepRoutes.ts";

const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");
const linkParams = stepParams.extend({ link: z.uuid() });

/** Coming back later: what was kept, until when, and the ways back to it. */
export const savedRoutes: readonly Route[] = [
	...stepRoutes({
		method: "GET",
		path: "/:draft",
		params: stepParams,
		handle: (ctx, asked) => atStep(ctx, asked, (step) => redirect(whereLeft(step))),
	}),
	...stepRoutes({
		method: "GET",
		path: "/:draft/saved",
		params: stepParams,
		query: z.object({ done: z.enum(["link", "withdrawn", "code"]).optional().catch(undefined) }),
		handle: (ctx, asked) =>
			atStep(ctx, { params: asked.params, visit: asked.visit }, (step) =>
				saved(ctx, asked.visit, step, { done: asked.query.done }),
			),
	}),
	...stepRoutes({
		method: "POST",
		path: "/:draft/saved",
		params: stepParams,
		handle: (ctx, asked) => atStep(ctx, asked, (step) => leave(ctx, step)),
	}),
	...stepRoutes({
		method: "POST",
		path: "/:draft/links",
		params: stepParams,
		form: z.object({ email: first }),
		limit: "submission",
		handle: (ctx, asked) => atStep(ctx, asked, (step) => link(ctx, asked.visit, step, asked.form.email.slice(0, 320))),
	}),
	...stepRoutes({
		method: "POST",
		path: "/:draft/links/:link/removal",
		params: linkParams,
		handle: (ctx, asked) =>
			atStep(ctx, asked, async (step) => {
				const withdrawn = await returning.withdrawLink(ctx, step.key, asked.params.link);
				return isRefusal(withdrawn) ? gone(ctx, step.service.id) : done(step, "withdrawn");
			}),
	}),
	...stepRoutes({
		method: "POST",
		path: "/:draft/codes",
		params: stepParams,
		handle: (ctx, asked) =>
			atStep(ctx, asked, async (step) => {
				const withdrawn = await returning.withdrawCode(ctx, step.key);
				return isRefusal(withdrawn) ? gone(ctx, step.service.id) : done(step, "code");
			}),
	}),
];

/** Where the form was left: at what was typed last, at the first page that is owed, or at the answers. */
function whereLeft({ draft, service, journey }: Pick<Step, "draft" | "service" | "journey">): string {
	if (draft.unfinished) return at(journey, draft.unfinished.at);
	const due = firstUnanswered(service.form, draft.answers, draft.seen);
	return due ? pageAt(journey, due.id) : answersAt(journey);
}

function done({ journey }: Step, what: "link" | "withdrawn" | "code"): Answer {
	return redirect(`${savedAt(journey)}?done=${what}`);
}

type Again = { done?: "link" | "withdrawn" | "code" | undefined; email?: string; problem?: string };

async function saved(ctx: Context, visit: Visit, step: Step, again: Again): Promise<Answer> {
	const ways = await returning.waysBack(ctx, step.draft);
	if (!ways) return redirect(whereLeft(step));
	return page({
		status: again.problem === undefined ? 200 : 422,
		title: `Your answers are saved - ${step.service.definition.name}`,
		wrong: again.problem !== undefined,
		before: backLink({ href: resumptionOf(step.journey) }),
		current: step.journey.desk ? "forms" : "services",
		headers: quietly,
		main: savedMain({
			service: step.service.definition.name,
			ways,
			journey: step.journey,
			continueAt: publicAddress(ctx.house, "/continue"),
			council: councilPart.of(ctx.house),
			csrf: visit.csrf(),
			...again,
		}),
	});
}

/** A code stands on it. */
export const quietly = { "x-robots-tag": "noindex", "cache-control": "no-store" };

async function link(ctx: Context, visit: Visit, step: Step, typed: string): Promise<Answer> {
	const email = readEmail(typed);
	if (email === undefined) {
		const problem =
			typed.trim() === ""
				? "Enter an email address"
				: "Enter an email address in the correct format, like name@example.com";
		return saved(ctx, visit, step, { email: typed, problem });
	}
	const sent = await sendLink(ctx, step, email);
	if (!isRefusal(sent)) return done(step, "link");
	if (sent.code === "too-many") {
		const problem = "You have asked for 5 links in the last hour. Use one of those, or try again later";
		return saved(ctx, visit, step, { email: typed, problem });
	}
	return sent.code === "gone" ? gone(ctx, step.service.id) : redirect(answersAt(step.journey));
}

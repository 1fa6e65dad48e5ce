import { councilPart } from "../../../platform/council/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { page, redirect, type Route } from "../../../platform/http/index.ts";
import { stopAfter } from "../../../modules/forms/index.ts";
import { checks, publicService, risks } from "../../../modules/services/index.ts";
import { pageAt } from "./addresses.ts";
import { stopMain } from "./ends.views.ts";
import { nearbyMain } from "./nearby.views.ts";
import { nearbyTo, onward, past } from "./next.ts";
import { riskMain } from "./risk.views.ts";
import { atPage } from "./question.routes.ts";
import { changeQuery, pageParams } from "./step.ts";
import { stepRoutes } from "./stepRoutes.ts";

const path = "/:draft";

/** What may stand between a page and the next: a risk, advice, what is known already, and reports like it nearby. */
export const stopRoutes: readonly Route[] = [
	...stepRoutes({
		method: "GET",
		path: `${path}/risk/:page`,
		params: pageParams,
		query: changeQuery,
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, { id }) => {
				const found = risks.onPage(ctx.house, step.service, id, step.draft.answers);
				const next = await past(ctx, step, id, "risk");
				const [risk] = found;
				if (!risk) return redirect(next);
				return page({
					title: risk.title,
					before: backLink({ href: pageAt(step.journey, id, step.change) }),
					main: riskMain({
						risks: found,
						next,
						council: councilPart.of(ctx.house),
						now: ctx.now,
						offers: (service) =>
							service === step.service.id ? undefined : publicService(ctx.house, service)?.definition,
					}),
					current: "services",
				});
			}),
	}),
	...stepRoutes({
		method: "GET",
		path: `${path}/check/:page`,
		params: pageParams,
		query: changeQuery,
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, { id }) => {
				const advice = await checks.adviceOf(ctx, step.service, id, step.draft.answers);
				const next = await past(ctx, step, id, "check");
				if (!advice) return redirect(next);
				return page({
					title: advice.title,
					before: backLink({ href: pageAt(step.journey, id, step.change) }),
					main: stopMain({ ...advice, call: undefined }, next, councilPart.of(ctx.house), ctx.now),
					current: "services",
				});
			}),
	}),
	...stepRoutes({
		method: "GET",
		path: `${path}/stop/:page`,
		params: pageParams,
		query: changeQuery,
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, { id }) => {
				const stop = stopAfter(step.service.form, id, step.draft.answers);
				if (!stop) return redirect(onward(step, id));
				const next = await past(ctx, step, id, "stop");
				const before = backLink({ href: pageAt(step.journey, id, step.change) });
				return page({
					title: stop.title,
					before,
					main: stopMain(stop, next, councilPart.of(ctx.house), ctx.now),
					current: "services",
				});
			}),
	}),
	...stepRoutes({
		method: "GET",
		path: `${path}/nearby/:page`,
		params: pageParams,
		query: changeQuery,
		handle: (ctx, asked) =>
			atPage(ctx, asked, async (step, { id }) => {
				const found = await nearbyTo(ctx, step, id);
				const next = onward(step, id);
				if (found.length === 0) return redirect(next);
				const main = nearbyMain({ found, service: step.service, next, now: ctx.now });
				const before = backLink({ href: pageAt(step.journey, id, step.change) });
				return page({ title: "Has this been reported already?", before, main, current: "services" });
			}),
	}),
];

import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { type Answer, page, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { type Draft, type DraftKey, draftOf } from "../../../modules/forms/index.ts";
import { type Service, publicService, serviceVersion } from "../../../modules/services/index.ts";
import type { Journey } from "./addresses.ts";
import { browserOf } from "./browser.ts";
import { alreadySentMain, goneMain, notOpenedMain } from "./ends.views.ts";

/** One customer somewhere in a form: their draft, and the version of the service that it began with. */
export type Step = {
	readonly key: DraftKey;
	readonly draft: Draft;
	readonly service: Service;
	readonly journey: Journey;
	/** They came from their answers to change one, and go back there. */
	readonly change: boolean;
};

export const stepParams = z.object({ service: z.string(), draft: z.string() });
export const pageParams = stepParams.extend({ page: z.string() });
/** `change=1`: an answer is being changed from the page of answers. Anything else in its place is nothing. */
export const changeQuery = z.object({ change: z.unknown().optional() });

type Asked = { params: z.infer<typeof stepParams>; query?: z.infer<typeof changeQuery>; visit: Visit };

/** Finds this browser's draft and goes on with it; a draft that is gone or was sent gets a page that says so. */
export async function atStep(
	ctx: Context,
	asked: Asked,
	go: (step: Step) => Answer | Promise<Answer>,
): Promise<Answer> {
	const { params } = asked;
	const sent = await anyStep(ctx, asked, (step) =>
		step.draft.submitted
			? page({ title: "You have already sent this", main: alreadySentMain(step.journey, step.draft.submitted) })
			: go(step),
	);
	return sent ?? gone(ctx, params.service);
}

/** The same for a draft that was sent as well; undefined when there is none. */
export async function anyStep(
	ctx: Context,
	{ params, query, visit }: Asked,
	go: (step: Step) => Answer | Promise<Answer>,
): Promise<Answer | undefined> {
	const key = keyOf(ctx, visit, params.draft);
	const draft = key && (await draftOf(ctx, key));
	if (!key || !draft || draft.serviceId !== params.service) return undefined;
	const service = await serviceVersion(ctx.house, draft.serviceId, draft.serviceVersion);
	const journey = { service: service.id, draft: draft.id, desk: "officerId" in key };
	return go({ key, draft, service, journey, change: query?.change === "1" });
}

/** At the desk a draft is the officer's who opened it; on the website it is the browser's, whoever sits there. */
function keyOf({ actor }: Context, visit: Visit, id: string): DraftKey | undefined {
	if (actor.kind === "officer") return { id, officerId: actor.id };
	const browserHash = browserOf(visit);
	return browserHash && { id, browserHash };
}

/** Says that the answers are no longer here, or not here for this browser: both look the same from outside. */
export function gone(ctx: Context, serviceId: string): Answer {
	if (ctx.actor.kind === "officer") {
		return page({ status: 404, title: "This form is not open to you", main: notOpenedMain, current: "forms" });
	}
	const service = publicService(ctx.house, serviceId);
	if (!service) throw new NotFound("There is no such service.");
	return page({ status: 404, title: "Your answers are no longer here", main: goneMain(service.definition) });
}

import type { Context } from "../../../platform/context/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { type Answers, draftOf, type Draft, pathOf, saveAnswers, startDraft, type Terms } from "../../forms/index.ts";
import type { LifeEvent, Needed } from "./event.ts";
import { filledFrom } from "./filled.ts";
import { noteBegun, type Plan } from "./plan.ts";

/** A form that is begun from a plan: by whom, for which service, and how what they said is read. */
export type Beginning = Needed & { readonly browserHash: Buffer; readonly terms: Terms };

/**
 * Begins the form of a service from what was said of a life event, or finds the one that was begun: nothing that was said is
 * asked again, and what fills only some of a page stands there in its boxes. Of two at once both get the first.
 */
export async function beginFrom(ctx: Context, event: LifeEvent, plan: Plan, beginning: Beginning): Promise<Draft> {
	const { service, browserHash } = beginning;
	const held = plan.begun.get(service.id);
	const before = held === undefined ? undefined : await draftOf(ctx, { id: held, browserHash });
	if (before) return before;
	const draft = await filledDraft(ctx, event, plan.answers, beginning);
	const counts = await noteBegun(ctx, plan, { service: service.id, draft: draft.id, instead: held });
	return counts === draft.id ? draft : ((await draftOf(ctx, { id: counts, browserHash })) ?? draft);
}

async function filledDraft(
	ctx: Context,
	event: LifeEvent,
	given: Answers,
	{ service, started, browserHash, terms }: Beginning,
): Promise<Draft> {
	const filled = filledFrom(event, started, service, given, terms);
	const source = { who: "customer", at: ctx.now.toISOString() } as const;
	const known = Object.fromEntries(Object.entries(filled.answers).map(([id, value]) => [id, { value, source }]));
	let draft = await startDraft(ctx, { service, browserHash, channel: "web", known });
	const key = { id: draft.id, browserHash };
	const tried = new Set<string>();
	for (;;) {
		const page = pathOf(service.form, draft.answers).find((one) => !tried.has(one.id));
		if (!page) return draft;
		tried.add(page.id);
		if (!filled.covers(page, draft.answers)) continue;
		const answers = Object.fromEntries(
			page.questions.flatMap(({ id }) => {
				const value = filled.answers[id];
				return value === undefined ? [] : [[id, value]];
			}),
		);
		const saved = await saveAnswers(ctx, key, service.form, page, answers);
		if (isRefusal(saved)) return draft;
		draft = saved.draft;
	}
}

import { v7 as newId } from "uuid";
import { z } from "zod";
import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { type Answer, deskRoute, redirect, type Route, type Upload, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import {
	type Draft,
	type DraftKey,
	draftOf,
	type Problem,
	removeFile,
	returning,
	startDraft,
} from "../../../modules/forms/index.ts";
import { type Service, serviceVersion } from "../../../modules/services/index.ts";
import { savedAt, uploadLimits } from "../../public/journey/shared.ts";
import { scriptAt, sentAt } from "./addresses.ts";
import { adviceOn } from "./advice.ts";
import { keepScreen, sendScreen } from "./answer.ts";
import { chosenCustomer, knownAnswers, knownFrom, purpose } from "./customer.ts";
import { mayUse, offered } from "./offered.ts";
import { readPosted, type Spoken } from "./posted.ts";
import { newScreen, type Screen, screenOf } from "./screen.ts";
import { sentPage } from "./sent.ts";
import { showScreen } from "./show.ts";

const path = "/desk/services/:service/script";
const draftPath = `${path}/:draft`;
const draftParams = z.object({ service: z.string(), draft: z.string() });
const posts = { form: z.record(z.string(), z.unknown()), files: uploadLimits };

/** A form on one screen. It is shown without a draft, so that only what was answered leaves a trace. */
export const scriptRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may: "officer",
		params: z.object({ service: z.string() }),
		query: z.object({ customer: z.string().catch("") }),
		async handle(ctx, { params, query, visit }) {
			const service = offered(ctx, params.service);
			const customer = query.customer === "" ? undefined : await chosenCustomer(ctx, query.customer);
			const screen = await newScreen(ctx, service, knownAnswers(ctx, service, customer));
			return showScreen(ctx, visit, screen, { by: "phone", customer: customer?.id });
		},
	}),
	deskRoute({
		method: "POST",
		path,
		may: "officer",
		params: z.object({ service: z.string() }),
		...posts,
		async handle(ctx, { params, form, files, visit }) {
			const service = offered(ctx, params.service);
			const { begins, by, customer: id } = readPosted(form);
			const key = keyOf(ctx, begins ?? newId());
			// Sent twice from the first screen it is one draft, and so one request.
			if (await draftOf(ctx, key)) {
				const begun = { service: service.id, draft: key.id };
				return atDraft(ctx, begun, (at) => answer(ctx, visit, at, { form, files }));
			}
			const customer = id === "" ? undefined : await chosenCustomer(ctx, id);
			const known = knownFrom(ctx, service, customer);
			const draft = await startDraft(ctx, { service, by, known, ...key });
			return answer(ctx, visit, { service, draft, key }, { form, files });
		},
	}),
	deskRoute({
		method: "GET",
		path: draftPath,
		may: "officer",
		params: draftParams,
		handle: (ctx, { params, visit }) =>
			atDraft(ctx, params, async ({ service, draft }) => {
				if (draft.submitted) return redirect(sentAt(service.id, draft.id));
				await noteReading(ctx, draft);
				return showScreen(ctx, visit, await screenOf(ctx, service, draft), { by: spokenOf(draft) });
			}),
	}),
	deskRoute({
		method: "POST",
		path: draftPath,
		may: "officer",
		params: draftParams,
		...posts,
		handle: (ctx, { params, form, files, visit }) =>
			atDraft(ctx, params, (at) => answer(ctx, visit, at, { form, files })),
	}),
	deskRoute({
		method: "POST",
		path: `${draftPath}/files/:file/removal`,
		may: "officer",
		params: draftParams.extend({ file: z.string() }),
		...posts,
		handle: (ctx, { params, form, files, visit }) =>
			atDraft(ctx, params, async (at) => {
				const before = at.draft;
				let draft = before;
				for (const { id } of at.service.form.questions.values()) {
					const left = await removeFile(ctx, at.key, id, params.file);
					if (!isRefusal(left)) draft = left.draft;
				}
				return answer(ctx, visit, { ...at, draft }, { form, files, before });
			}),
	}),
	deskRoute({
		method: "GET",
		path: `${draftPath}/sent`,
		may: "officer",
		params: draftParams,
		handle: (ctx, { params }) =>
			atDraft(ctx, params, async ({ service, draft }) => {
				if (!draft.submitted) return redirect(scriptAt(service.id, draft.id));
				await noteReading(ctx, draft);
				return sentPage(ctx, service, draft, draft.submitted);
			}),
	}),
];

function keyOf({ actor }: OfficerContext, id: string) {
	return { id, officerId: actor.id };
}

function spokenOf({ by }: Draft): Spoken {
	return by === "desk" ? "desk" : "phone";
}

type At = { service: Service; draft: Draft; key: DraftKey };

/** Goes on with the officer's own draft. Throws `NotFound` for another's, and for one that is too old. */
async function atDraft(
	ctx: OfficerContext,
	params: z.infer<typeof draftParams>,
	go: (at: At) => Promise<Answer>,
): Promise<Answer> {
	const key = keyOf(ctx, params.draft);
	const draft = await draftOf(ctx, key);
	if (draft?.serviceId !== params.service) throw new NotFound("There is no such draft, or no longer.");
	const service = await serviceVersion(ctx.house, draft.serviceId, draft.serviceVersion);
	mayUse(ctx, service);
	return go({ service, draft, key });
}

async function noteReading(ctx: OfficerContext, { id }: Draft): Promise<void> {
	await auditReading(ctx.house.db, ctx, { action: "draft.read", subject: { kind: "draft", id }, purpose });
}

/** As the questions stand on the screen; what a look-up found wrong says it instead of the question's own words. */
function inOrder({ service, read, problems }: Screen): Problem[] {
	const looked = new Set(problems.map(({ question }) => question));
	const all = [...problems, ...read.problems.filter(({ question }) => !looked.has(question))];
	return [...service.form.questions.keys()].flatMap((id) => all.filter(({ question }) => question === id));
}

type Came = {
	form: Readonly<Record<string, unknown>>;
	files: readonly Upload[];
	/** The draft as it was when a file was taken away just now. */
	before?: Draft;
};

async function answer(ctx: OfficerContext, visit: Visit, at: At, { form, files, before }: Came): Promise<Answer> {
	const { service, key } = at;
	const posted = readPosted(form);
	const kept = await keepScreen(ctx, visit, at, posted, files, before);
	if (isRefusal(kept)) {
		if (kept.code === "sent") return redirect(sentAt(service.id, key.id));
		throw new NotFound("There is no such draft, or no longer.");
	}
	const { screen, theirs } = kept;
	if (posted.later && !theirs) {
		const saved = await returning.saveForLater(ctx, key);
		if (!isRefusal(saved)) return redirect(savedAt({ service: service.id, draft: key.id, desk: true }));
	}
	const wanted = { by: posted.by, theirs };
	const problems = posted.send ? inOrder(screen) : screen.problems;
	const advice = await adviceOn(ctx, screen);
	const shown = () => showScreen(ctx, visit, screen, { ...wanted, problems, advice });
	if (!posted.send || theirs || problems.length > 0 || advice.ends) return shown();
	const sent = await sendScreen(ctx, service, key, posted.by);
	return isRefusal(sent) ? shown() : redirect(sentAt(service.id, key.id));
}

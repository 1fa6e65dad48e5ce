import { z } from "zod";
import type { Permission } from "../../../platform/auth/permissions.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { deskRoute, redirect, type Route } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { Answers } from "../../forms/index.ts";
import { closeRequest } from "../actions/close.ts";
import { extendPromise } from "../actions/extend.ts";
import type { FilledIn } from "../actions/fillIn.ts";
import { handOverRequest } from "../actions/handOver.ts";
import { moveRequest } from "../actions/move.ts";
import { addNote } from "../actions/note.ts";
import { reopenRequest } from "../actions/reopen.ts";
import { assignRequest, takeRequest } from "../actions/take.ts";
import type { Seen, Worked } from "../actions/work.ts";
import { isSeenBy } from "../queries/request.ts";
import { fileLimits } from "../sheet/files.ts";
import { stepShape } from "../sheet/page.ts";
import { typedForQuestions } from "./asks.ts";
import { keptIn, takeKept } from "./keptFiles.ts";
import { nothingTyped } from "./formProps.ts";
import type { Typed } from "./forms.views.ts";
import type { WorkRefusal } from "./refusals.ts";
import type { Done } from "./request.routes.ts";
import type { Doing } from "./work.views.ts";
import { formChosen, workPage } from "./workPage.ts";

type Act = (
	ctx: OfficerContext,
	seen: Seen,
	typed: Typed,
	filled: { filledIn: FilledIn; kept: Answers },
) => Promise<Worked | WorkRefusal>;

/** The page of an action, and the form that it posts. */
function routesOf(doing: Doing, may: Permission, done: Done, act: Act): Route[] {
	const path = `/desk/requests/:reference/${doing}`;
	const params = z.object({ reference: z.string().max(60) });
	return [
		deskRoute({
			method: "GET",
			path,
			may,
			params,
			query: z.object({ to: first }),
			handle: (ctx, { params: { reference }, query, visit }) =>
				workPage(ctx, { doing, reference, visit, typed: { ...nothingTyped, to: query.to }, filledIn: {}, kept: {} }),
		}),
		deskRoute({
			method: "POST",
			path,
			may,
			params,
			query: stepShape,
			files: fileLimits,
			form: typedShape,
			async handle(ctx, { params: { reference }, query: { stay, remove }, form, files, visit }) {
				const typed = typedIn(form);
				const filledIn = typedForQuestions(form);
				const asks = await formChosen(ctx, reference, doing, typed);
				const before = asks ? await keptIn(ctx, reference, asks, form, remove) : {};
				const now = { files, address: visit.address };
				const { held: kept, problems } = asks ? await takeKept(ctx, asks, before, now) : { held: {}, problems: [] };
				const asked = { doing, reference, visit, typed, filledIn, kept };
				if (stay || remove !== "" || problems.length > 0) return workPage(ctx, { ...asked, problems });
				const outcome = await act(ctx, { reference, revision: form.revision }, typed, { filledIn, kept });
				if (isRefusal(outcome)) return workPage(ctx, { ...asked, refusal: outcome });
				const still = await isSeenBy(ctx.house.db, ctx.actor, reference);
				return redirect(still ? `/desk/requests/${reference}?done=${done}` : "/desk/requests");
			},
		}),
	];
}

/** What is named twice is taken as it was named first. */
const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");
const typedShape = z.looseObject({
	revision: z.coerce.number().int().catch(0),
	to: first,
	message: first,
	note: first,
	reason: first,
	outcome: first,
	officer: first,
	team: first,
	asked: first,
	extension: first,
	longer: first,
});

/** Without the answers to questions, which are read apart. */
function typedIn(form: z.infer<typeof typedShape>): Typed {
	const { to, message, note, reason, outcome, officer, team, asked, extension, longer } = form;
	return { to, message, note, reason, outcome, officer, team, asked, extension, longer };
}

export const workRoutes: readonly Route[] = [
	...routesOf("ownership", "requests.work", "taken", takeRequest),
	...routesOf("assignment", "requests.work", "assigned", (ctx, seen, { officer }) =>
		assignRequest(ctx, seen, officer === "" ? null : officer),
	),
	...routesOf("moves", "requests.work", "moved", (ctx, seen, { to, message, note }, filled) =>
		moveRequest(ctx, seen, { to, message, note, ...filled }),
	),
	...routesOf("hand-overs", "requests.hand-over", "handed-over", handOverRequest),
	...routesOf("extensions", "requests.work", "extended", (ctx, seen, { extension, longer, reason }) =>
		extendPromise(ctx, seen, { extension, longer: longer.trim() === "" ? undefined : Number(longer), reason }),
	),
	...routesOf("notes", "requests.work", "noted", (ctx, { reference }, { note }) => addNote(ctx, reference, note)),
	...routesOf("closure", "requests.work", "closed", (ctx, seen, { outcome, message, note }, filled) =>
		closeRequest(ctx, seen, { outcome, message, note, ...filled }),
	),
	...routesOf("reopening", "requests.work", "reopened", (ctx, seen, { reason }) => reopenRequest(ctx, seen, reason)),
];

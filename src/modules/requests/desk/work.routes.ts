import { z } from "zod";
import type { Permission } from "../../../platform/auth/permissions.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, type Page, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { movesFrom, stageInWords, stageOf } from "../../services/index.ts";
import { closeRequest } from "../actions/close.ts";
import { handOverRequest } from "../actions/handOver.ts";
import { moveRequest } from "../actions/move.ts";
import { addNote } from "../actions/note.ts";
import { reopenRequest } from "../actions/reopen.ts";
import { assignRequest, takeRequest } from "../actions/take.ts";
import type { Seen, Worked } from "../actions/work.ts";
import { isSeenBy } from "../queries/request.ts";
import { formProps, nothingTyped } from "./formProps.ts";
import type { Typed } from "./forms.views.ts";
import { lineOf } from "./happened.ts";
import { refusalWords, type WorkRefusal } from "./refusals.ts";
import { type Done, readRequest } from "./request.routes.ts";
import { type Doing, doingWords, workView } from "./work.views.ts";
import { stageTag } from "./words.ts";

type Act = (ctx: OfficerContext, seen: Seen, typed: Typed) => Promise<Worked | WorkRefusal>;

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
				workPage(ctx, { doing, reference, visit, typed: { ...nothingTyped, to: query.to } }),
		}),
		deskRoute({
			method: "POST",
			path,
			may,
			params,
			form: typedShape,
			async handle(ctx, { params: { reference }, form: { revision, ...typed }, visit }) {
				const outcome = await act(ctx, { reference, revision }, typed);
				if (isRefusal(outcome)) return workPage(ctx, { doing, reference, visit, typed, refusal: outcome });
				const still = await isSeenBy(ctx.house.db, ctx.actor, reference);
				return redirect(still ? `/desk/requests/${reference}?done=${done}` : "/desk/requests");
			},
		}),
	];
}

/** What is named twice is taken as it was named first. */
const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");
const typedShape = z.object({
	revision: z.coerce.number().int().catch(0),
	to: first,
	message: first,
	note: first,
	reason: first,
	outcome: first,
	officer: first,
	team: first,
});

export const workRoutes: readonly Route[] = [
	...routesOf("ownership", "requests.work", "taken", takeRequest),
	...routesOf("assignment", "requests.work", "assigned", (ctx, seen, { officer }) =>
		assignRequest(ctx, seen, officer === "" ? null : officer),
	),
	...routesOf("moves", "requests.work", "moved", moveRequest),
	...routesOf("hand-overs", "requests.hand-over", "handed-over", handOverRequest),
	...routesOf("notes", "requests.work", "noted", (ctx, { reference }, { note }) => addNote(ctx, reference, note)),
	...routesOf("closure", "requests.work", "closed", closeRequest),
	...routesOf("reopening", "requests.work", "reopened", (ctx, seen, { reason }) => reopenRequest(ctx, seen, reason)),
];

type Asked = { doing: Doing; reference: string; visit: Visit; typed: Typed; refusal?: WorkRefusal };

/** After a refusal the form holds what was typed, and the revision of now: the officer has seen what happened meanwhile. */
async function workPage(ctx: OfficerContext, { doing, reference, visit, typed, refusal }: Asked): Promise<Page> {
	const read = await readRequest(ctx, reference, { offersOfficers: doing === "assignment" });
	const { request, service, people } = read;
	const words = refusal && refusalWords[refusal.code];
	const since = refusal?.code === "changed-meanwhile" ? refusal.details.since : [];
	const field = words?.field ?? (refusal?.code === "too-long" ? tooLongField(typed) : undefined);
	const wrong = words && field !== undefined ? { field, says: words.says } : undefined;
	const prefilled = refusal ? typed : { ...typed, ...prefill(doing, read, typed.to) };
	return page({
		title: `${doingWords[doing]} · ${reference}`,
		...(refusal ? { wrong: true, status: refusal.code === "changed-meanwhile" ? 409 : 422 } : {}),
		before: backLink({ text: "Back to the request", href: `/desk/requests/${reference}` }),
		current: "queue",
		main: workView({
			doing,
			summary: request.summary,
			stage: stageTag(request.publicStage, stageOf(service, request.stage)?.name),
			form: formProps({ ...read, csrf: visit.csrf(), typed: prefilled, wrong }),
			refused: words && {
				says: words.says,
				field,
				since: since.map((entry) => lineOf(service, people.teams, entry, ctx.actor.id)),
			},
		}),
	});
}

/** The officer to change from, and for a stage that a link names, what the customer will read. */
function prefill(
	doing: Doing,
	{ request, service }: Awaited<ReturnType<typeof readRequest>>,
	to: string,
): Partial<Typed> {
	if (doing === "assignment") return { officer: request.officerId ?? "" };
	const stage = doing === "moves" ? movesFrom(service, request.stage).find((one) => one.id === to) : undefined;
	return stage ? { message: stageInWords(stage) } : {};
}

function tooLongField(typed: Typed): string | undefined {
	const fields = ["message", "note", "reason"] as const;
	return fields.toSorted((a, b) => typed[b].length - typed[a].length)[0];
}

import { validate as isId } from "uuid";
import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type AskedOpinion, type Service, spanInWords, stageOf } from "../../services/index.ts";
import { withdrawView } from "../asking/ask.views.ts";
import { lineOf } from "../desk/happened.ts";
import { readRequest } from "../desk/request.routes.ts";
import { type Asked, askOpinion } from "./ask.ts";
import { askOpinionView } from "./ask.views.ts";
import { type OpinionRefusal, opinionRefusals } from "./refusals.ts";
import { withdrawOpinion } from "./withdraw.ts";

const path = "/desk/requests/:reference/opinions";
const may = "requests.work";
const params = z.object({ reference: z.string().max(60) });
const ofOne = params.extend({ opinion: z.string().max(60) });
const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");
const typedShape = z.object({
	revision: z.coerce.number().int().catch(0),
	opinion: first,
	name: first,
	email: first,
	words: first,
});

export const opinionDeskRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		params,
		handle: (ctx, { params, visit }) =>
			askPage(ctx, visit, params.reference, { opinion: "", name: "", email: "", words: "" }),
	}),
	deskRoute({
		method: "POST",
		path,
		may,
		params,
		form: typedShape,
		async handle(ctx, { params: { reference }, form: { revision, ...asked }, visit }) {
			const outcome = await askOpinion(ctx, { reference, revision }, asked);
			if (isRefusal(outcome)) return askPage(ctx, visit, reference, asked, outcome);
			return redirect(`/desk/requests/${reference}?done=opinion-asked`);
		},
	}),
	deskRoute({
		method: "GET",
		path: `${path}/:opinion/withdrawal`,
		may,
		params: ofOne,
		async handle(ctx, { params: { reference, opinion }, visit }) {
			const { request } = await readRequest(ctx, reference, { offersOfficers: false });
			const asked = isId(opinion) ? request.opinions.find(({ id }) => id === opinion) : undefined;
			if (!asked) throw new NotFound("This was not asked.");
			if (asked.withdrawnAt !== null) return redirect(`/desk/requests/${reference}`);
			return page({
				title: `Withdraw the link · ${reference}`,
				current: "queue",
				main: withdrawView({
					reference,
					action: `/desk/requests/${reference}/opinions/${opinion}/withdrawal`,
					csrf: visit.csrf(),
					heading: "Withdraw the link",
					says: [`The link of ${asked.name} stops working at once. What they said by it stays.`],
					button: "Withdraw the link",
				}),
			});
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/:opinion/withdrawal`,
		may,
		params: ofOne,
		async handle(ctx, { params: { reference, opinion } }) {
			const outcome = await withdrawOpinion(ctx, reference, opinion);
			return redirect(`/desk/requests/${reference}${isRefusal(outcome) ? "" : "?done=opinion-withdrawn"}`);
		},
	}),
];

async function askPage(
	ctx: OfficerContext,
	visit: Visit,
	reference: string,
	typed: Asked,
	refusal?: OpinionRefusal,
): Promise<Answer> {
	const { request, service, people } = await readRequest(ctx, reference, { offersOfficers: false });
	const words = refusal && opinionRefusals[refusal.code];
	const since = refusal?.code === "changed-meanwhile" ? refusal.details.since : [];
	return page({
		title: `Ask for an opinion · ${reference}`,
		...(refusal ? { wrong: true, status: refusal.code === "changed-meanwhile" ? 409 : 422 } : {}),
		before: backLink({ text: "Back to the request", href: `/desk/requests/${reference}` }),
		current: "queue",
		main: askOpinionView({
			reference,
			revision: request.revision,
			summary: request.summary,
			csrf: visit.csrf(),
			opinions: [...service.opinions.values()].map((one) => ({
				id: one.opinion.id,
				name: one.opinion.name,
				hint: hintOf(service, one),
			})),
			typed,
			refused: words && {
				says: words.says,
				field: words.field,
				since: since.map((entry) => lineOf(service, people.teams, entry, ctx.actor.id)),
			},
		}),
	});
}

/** What they are shown, what they may do, and how long. */
function hintOf(service: Service, { opinion }: AskedOpinion): string {
	const shown = opinion.shows.map((id) => {
		const question = service.form.questions.get(id);
		return question ? (question.called ?? question.ask) : id;
	});
	const stages = opinion.moves.map((id) => stageOf(service, id)?.name ?? id);
	return [
		opinion.say,
		`They see ${["the reference and the service", ...shown.map((one) => `“${one}”`)].join(", ")}.`,
		...(stages.length === 0 ? [] : [`They may move the request to: ${stages.join(", ")}.`]),
		`The link works for ${spanInWords(opinion.within)}.`,
	].join(" ");
}

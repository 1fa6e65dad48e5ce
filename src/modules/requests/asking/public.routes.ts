import { validate as isId } from "uuid";
import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { html } from "../../../platform/html/html.ts";
import { type Answer, page, redirect, route, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { type Service, serviceVersion } from "../../services/index.ts";
import type { Tracked } from "../queries/track.ts";
import { byWhen } from "../rules/promise.ts";
import { fileLimits } from "../sheet/files.ts";
import { heldFile, plainView, type SheetPage, sheetView, stepShape } from "../sheet/page.ts";
import { pageAt, readPosted } from "../sheet/sheet.ts";
import { linkShape, opened, quietly, speaking } from "../track/routes.ts";
import { type AskedFor, type Asking, askedFor } from "./asking.ts";
import { answerQuestion, holdAnswers } from "./answer.ts";

const path = "/track/:reference/:key/questions/:asking";
const params = linkShape.extend({ asking: z.string().max(60) });
type Link = z.infer<typeof params>;
const anyone = { site: "public", may: "anyone" } as const;

/** The customer's own link answers; a follower's does not, and is told of no question. */
export const answerRoutes: readonly Route[] = [
	route({
		...anyone,
		method: "GET",
		path,
		params,
		query: stepShape,
		async handle(ctx, { params, query, visit }) {
			const at = await found(ctx, params);
			const over = overWords(at);
			if (over) return overPage(params, at, over);
			const shown = pageAt({ form: at.asked.form, held: at.asking.held }, query.page);
			return sheetPage(visit, params, at, { page: shown, held: at.asking.held });
		},
	}),
	route({
		...anyone,
		method: "POST",
		path,
		limit: "submission",
		params,
		query: stepShape,
		files: fileLimits,
		form: z.record(z.string(), z.unknown()),
		async handle(ctx, { params, query, form, files, visit }) {
			const at = await found(ctx, params);
			const speaker = speaking(ctx, at.tracked);
			const sheet = { form: at.asked.form, held: at.asking.held };
			const { held, page, next } = await readPosted(speaker, sheet, query, form, { files, address: visit.address });
			await holdAnswers(ctx, at.asking.id, held);
			if (next.kind === "again") return sheetPage(visit, params, at, { page, held, ...next });
			const here = `/track/${params.reference}/${params.key}`;
			if (next.kind === "page") return redirect(`${here}/questions/${params.asking}?page=${next.id}`);
			const outcome = await answerQuestion(speaker, at.tracked.reference, at.asking.id, held);
			if (isRefusal(outcome)) return overPage(params, at, closedWords);
			return redirect(`${here}?done=${outcome.counts === "late" ? "late" : "answered"}`);
		},
	}),
	route({
		...anyone,
		method: "GET",
		path: `${path}/files/:file`,
		params: params.extend({ file: z.string().max(60) }),
		handle: async (ctx, { params }) => heldFile(ctx, (await found(ctx, params)).asking.held, params.file),
	}),
];

type At = { tracked: Tracked; service: Service; asking: Asking; asked: AskedFor };

async function found(ctx: Context, link: Link): Promise<At> {
	const tracked = await opened(ctx, link);
	const asking = isId(link.asking) ? tracked.askings.find(({ id }) => id === link.asking) : undefined;
	if (!asking) throw new NotFound("This link does not lead to a question.");
	const service = await serviceVersion(ctx.house, tracked.serviceId, tracked.serviceVersion);
	return { tracked, service, asking, asked: askedFor(service, asking) };
}

type Over = { title: string; says: string };

const closedWords: Over = {
	title: "This request is closed",
	says: "You do not need to answer any more. If it is not put right, you can tell us so on the page of your request.",
};

/** Why nothing is asked any more; undefined while it is. */
function overWords({ tracked, asking }: At): Over | undefined {
	if (tracked.closedAt !== null) return closedWords;
	switch (asking.state) {
		case "open":
			return undefined;
		case "answered":
			return {
				title: "We have your answer",
				says: "Thank you. If there is more that we should know, you can tell us on the page of your request.",
			};
		case "unanswered":
			return {
				title: "The time to answer is over",
				says: `You could answer until ${byWhen(asking.until)}. You can still tell us more on the page of your request.`,
			};
		case "withdrawn":
		case "lapsed":
			return {
				title: "You do not need to answer",
				says: "We do not need your answer any more. You can still tell us more on the page of your request.",
			};
	}
}

function overPage(link: Link, { tracked }: At, { title, says }: Over): Answer {
	const href = `/track/${link.reference}/${link.key}`;
	return page({
		title: `${title} · ${tracked.reference}`,
		main: plainView(title, [says, html`<a class="govuk-link" href="${href}">Go to your request</a>`]),
		current: "track",
		headers: quietly,
	});
}

type Shown = Pick<SheetPage, "page" | "held" | "typed" | "problems">;

function sheetPage(visit: Visit, link: Link, { tracked, asked, asking }: At, shown: Shown): Answer {
	const back = `/track/${link.reference}/${link.key}`;
	const wrong = (shown.problems ?? []).length > 0;
	return page({
		title: `${shown.page.title ?? asked.name} · ${tracked.reference}`,
		before: backLink({ href: back, text: "Back to your request" }),
		main: sheetView(visit, {
			...shown,
			path: `${back}/questions/${asking.id}`,
			caption: tracked.summary,
			intro: `${asked.say} Please answer by ${byWhen(asking.until)}.`,
			send: "Send your answer",
		}),
		current: "track",
		headers: quietly,
		...(wrong ? { wrong, status: 422 } : {}),
	});
}

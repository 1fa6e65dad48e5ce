import { z } from "zod";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import { type Answer, page, redirect, route, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { byWhen } from "../rules/promise.ts";
import { fileLimits } from "../sheet/files.ts";
import { heldFile, plainView, type SheetPage, sheetView, stepShape } from "../sheet/page.ts";
import { pageAt, readPosted } from "../sheet/sheet.ts";
import { aboutView } from "./about.views.ts";
import { type Opened, openLink, shownByLink } from "./opened.ts";
import type { LinkState } from "./opinion.ts";
import { holdReply, reply } from "./reply.ts";

const path = "/opinions/:token";
const params = z.object({ token: z.string().max(60) });
const anyone = { site: "public", may: "anyone", limit: "submission" } as const;

/** Whoever holds the address may reply: nobody else is told of it, no page they go to next, and nothing keeps it. */
const secretly = { "x-robots-tag": "noindex, nofollow", "cache-control": "no-store", "referrer-policy": "no-referrer" };

export const opinionRoutes: readonly Route[] = [
	route({
		...anyone,
		method: "GET",
		path,
		params,
		query: stepShape.extend({ done: z.string().catch("") }),
		async handle(ctx, { params: { token }, query, visit }) {
			const at = await openLink(ctx, token);
			if (!at) return plainPage(404, ...unknownWords);
			if (query.done !== "" && at.linked.opinion.replies.length > 0) return thanksPage(at, token);
			if (at.state !== "open") return statePage(at, at.state);
			if (query.page === "") return aboutPage(at, token);
			const { held } = at.linked.opinion;
			return sheetPage(visit, token, at, { page: pageAt({ form: at.asked.form, held }, query.page), held });
		},
	}),
	route({
		...anyone,
		method: "POST",
		path,
		params,
		query: stepShape,
		files: fileLimits,
		form: z.record(z.string(), z.unknown()),
		async handle(ctx, { params: { token }, query, form, files, visit }) {
			const at = await openLink(ctx, token);
			if (!at) return plainPage(404, ...unknownWords);
			const { opinion } = at.linked;
			if (at.state !== "open" && at.state !== "answered") return statePage(at, at.state);
			const sheet = { form: at.asked.form, held: opinion.held };
			const {
				held,
				page: shown,
				next,
			} = await readPosted(at.ctx, sheet, query, form, { files, address: visit.address });
			if (at.state === "open") await holdReply(ctx, opinion.id, held);
			if (next.kind === "again" && at.state === "open")
				return sheetPage(visit, token, at, { page: shown, held, ...next });
			if (next.kind === "page" && at.state === "open") return redirect(`/opinions/${token}?page=${next.id}`);
			const outcome = await reply(ctx, at.linked, held);
			if (!isRefusal(outcome)) return redirect(`/opinions/${token}?done=yes`);
			const now = await openLink(ctx, token);
			return now && now.state !== "open" ? statePage(now, now.state) : plainPage(404, ...unknownWords);
		},
	}),
	route({
		...anyone,
		method: "GET",
		path: `${path}/files/:file`,
		params: params.extend({ file: z.string().max(60) }),
		async handle(ctx, { params: { token, file } }) {
			const at = await openLink(ctx, token);
			if (at?.state !== "open") throw new NotFound("There is no such file.");
			return heldFile(ctx, at.linked.opinion.held, file);
		},
	}),
];

const unknownWords: [string, readonly string[]] = [
	"This link does not work",
	[
		"Check that you have copied the whole link from the email, with nothing before or after it.",
		"If it still does not work, ask the council officer who sent it to send you a new one.",
	],
];

function plainPage(status: number, title: string, says: readonly (string | Html)[]): Answer {
	return page({ status, title, main: plainView(title, says), headers: secretly });
}

const stateWords: Readonly<Record<Exclude<LinkState, "open">, { title: string; says: string }>> = {
	answered: {
		title: "You have replied already",
		says: "We have your reply. It can be given once. If you need to change it, ask the council officer who wrote to you to send you a new link.",
	},
	over: {
		title: "The time to reply is over",
		says: "This link has stopped working. If you still want to reply, ask the council officer who wrote to you to send you a new one.",
	},
	withdrawn: {
		title: "We do not need your reply any more",
		says: "The council has taken this link back. You do not need to do anything.",
	},
	closed: {
		title: "We do not need your reply any more",
		says: "The request that this link was about is closed. You do not need to do anything.",
	},
};

function statePage({ linked }: Opened, state: Exclude<LinkState, "open">): Answer {
	const { title, says } = stateWords[state];
	return plainPage(state === "answered" ? 200 : 410, title, [says, html`Reference: ${linked.reference}`]);
}

function thanksPage({ linked, state }: Opened, token: string): Answer {
	const more =
		state === "open"
			? [
					html`You can <a class="govuk-link" href="/opinions/${token}">tell us more by the same link</a> until ${byWhen(linked.opinion.until)}.`,
				]
			: [];
	return plainPage(200, "Thank you for your reply", [
		`The officer who asked you can see it. Reference: ${linked.reference}`,
		...more,
	]);
}

function aboutPage(at: Opened, token: string): Answer {
	const { opinion, reference } = at.linked;
	return page({
		title: `We would like to hear from you · ${reference}`,
		main: aboutView({
			serviceName: at.service.definition.name,
			reference,
			say: at.asked.opinion.say,
			words: opinion.words,
			shown: shownByLink(at),
			by: byWhen(opinion.until),
			begun: Object.keys(opinion.held).length > 0,
			href: `/opinions/${token}?page=questions-1`,
		}),
		headers: secretly,
	});
}

type Shown = Pick<SheetPage, "page" | "held" | "typed" | "problems">;

function sheetPage(visit: Visit, token: string, at: Opened, shown: Shown): Answer {
	const { opinion, reference } = at.linked;
	const wrong = (shown.problems ?? []).length > 0;
	const sheet = sheetView(visit, {
		...shown,
		path: `/opinions/${token}`,
		caption: reference,
		intro: `Please answer by ${byWhen(opinion.until)}.`,
		send: "Send",
	});
	return page({
		title: `${shown.page.title ?? at.asked.opinion.name} · ${reference}`,
		before: backLink({ href: `/opinions/${token}`, text: "What this is about" }),
		main: sheet,
		headers: secretly,
		...(wrong ? { wrong, status: 422 } : {}),
	});
}

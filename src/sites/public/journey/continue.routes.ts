import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { readCode } from "../../../platform/formats/index.ts";
import { type Answer, page, redirect, route, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { returning } from "../../../modules/forms/index.ts";
import { serviceById } from "../../../modules/services/index.ts";
import { resumptionOf } from "./addresses.ts";
import { knownBrowser } from "./browser.ts";
import { codeMain, codeRefusals, linkMain, linkRefusedMain } from "./continue.views.ts";
import { linkPath } from "./link.ts";
import { quietly } from "./saved.routes.ts";

const first = z.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string()).catch("");
const public_ = { may: "anyone", site: "public" } as const;
const linkParams = z.object({ token: z.string() });

/** The ways back to a draft for whoever has its code, or a link to it. */
export const continueRoutes: readonly Route[] = [
	route({ ...public_, method: "GET", path: "/continue", handle: (_, { visit }) => codePage(visit, "") }),
	route({
		...public_,
		method: "POST",
		path: "/continue",
		form: z.object({ code: first }),
		limit: "sign-in",
		async handle(ctx, { form, visit }) {
			const typed = form.code.slice(0, 60);
			if (readCode(typed) === undefined) return codePage(visit, typed, codeRefusals.unreadable);
			const found = await returning.openByCode(ctx, typed, knownBrowser(visit), visit.address);
			return isRefusal(found) ? codePage(visit, typed, codeRefusals[found.code]) : goOn(found);
		},
	}),
	// Only a look: programs that check mail open links too. Who presses the button goes on.
	route({
		...public_,
		method: "GET",
		path: "/continue/:token",
		params: linkParams,
		limit: "sign-in",
		async handle(ctx, { params, visit }) {
			const found = await returning.draftByLink(ctx, params.token);
			return isRefusal(found) ? refused(found) : linkPage(ctx, visit, params.token, found);
		},
	}),
	route({
		...public_,
		method: "POST",
		path: "/continue/:token",
		params: linkParams,
		limit: "sign-in",
		async handle(ctx, { params, visit }) {
			const found = await returning.openByLink(ctx, params.token, knownBrowser(visit));
			return isRefusal(found) ? refused(found) : goOn(found);
		},
	}),
];

function goOn({ serviceId, draftId }: returning.Found): Answer {
	return redirect(resumptionOf({ service: serviceId, draft: draftId }));
}

function codePage(visit: Visit, typed: string, problem?: string): Answer {
	return page({
		status: problem === undefined ? 200 : 422,
		title: "Continue a saved form",
		wrong: problem !== undefined,
		headers: { "cache-control": "no-store" },
		main: codeMain({ csrf: visit.csrf(), typed, problem }),
	});
}

function linkPage({ house }: Context, visit: Visit, token: string, { serviceId, until }: returning.Found): Answer {
	const name = serviceById(house, serviceId)?.definition.name ?? "Your form";
	return page({
		title: "Continue your form",
		headers: quietly,
		main: linkMain({ csrf: visit.csrf(), action: linkPath(token), name, until }),
	});
}

/** Alike for a link that never was, one that was withdrawn and one whose answers are gone. */
function refused({ code }: returning.NotFound): Answer {
	return page({
		status: code === "sent" ? 200 : 404,
		title: code === "sent" ? "This form was sent" : "This link does not work any more",
		headers: quietly,
		main: linkRefusedMain(code),
	});
}

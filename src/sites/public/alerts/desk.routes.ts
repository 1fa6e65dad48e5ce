import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { deskRoute, type Page, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { alertsSince, endAlert, makeAlert, severities } from "../../../modules/knowledge/index.ts";
import { alertsPage, type AlertsProps } from "./desk.views.ts";
import { alertPlaces } from "./places.ts";

const path = "/desk/services/alerts";
const may = "services.manage";
/** What was typed is shown again however long it is; how long it may be, the action says. */
const text = z
	.string()
	.catch("")
	.transform((words) => words.slice(0, 20_000));

/** The banners that officers put on the public website. */
export const alertRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		handle: (ctx, { visit }) =>
			show(ctx, visit, {
				typed: { severity: "notice", words: "", link: "", place: "everywhere", until: londonDate(ctx.now) },
				refused: undefined,
			}),
	}),
	deskRoute({
		method: "POST",
		path,
		may,
		form: z.object({
			severity: z.enum(severities).catch("notice"),
			words: text,
			link: text,
			place: text,
			until: text,
		}),
		async handle(ctx, { form, visit }) {
			const known = alertPlaces(ctx.house).some(({ value }) => value === form.place);
			const made = await makeAlert(ctx, { ...form, place: known ? form.place : "everywhere" });
			return isRefusal(made) ? show(ctx, visit, { typed: form, refused: made.code }) : redirect(path);
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/:id/end`,
		may,
		params: z.object({ id: z.uuid() }),
		async handle(ctx, { params }) {
			await endAlert(ctx, params.id);
			return redirect(path);
		},
	}),
];

async function show(ctx: OfficerContext, visit: Visit, said: Pick<AlertsProps, "typed" | "refused">): Promise<Page> {
	const alerts = await alertsSince(ctx.house.db, ctx.now);
	const main = alertsPage({ alerts, places: alertPlaces(ctx.house), csrf: visit.csrf(), ...said });
	const wrong = said.refused === undefined ? {} : { wrong: true, status: 400 };
	return page({ title: "Banners on the website", main, current: "alerts", ...wrong });
}

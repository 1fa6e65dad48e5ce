import { z } from "zod";
import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, type Page, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { teams } from "../../staff/index.ts";
import { openedInWords, readOpened } from "../lookUps/sight.ts";
import { purposes } from "../purposes/pack.ts";
import { judgeLookUp } from "./judge.ts";
import {
	around,
	type Drawn,
	drawnById,
	drawnPage,
	type Filter,
	lastDays,
	verdicts,
	type View,
	views,
} from "./queries.ts";
import { type DrawnProps, drawnView, sampleView } from "./views.ts";

const path = "/desk/look-ups";
const may = "look-ups.review";
const params = z.object({ id: z.uuid() });
const title = "Who looked, and why";

const tabs: Readonly<Record<View, string>> = { waiting: "To look at", asked: "Officer asked", done: "Judged" };

/** The data-protection officer reads a sample of who opened which record and why. */
export const sampleRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		query: z.object({
			view: z.enum(views).catch("waiting"),
			purpose: z.string().max(60).catch(""),
			"stands-out": z.literal("yes").optional().catch(undefined),
			before: z.uuid().optional().catch(undefined),
		}),
		async handle(ctx, { query }) {
			const { house } = ctx;
			const filter: Filter = { view: query.view, purpose: query.purpose, standsOut: query["stands-out"] === "yes" };
			await noteReading(ctx, "look-ups.listed", query.view);
			const { rows, next } = await drawnPage(house.db, filter, query.before);
			return page({
				title,
				current: "look-ups",
				wide: true,
				main: sampleView({
					tabs: views.map((view) => ({
						text: tabs[view],
						href: addressOf({ ...filter, view }),
						active: view === filter.view,
					})),
					filter,
					purposes: purposes(house),
					rows: rows.map((row) => named(ctx, row)),
					days: await lastDays(house.db),
					next: next && addressOf(filter, next),
				}),
			});
		},
	}),
	deskRoute({
		method: "GET",
		path: `${path}/:id`,
		may,
		params,
		async handle(ctx, { params: { id }, visit }) {
			await noteReading(ctx, "look-up.read", id);
			return show(ctx, visit, id, { said: { verdict: "", remark: "" }, problem: undefined });
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/:id/verdict`,
		may,
		params,
		form: z.object({
			verdict: z.string().max(20).catch(""),
			remark: z
				.string()
				.catch("")
				.transform((words) => words.slice(0, 20_000)),
		}),
		async handle(ctx, { params: { id }, form: said, visit }) {
			const verdict = verdicts.find((one) => one === said.verdict);
			if (!verdict) return show(ctx, visit, id, { said, problem: "no-verdict" });
			const judged = await judgeLookUp(ctx, id, { verdict, remark: said.remark });
			return isRefusal(judged) ? show(ctx, visit, id, { said, problem: judged.code }) : redirect(path);
		},
	}),
];

async function show(
	ctx: OfficerContext,
	visit: Visit,
	id: string,
	said: Pick<DrawnProps, "said" | "problem">,
): Promise<Page> {
	const { house, actor } = ctx;
	const row = await drawnById(house.db, id);
	if (!row) throw new NotFound();
	const main = drawnView({
		...said,
		row: named(ctx, row),
		opened: openedInWords(house, readOpened(row.opened), "What the customer told us"),
		around: await around(house.db, row),
		isOwn: row.officerId === actor.id,
		csrf: visit.csrf(),
	});
	const wrong = said.problem === undefined ? {} : { status: 400, wrong: true };
	const before = backLink({ text: "Back to the sample", href: path });
	return page({ title, main, before, current: "look-ups", ...wrong });
}

function named({ house }: OfficerContext, row: Drawn) {
	return { ...row, teamName: teams(house).find(({ id }) => id === row.team)?.name ?? "No team" };
}

function addressOf({ view, purpose, standsOut }: Filter, before?: string): string {
	const asked = new URLSearchParams({
		...(view === "waiting" ? {} : { view }),
		...(purpose === "" ? {} : { purpose }),
		...(standsOut ? { "stands-out": "yes" } : {}),
		...(before === undefined ? {} : { before }),
	});
	return asked.size === 0 ? path : `${path}?${asked}`;
}

async function noteReading(ctx: OfficerContext, action: string, id: string): Promise<void> {
	await auditReading(ctx.house.db, ctx, { action, subject: { kind: "look-ups", id }, purpose: "review of look-ups" });
}

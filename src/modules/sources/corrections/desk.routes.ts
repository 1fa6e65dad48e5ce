import { z } from "zod";
import { auditReading } from "../../../platform/audit/index.ts";
import type { House, OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { sourceOf } from "../pack/source.ts";
import { sourceRecords } from "../queries/records.ts";
import { acceptCorrection, refuseCorrection, type TellRefusal, tellSource, withdrawCorrection } from "./actions.ts";
import { answeredCorrections, type Correction, correctionById, openCorrections } from "./correction.ts";
import { answerRefusals, correctionPage, correctionsPage, type Named, tellPage } from "./views.ts";

const one = z.object({ id: z.uuid() });
const text = z.string().catch("");
const words = z.object({ words: text });
const back = backLink({ href: "/desk/corrections", text: "Back to corrections" });
const current = "corrections";

export const correctionsRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/corrections",
		may: "officer",
		async handle(ctx) {
			const { db } = ctx.house;
			const open = await openCorrections(db, ctx.actor);
			const answered = await answeredCorrections(db, ctx.actor);
			await noteReading(ctx, "corrections.listed", { kind: "corrections", id: "list" });
			const named = (list: readonly Correction[]) => list.map((correction) => withNames(ctx.house, correction));
			const main = correctionsPage({ open: named(open), answered: named(answered), now: ctx.now });
			return page({ title: "Corrections", main, current, wide: true });
		},
	}),
	deskRoute({
		method: "GET",
		path: "/desk/corrections/new",
		may: "records.correct",
		query: z.object({ record: z.uuid(), field: text }),
		handle: (ctx, { query, visit }) => tell(ctx, visit, query.record, { field: query.field, ought: "", why: "" }),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/corrections",
		may: "records.correct",
		form: z.object({ record: z.uuid(), field: text, ought: text, why: text }),
		async handle(ctx, { form, visit }) {
			const { record, ...typed } = form;
			const told = await tellSource(ctx, { recordId: record, ...typed });
			return isRefusal(told) ? tell(ctx, visit, record, typed, told.code) : redirect(`/desk/corrections/${told.id}`);
		},
	}),
	deskRoute({
		method: "GET",
		path: "/desk/corrections/:id",
		may: "officer",
		params: one,
		handle: (ctx, { params, visit }) => shown(ctx, visit, params.id),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/corrections/:id/acceptance",
		may: "officer",
		params: one,
		form: words,
		async handle(ctx, { params, form, visit }) {
			const done = await acceptCorrection(ctx, params.id, form.words);
			if (isRefusal(done)) return shown(ctx, visit, params.id, answerRefusals[done.code], form.words);
			return redirect(`/desk/corrections/${params.id}`);
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/corrections/:id/refusal",
		may: "officer",
		params: one,
		form: words,
		async handle(ctx, { params, form, visit }) {
			const done = await refuseCorrection(ctx, params.id, form.words);
			if (isRefusal(done)) return shown(ctx, visit, params.id, answerRefusals[done.code], form.words);
			return redirect(`/desk/corrections/${params.id}`);
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/corrections/:id/withdrawal",
		may: "officer",
		params: one,
		async handle(ctx, { params, visit }) {
			const done = await withdrawCorrection(ctx, params.id);
			if (isRefusal(done)) return shown(ctx, visit, params.id, answerRefusals[done.code]);
			return redirect(`/desk/corrections/${params.id}`);
		},
	}),
];

async function noteReading(ctx: OfficerContext, action: string, subject: { kind: string; id: string }): Promise<void> {
	await auditReading(ctx.house.db, ctx, { action, subject, purpose: "to put right what a source has wrong" });
}

function withNames(house: House, correction: Correction): Named {
	const source = sourceOf(house, correction.source);
	return {
		...correction,
		sourceName: source?.name ?? correction.source,
		fieldName: source?.fields.find(({ id }) => id === correction.field)?.name ?? correction.field,
	};
}

async function shown(ctx: OfficerContext, visit: Visit, id: string, error?: string, typed = ""): Promise<Answer> {
	const found = await correctionById(ctx.house.db, ctx.actor, id);
	if (!found) throw new NotFound();
	await noteReading(ctx, "correction.read", { kind: "source-record", id: found.recordId });
	const correction = withNames(ctx.house, found);
	const { id: officerId, teams, permissions } = ctx.actor;
	const open = correction.state === "told";
	const manages = permissions.has("sources.manage");
	return page({
		status: error === undefined ? 200 : 400,
		title: `${correction.fieldName} – ${correction.sourceName}`,
		before: back,
		main: correctionPage({
			correction,
			mayAnswer: open && (manages || teams.includes(correction.teamId)),
			mayWithdraw: open && (manages || correction.toldBy === officerId),
			csrf: open ? visit.csrf() : "",
			error,
			words: typed,
		}),
		wrong: error !== undefined,
		current,
	});
}

async function tell(
	ctx: OfficerContext,
	visit: Visit,
	recordId: string,
	typed: { field: string; ought: string; why: string },
	refused?: TellRefusal,
): Promise<Answer> {
	const [record] = await sourceRecords(ctx.house.db, [recordId]);
	const source = record && sourceOf(ctx.house, record.source);
	if (!source) throw new NotFound();
	return page({
		status: refused === undefined ? 200 : 400,
		title: "Tell the source what it has wrong",
		before: back,
		main: tellPage({ source, recordId, typed, csrf: visit.csrf(), refused }),
		wrong: refused !== undefined,
		current,
	});
}

import { z } from "zod";
import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { csvOf } from "../../../platform/formats/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, body, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { beginImport, stopImport, withdrawImport } from "../imports/begin.ts";
import { faultsOf, type Import, importById, leftOutLines, sameAs } from "../imports/import.ts";
import { previewOf } from "../imports/preview.ts";
import { readByColumns, stageFile } from "../imports/stage.ts";
import { addressOf, beginRefusals, importPage } from "./import.views.ts";
import { sourceAsked, sourceParams } from "./sources.routes.ts";
import { uploadPage } from "./upload.views.ts";

const may = "sources.manage";
const oneImport = sourceParams.extend({ id: z.uuid() });
const checked = z.string().optional().catch(undefined);
const faultsShown = 100;
const largest = 300 * 1024 * 1024;

export const importsRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/sources/:source/imports",
		may,
		params: sourceParams,
		handle: (ctx, { params, visit }) => upload(ctx, visit, params.source, false),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/sources/:source/imports",
		may,
		params: sourceParams,
		form: z.object({ whole: checked }),
		files: { most: 1, bytes: largest },
		async handle(ctx, { params, form, files, visit }) {
			const [file] = files;
			const whole = form.whole === "yes";
			if (!file) return upload(ctx, visit, params.source, whole, "Choose a CSV file");
			if (file.tooBig) return upload(ctx, visit, params.source, whole, "The file must be smaller than 300 MB");
			const staged = await stageFile(ctx, { source: params.source, path: file.path, name: file.name, whole });
			if (isRefusal(staged)) return upload(ctx, visit, params.source, whole, staged.details.sentence);
			return redirect(addressOf(staged.import));
		},
	}),
	deskRoute({
		method: "GET",
		path: "/desk/sources/:source/imports/:id",
		may,
		params: oneImport,
		query: z.object({ after: z.coerce.number().int().min(-1).catch(-1) }),
		handle: (ctx, { params, query, visit }) => shown(ctx, visit, params.id, query.after),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/sources/:source/imports/:id/columns",
		may,
		params: oneImport,
		form: z.record(z.string(), z.unknown()),
		async handle(ctx, { params, form, visit }) {
			const said = Object.entries(form).flatMap(([name, value]): [string, string][] =>
				name.startsWith("column-") && typeof value === "string" ? [[name.slice("column-".length), value]] : [],
			);
			const read = await readByColumns(ctx, params.id, Object.fromEntries(said));
			if (!isRefusal(read)) return redirect(addressOf(await importById(ctx.house.db, params.id)));
			return shown(ctx, visit, params.id, -1, { text: read.details.sentence, href: "#main" });
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/sources/:source/imports/:id/beginning",
		may,
		params: oneImport,
		form: z.object({ sure: checked }),
		async handle(ctx, { params, form, visit }) {
			const begun = await beginImport(ctx, params.id, { sure: form.sure === "yes" });
			if (!isRefusal(begun)) return redirect(addressOf(begun));
			const href = begun.code === "many-gone" ? "#sure" : "#main";
			return shown(ctx, visit, params.id, -1, { text: beginRefusals[begun.code], href });
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/sources/:source/imports/:id/stop",
		may,
		params: oneImport,
		async handle(ctx, { params }) {
			await stopImport(ctx, params.id);
			return redirect(addressOf(await importById(ctx.house.db, params.id)));
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/sources/:source/imports/:id/withdrawal",
		may,
		params: oneImport,
		async handle(ctx, { params }) {
			await withdrawImport(ctx, params.id);
			return redirect(`/desk/sources/${(await importById(ctx.house.db, params.id)).source}`);
		},
	}),
	deskRoute({
		method: "GET",
		path: "/desk/sources/:source/imports/:id/faults.csv",
		may,
		params: oneImport,
		async handle(ctx, { params }) {
			const one = await read(ctx, params.id);
			const faults = await faultsOf(ctx.house.db, one.id, -1, 1_000_000);
			const rows = faults.map(({ line, field, sentence, leftOut }) => [line, field, sentence, leftOut]);
			return csv(`faults-${one.source}`, csvOf(["Line", "Field", "What is wrong", "Left out"], rows));
		},
	}),
	deskRoute({
		method: "GET",
		path: "/desk/sources/:source/imports/:id/left-out.csv",
		may,
		params: oneImport,
		async handle(ctx, { params }) {
			const one = await read(ctx, params.id);
			const lines = await leftOutLines(ctx.house.db, one.id);
			const rows = lines.map(({ cells }) => cells);
			return csv(`left-out-${one.source}`, csvOf(one.columns.headings, rows));
		},
	}),
];

function csv(name: string, text: string): Answer {
	return body("text/csv; charset=utf-8", text, 200, { "content-disposition": `attachment; filename="${name}.csv"` });
}

/** Lines of a file are personal data: that somebody looked at them is written down. */
async function read(ctx: OfficerContext, id: string): Promise<Import> {
	const one = await importById(ctx.house.db, id);
	await auditReading(ctx.house.db, ctx, {
		action: "source-import.read",
		subject: { kind: "source-import", id },
		purpose: "to bring a source's records in",
	});
	return one;
}

function upload(ctx: OfficerContext, visit: Visit, id: string, whole: boolean, error?: string): Answer {
	const source = sourceAsked(ctx.house, id);
	return page({
		status: error === undefined ? 200 : 400,
		title: `Bring a file in – ${source.name}`,
		before: backLink({ href: `/desk/sources/${id}`, text: `Back to ${source.name}` }),
		main: uploadPage({ source, whole, csrf: visit.csrf(), error }),
		wrong: error !== undefined,
		current: "sources",
	});
}

async function shown(
	ctx: OfficerContext,
	visit: Visit,
	id: string,
	after: number,
	error?: { text: string; href: string },
): Promise<Answer> {
	const one = await read(ctx, id);
	const preview = await previewOf(ctx, id);
	if (one.source !== preview.source.id) throw new NotFound();
	const found = await faultsOf(ctx.house.db, id, after, faultsShown + 1);
	// All that is wrong with one line stands on one page.
	const next = found[faultsShown]?.line ?? Infinity;
	const faults = found.filter(({ line }) => line < next);
	const last = found.length > faultsShown ? faults.at(-1) : undefined;
	return page({
		status: error === undefined ? 200 : 400,
		title: `${one.fileName} – ${preview.source.name}`,
		before: backLink({ href: `/desk/sources/${one.source}`, text: `Back to ${preview.source.name}` }),
		main: importPage({
			preview,
			faults,
			moreFaults: last && `${addressOf(one)}?after=${last.line}#faults`,
			before: one.state === "staged" ? await sameAs(ctx.house.db, one) : undefined,
			csrf: visit.csrf(),
			error,
		}),
		wrong: error !== undefined,
		current: "sources",
		wide: true,
		// Without script, too: the page is asked for again while the work goes on.
		...(one.state === "running" ? { headers: { refresh: "3" } } : {}),
	});
}

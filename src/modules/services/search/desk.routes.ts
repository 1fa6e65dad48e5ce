import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { deskRoute, type Page, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { publicServices } from "../audience.ts";
import { searchesPage, type SearchesProps } from "./desk.views.ts";
import { dismissMiss, forgetMeaning, meanings, tellMeaning } from "./meanings.ts";
import { misses } from "./misses.ts";

const path = "/desk/services/searches";
const may = "services.manage";
const text = z.string().max(200).catch("");
/** What was typed is shown again however long it is; how long it may be, the action says. */
const typed = z
	.string()
	.catch("")
	.transform((words) => words.slice(0, 20_000));

/** What people search for and do not find, and what the search was told that they mean. */
export const searchRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		query: z.object({ words: text, told: text }),
		handle: (ctx, { query, visit }) =>
			show(ctx, visit, { typed: { words: query.words, service: "" }, told: query.told || undefined }),
	}),
	deskRoute({
		method: "POST",
		path,
		may,
		form: z.object({ words: typed, service: text }),
		async handle(ctx, { form, visit }) {
			const told = await tellMeaning(ctx, form);
			if (isRefusal(told)) return show(ctx, visit, { typed: form, refused: told.code });
			return redirect(`${path}?${new URLSearchParams({ told: form.words })}`);
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/dismissal`,
		may,
		form: z.object({ words: text }),
		async handle(ctx, { form }) {
			await dismissMiss(ctx, form.words);
			return redirect(path);
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/end`,
		may,
		form: z.object({ words: text }),
		async handle(ctx, { form }) {
			await forgetMeaning(ctx, form.words);
			return redirect(path);
		},
	}),
];

type Said = Pick<SearchesProps, "typed"> & Partial<Pick<SearchesProps, "refused" | "told">>;

async function show(ctx: OfficerContext, visit: Visit, { typed, refused, told }: Said): Promise<Page> {
	const services = publicServices(ctx.house).map(({ id, definition }) => ({ id, name: definition.name }));
	const main = searchesPage({
		misses: await misses(ctx),
		meanings: await meanings(ctx),
		services,
		csrf: visit.csrf(),
		typed,
		refused,
		told,
	});
	const wrong = refused === undefined ? {} : { wrong: true, status: 400 };
	return page({ title: "Searches that found nothing", main, current: "website", ...wrong });
}

import { z } from "zod";
import type { House, OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { teams } from "../../staff/index.ts";
import { deliveriesOf, filesOf } from "../imports/import.ts";
import { type Source, sourceOf, sources } from "../pack/source.ts";
import { nothingOf, type Standing, standings } from "../queries/overview.ts";
import { correctingOf, qualityOf } from "../quality/queries.ts";
import { qualityCard } from "../quality/views.ts";
import { type SourceLine, sourcePage, sourcesPage } from "./sources.views.ts";

export const sourceParams = z.object({ source: z.string().regex(/^[a-z][a-z0-9-]*$/) });

export function sourceAsked(house: House, id: string): Source {
	const source = sourceOf(house, id);
	if (!source) throw new NotFound();
	return source;
}

export const sourcesRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/sources",
		may: "sources.manage",
		async handle(ctx) {
			const found = await standings(ctx.house.db);
			const lines = sources(ctx.house).map((source) => lineOf(ctx, source, found));
			return page({ title: "Sources", main: sourcesPage({ lines, now: ctx.now }), current: "sources", wide: true });
		},
	}),
	deskRoute({
		method: "GET",
		path: "/desk/sources/:source",
		may: "sources.manage",
		params: sourceParams,
		async handle(ctx, { params }) {
			const source = sourceAsked(ctx.house, params.source);
			const line = lineOf(ctx, source, await standings(ctx.house.db));
			const files = await filesOf(ctx.house.db, source.id);
			const deliveries = await deliveriesOf(ctx.house.db, source.id);
			const counts = await qualityOf(ctx.house.db, source.id);
			const since = new Date(ctx.now.getTime() - 90 * 86_400_000);
			const correcting = await correctingOf(ctx.house.db, source.id, since);
			const quality = qualityCard({ source, counts, correcting });
			return page({
				title: source.name,
				before: backLink({ href: "/desk/sources", text: "Back to sources" }),
				main: sourcePage({ line, files, deliveries, quality, now: ctx.now }),
				current: "sources",
				wide: true,
			});
		},
	}),
];

function lineOf({ house, now }: OfficerContext, source: Source, found: readonly Standing[]): SourceLine {
	const standing = found.find((one) => one.source === source.id) ?? nothingOf(source.id);
	const old = standing.lastAt === null ? 0 : now.getTime() - standing.lastAt.getTime();
	return {
		source,
		standing,
		team: teams(house).find(({ id }) => id === source.team)?.name ?? source.team,
		stale: old > source.fresh * 86_400_000,
	};
}

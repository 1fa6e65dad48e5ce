import type { Context, OfficerContext } from "../../../platform/context/index.ts";
import { councilPart } from "../../../platform/council/index.ts";
import { type Answer, body, deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { holdingsSlot } from "../../../platform/module/index.ts";
import { inventory, services } from "../../../modules/services/index.ts";
import { askedShape } from "./asked.ts";
import { choicesFor, ownerChoices, queryOf } from "./choices.ts";
import type { Choice } from "./filter.views.ts";
import { heldWays, informationAsCsv, informationAsked, type MapAsked, mapAskedShape } from "./informationMap.ts";
import { informationMapView } from "./informationMap.views.ts";
import { processesAsCsv, processesAsked } from "./inventory.ts";
import { inventoryView } from "./inventory.views.ts";

const inventoryPath = "/desk/services/inventory";
const mapPath = "/desk/services/information-map";
const may = "services.read";
const servicesOnPage = 10;

/**
 * The process inventory and the information map, as pages and as files. As JSON the one is `{ council, made, processes }`, the
 * other `{ council, made, asked, held }`: `made` an instant (ISO 8601, UTC), `processes` of `inventory.Process`, `asked` of
 * `inventory.Information`, `held` of `Holding`. Keys are added, never renamed.
 */
export const tableRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: inventoryPath,
		may,
		query: askedShape,
		handle: (ctx, { query: asked }) =>
			page({
				title: "Process inventory",
				current: "services",
				wide: true,
				main: inventoryView({
					filter: { action: inventoryPath, q: asked.q, choices: choicesFor(ctx.house, asked) },
					processes: processesAsked(ctx, asked),
					query: queryOf(asked),
				}),
			}),
	}),
	deskRoute({
		method: "GET",
		path: `${inventoryPath}.csv`,
		may,
		query: askedShape,
		handle: (ctx, { query }) => csv(ctx, "process-inventory", processesAsCsv(processesAsked(ctx, query))),
	}),
	deskRoute({
		method: "GET",
		path: `${inventoryPath}.json`,
		may,
		query: askedShape,
		handle: (ctx, { query }) => data(ctx, { processes: processesAsked(ctx, query) }),
	}),
	deskRoute({
		method: "GET",
		path: mapPath,
		may,
		query: mapAskedShape,
		handle: (ctx, { query }) => showMap(ctx, query),
	}),
	deskRoute({
		method: "GET",
		path: `${mapPath}.csv`,
		may,
		query: mapAskedShape,
		handle: (ctx, { query }) => csv(ctx, "information-map", informationAsCsv(informationAsked(ctx, query))),
	}),
	deskRoute({
		method: "GET",
		path: `${mapPath}.json`,
		may,
		query: mapAskedShape,
		handle: (ctx, { query }) => data(ctx, { asked: informationAsked(ctx, query), held: holdingsSlot.of(ctx.house) }),
	}),
];

function showMap(ctx: OfficerContext, asked: MapAsked): Answer {
	const { page: wanted, ...filters } = asked;
	const found = [...Map.groupBy(informationAsked(ctx, asked), ({ service }) => service).values()];
	const pages = Math.max(1, Math.ceil(found.length / servicesOnPage));
	const at = Math.min(wanted, pages);
	const pageAt = (number: number) => `${mapPath}${queryOf({ ...filters, page: number })}`;
	return page({
		title: "Information map",
		current: "services",
		wide: true,
		main: informationMapView({
			filter: { action: mapPath, q: asked.q, choices: mapChoices(ctx, asked) },
			asked: found.slice((at - 1) * servicesOnPage, at * servicesOnPage),
			from: (at - 1) * servicesOnPage + 1,
			all: found.length,
			query: queryOf(filters),
			next: at < pages ? pageAt(at + 1) : undefined,
			previous: at > 1 ? pageAt(at - 1) : undefined,
			holdings: holdingsSlot.of(ctx.house),
		}),
	});
}

const ofWords = { customer: "The customer", officer: "Officers", outside: "People outside" } as const;

function mapChoices({ house }: Context, asked: MapAsked): Choice[] {
	const items = services(house).map(({ id, definition }) => ({ value: id, text: definition.name }));
	const kinds = Object.entries(inventory.kindWords)
		.filter(([kind]) => kind !== "information")
		.map(([value, text]) => ({ value, text }));
	const answerers = inventory.answerers.map((value) => ({ value, text: ofWords[value] }));
	return [
		{ name: "service", label: "Service", unless: "Any service", value: asked.service, items },
		{ name: "kind", label: "Kind", unless: "Any kind", value: asked.kind, items: kinds },
		{ name: "of", label: "Asked of", unless: "Anyone", value: asked.of, items: answerers },
		{ name: "held", label: "How it is held", unless: "Any way", value: asked.held, items: heldWays },
		...ownerChoices(house, asked),
	];
}

function csv({ house }: Context, name: string, text: string): Answer {
	const council = councilPart.of(house).domain;
	return body("text/csv; charset=utf-8; header=present", text, 200, {
		"content-disposition": `attachment; filename="${name}-${council}.csv"`,
		"cache-control": "no-store",
	});
}

function data({ house, now }: Context, shown: object): Answer {
	const text = JSON.stringify({ council: councilPart.of(house).name, made: now.toISOString(), ...shown }, null, "\t");
	return body("application/json; charset=utf-8", text, 200, { "cache-control": "no-store" });
}

import { z } from "zod";
import { londonDate } from "../../../platform/time/index.ts";
import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { inventory, publicService, serviceById } from "../../../modules/services/index.ts";
import { maySend } from "../script/offered.ts";
import { askedShape } from "./asked.ts";
import { choicesFor } from "./choices.ts";
import { countsOf } from "./counts.ts";
import { differencesBefore, differencesView } from "./differences.views.ts";
import { serviceRows } from "./list.ts";
import { listView } from "./list.views.ts";
import { namesIn } from "./names.ts";
import { serviceBefore, serviceView } from "./service.views.ts";

const path = "/desk/services";
const may = "services.read";
const number = z
	.string()
	.regex(/^[1-9]\d{0,5}$/)
	.transform(Number);

/** What the council does, for officers to look up: every service, and each as it is defined. */
export const serviceDeskRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		query: askedShape,
		async handle(ctx, { query: asked }) {
			const rows = await serviceRows(ctx, asked);
			const filter = { action: path, q: asked.q, choices: choicesFor(ctx.house, asked) };
			return page({ title: "Services", current: "services", wide: true, main: listView({ filter, rows }) });
		},
	}),
	deskRoute({
		method: "GET",
		path: `${path}/:id`,
		may,
		params: z.object({ id: z.string() }),
		async handle(ctx, { params: { id } }) {
			const { house, now, actor } = ctx;
			const service = serviceById(house, id);
			if (!service) throw new NotFound("There is no such service.");
			const { definition } = service;
			return page({
				title: definition.name,
				current: "services",
				wide: true,
				before: serviceBefore,
				main: serviceView({
					service,
					topic: inventory.topicOf(house, definition),
					asked: inventory.questionsOf(service),
					names: namesIn(house, definition),
					versions: await inventory.versionsOf(house.db, id),
					counts: (await countsOf(ctx)).get(id) ?? { open: 0, lately: 0 },
					open: publicService(house, id) !== undefined,
					fills: maySend(actor, service),
					day: londonDate(now),
				}),
			});
		},
	}),
	deskRoute({
		method: "GET",
		path: `${path}/:id/versions/:version`,
		may,
		params: z.object({ id: z.string(), version: z.string() }),
		query: z.object({ with: z.string().max(10).catch("") }),
		async handle({ house }, { params, query }) {
			const versions = await inventory.versionsOf(house.db, params.id);
			const wanted = number.safeParse(params.version);
			const after = versions.find(({ version }) => version === wanted.data);
			const beside = number.safeParse(query.with);
			const before = beside.success
				? versions.find(({ version }) => version === beside.data)
				: versions.find(({ version }) => version < (after?.version ?? 0));
			if (!after || !before) throw new NotFound("There is no such version.");
			const name = serviceById(house, params.id)?.definition.name ?? after.definition.name;
			const differences = inventory.differencesOf(before.definition, after.definition);
			return page({
				title: `Version ${after.version} - ${name}`,
				current: "services",
				wide: true,
				before: differencesBefore(params.id),
				main: differencesView({ id: params.id, name, before, after, versions, differences }),
			});
		},
	}),
];

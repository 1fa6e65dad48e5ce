import { z } from "zod";
import { clients } from "../../../modules/requests/index.ts";
import { letSend, sendersOf, type Source, sourceOf, stopSending } from "../../../modules/sources/index.ts";
import type { House } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, page, redirect, type Route } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { sendersPage } from "./senders.views.ts";

const may = "sources.manage";
const path = "/desk/sources/:source/senders";
const params = z.object({ source: z.string() });

function sourceAsked(house: House, id: string): Source {
	const source = sourceOf(house, id);
	if (!source) throw new NotFound();
	return source;
}

/** Which other systems may send a source's records: of two rooms, those that hold a key and those that keep sources. */
export const senderRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		params,
		async handle(ctx, { params: { source: id }, visit }) {
			const source = sourceAsked(ctx.house, id);
			const senders = await sendersOf(ctx.house.db, source.id);
			const known = new Set(senders.map(({ clientId }) => clientId));
			const others = (await clients(ctx.house.db)).filter((one) => one.revokedAt === null && !known.has(one.id));
			return page({
				title: `Systems that may send – ${source.name}`,
				before: backLink({ href: `/desk/sources/${source.id}`, text: `Back to ${source.name}` }),
				main: sendersPage({ source, senders, others, csrf: visit.csrf() }),
				current: "sources",
			});
		},
	}),
	deskRoute({
		method: "POST",
		path,
		may,
		params,
		form: z.object({ client: z.string().catch("") }),
		async handle(ctx, { params: { source: id }, form }) {
			const source = sourceAsked(ctx.house, id);
			const client = (await clients(ctx.house.db)).find((one) => one.id === form.client && one.revokedAt === null);
			if (client) await letSend(ctx, source.id, client);
			return redirect(`/desk/sources/${source.id}/senders`);
		},
	}),
	deskRoute({
		method: "POST",
		path: `${path}/:client/withdrawal`,
		may,
		params: params.extend({ client: z.uuid() }),
		async handle(ctx, { params: { source: id, client } }) {
			const source = sourceAsked(ctx.house, id);
			await stopSending(ctx, source.id, client);
			return redirect(`/desk/sources/${source.id}/senders`);
		},
	}),
];

import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { returning, script } from "../../../modules/forms/index.ts";
import { findCustomers } from "../../../modules/requests/index.ts";
import { search, type Service, serviceById, summaryFor, topicsPart } from "../../../modules/services/index.ts";
import { chooserAt, openingsAt, scriptAt } from "./addresses.ts";
import { type ChooserProps, chooserMain } from "./choose.views.ts";
import { chosenCustomer, purpose } from "./customer.ts";
import { isOwn, servicesToAsk } from "./offered.ts";

const asked = z.object({ q: z.string().catch(""), who: z.string().catch(""), customer: z.string().catch("") });
type Asked = z.infer<typeof asked>;

/** Whom and what it is about, before the questions. */
export const chooseRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: chooserAt,
		may: "forms.fill",
		query: asked,
		handle: (ctx, { query, visit }) => choose(ctx, visit, query),
	}),
	deskRoute({
		method: "POST",
		path: openingsAt,
		may: "forms.fill",
		form: z.object({ code: z.string().catch(""), by: z.enum(["phone", "desk"]).catch("phone") }),
		limit: "submission",
		async handle(ctx, { form, visit }) {
			const { code } = form;
			const found = await returning.draftByCode(ctx, code.slice(0, 100), form.by);
			if (!isRefusal(found)) return redirect(scriptAt(found.serviceId, found.draftId));
			return choose(ctx, visit, { q: "", who: "", customer: "" }, { code, problem: found.code });
		},
	}),
];

async function choose(
	ctx: OfficerContext,
	visit: Visit,
	{ q, who, customer: id }: Asked,
	opening?: ChooserProps["opening"],
): Promise<Answer> {
	const words = q.trim().slice(0, 200);
	const seesCustomers = ctx.actor.permissions.has("customers.read");
	const [customer, found, services, drafts] = await Promise.all([
		id === "" ? undefined : chosenCustomer(ctx, id),
		who.trim() === "" || !seesCustomers ? undefined : findCustomers(ctx, who.slice(0, 200), purpose),
		words === "" ? undefined : searched(ctx, words),
		script.openDraftsOf(ctx, ctx.actor.id),
	]);
	return page({
		status: opening ? 422 : 200,
		wrong: opening !== undefined,
		title: "New request",
		current: "forms",
		wide: true,
		main: chooserMain({
			opening,
			csrf: csrfField(visit.csrf()),
			q: words,
			who,
			seesCustomers,
			customer,
			found,
			services: services?.map(({ definition }) => definition),
			topics: topicsOf(ctx),
			drafts: drafts.flatMap((draft) => draftOf(ctx, draft)),
			now: ctx.now,
		}),
	});
}

async function searched(ctx: OfficerContext, words: string): Promise<Service[]> {
	const open = new Map(servicesToAsk(ctx).map((service) => [service.id, service]));
	const { services } = await search(ctx, words);
	return services.flatMap(({ id }) => open.get(id) ?? []);
}

function topicsOf(ctx: OfficerContext): ChooserProps["topics"] {
	const open = servicesToAsk(ctx).map(({ definition }) => definition);
	return topicsPart
		.of(ctx.house)
		.map(({ name, id }) => ({ name, services: open.filter(({ topic }) => topic === id) }))
		.filter(({ services }) => services.length > 0);
}

type Open = Awaited<ReturnType<typeof script.openDraftsOf>>[number];

function draftOf({ house }: OfficerContext, draft: Open): ChooserProps["drafts"] {
	const service = serviceById(house, draft.serviceId);
	if (!service || isOwn(service)) return [];
	const { name } = service.definition.register;
	const who = name ? draft.answers[name] : undefined;
	return [
		{
			href: scriptAt(draft.serviceId, draft.id),
			service: service.definition.name,
			about: typeof who === "string" ? who : summaryFor(service, draft.answers),
			changedAt: draft.changedAt,
		},
	];
}

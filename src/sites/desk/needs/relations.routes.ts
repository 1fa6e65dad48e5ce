import { z } from "zod";
import {
	endRelationship,
	noteRelationship,
	type Relationship,
	relationshipKinds,
	relationshipsOf,
	relationshipWords,
	scopes,
} from "../../../modules/customers/index.ts";
import { customersWith } from "../../../modules/records/index.ts";
import { findCustomers } from "../../../modules/requests/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import {
	type Answer,
	deskRoute,
	type Page,
	page,
	redirect,
	type Route,
	type Visit,
} from "../../../platform/http/index.ts";
import { isRefusal, refuse } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { type EndProps, endView } from "./end.views.ts";
import { noteReading, type Opened, openFor } from "./open.ts";
import type { RelationsProps } from "./relationProps.ts";
import { relationsView } from "./relations.views.ts";

const at = "/desk/customers/:id/relationships";
const idOf = z.object({ id: z.string().max(60) });
const params = idOf.extend({ relationship: z.uuid() });
const words = z
	.string()
	.catch("")
	.transform((text) => text.slice(0, 20_000));
const q = z.string().trim().max(300).catch("");
const many = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);

const unsaid: RelationsProps["said"] = { other: "", kind: "", scope: [], evidence: "", fromDay: "", untilDay: "" };

/** Who is what to a customer, noted and ended by those who may correct records. */
export const relationRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: at,
		may: "customers.read",
		params: idOf,
		query: z.object({ q }),
		async handle(ctx, { params: { id }, query, visit }) {
			const opened = await openFor(ctx, id, relationsAt(id));
			if ("instead" in opened) return opened.instead;
			await noteReading(ctx, opened, "relationships.read");
			return show(ctx, visit, opened, query.q, { said: unsaid, problem: undefined });
		},
	}),
	deskRoute({
		method: "POST",
		path: at,
		may: "records.correct",
		params: idOf,
		form: z.object({ q, other: words, kind: words, scope: many, evidence: words, from: words, until: words }),
		async handle(ctx, { params: { id }, form, visit }) {
			const opened = await openFor(ctx, id, relationsAt(id));
			if ("instead" in opened) return opened.instead;
			const { other, kind, scope, evidence, from: fromDay, until: untilDay } = form;
			const said = { other, kind, scope, evidence, fromDay, untilDay };
			const noted = await note(ctx, opened, said);
			return isRefusal(noted) ? show(ctx, visit, opened, form.q, { said, problem: noted.code }) : back(opened);
		},
	}),
	deskRoute({
		method: "GET",
		path: `${at}/:relationship/end`,
		may: "records.correct",
		params,
		async handle(ctx, { params: { id, relationship }, visit }) {
			const opened = await openFor(ctx, id, relationsAt(id));
			if ("instead" in opened) return opened.instead;
			return ending(ctx, visit, opened, relationship, { why: "", problem: undefined });
		},
	}),
	deskRoute({
		method: "POST",
		path: `${at}/:relationship/end`,
		may: "records.correct",
		params,
		form: z.object({ why: words }),
		async handle(ctx, { params: { id, relationship }, form: { why }, visit }) {
			const opened = await openFor(ctx, id, relationsAt(id));
			if ("instead" in opened) return opened.instead;
			const ended = await endRelationship(ctx, opened.tree.customerIds, { id: relationship, why });
			if (!isRefusal(ended) || ended.code === "ended") return back(opened);
			return ending(ctx, visit, opened, relationship, { why, problem: ended.code });
		},
	}),
];

async function note(ctx: OfficerContext, { tree, customer }: Opened, said: RelationsProps["said"]) {
	const [kindSaid, side] = said.kind.split(" ");
	const kind = relationshipKinds.find((one) => one === kindSaid);
	const other = z.uuid().safeParse(said.other);
	if (!other.success || !customer) return refuse("no-other");
	if (!kind || (side !== "is" && side !== "has")) return refuse("no-kind");
	// Of two records that are one, neither is anything to the other.
	if (tree.customerIds.includes(other.data)) return refuse("same");
	const [from, to] = side === "is" ? [customer.id, other.data] : [other.data, customer.id];
	const scope = scopes.filter((one) => said.scope.includes(one));
	const { evidence, fromDay, untilDay } = said;
	return noteRelationship(ctx, { from, to, kind, scope, evidence, fromDay, untilDay });
}

function relationsAt(reference: string): string {
	return `/desk/customers/${encodeURIComponent(reference)}/relationships`;
}

function back({ tree }: Opened): Answer {
	return redirect(relationsAt(tree.head.reference));
}

function held(ctx: OfficerContext, { tree }: Opened): Promise<Relationship[]> {
	return relationshipsOf(ctx.house.db, tree.customerIds, londonDate(ctx.now));
}

async function show(
	ctx: OfficerContext,
	visit: Visit,
	opened: Opened,
	looked: string,
	said: Pick<RelationsProps, "said" | "problem">,
): Promise<Page> {
	const { tree, customer, lookUp } = opened;
	const { reference } = tree.head;
	const main = relationsView({
		...said,
		reference,
		name: customer?.name ?? "",
		relationships: await held(ctx, opened),
		mayNote: ctx.actor.permissions.has("records.correct") && customer !== undefined,
		found: looked === "" ? undefined : { q: looked, customers: await others(ctx, opened, looked, lookUp.purpose.id) },
		csrf: visit.csrf(),
	});
	const wrong = said.problem === undefined ? {} : { status: 400, wrong: true };
	const before = backLink({ text: "Back to the record", href: `/desk/customers/${reference}` });
	return page({
		title: `People they deal with · ${reference}`,
		before,
		main,
		current: "customers",
		wide: true,
		...wrong,
	});
}

/** Up to ten others, with as much of each as tells one from another. */
async function others(ctx: OfficerContext, { tree }: Opened, looked: string, purpose: string) {
	const found = await findCustomers(ctx, looked, purpose);
	const [own] = tree.customerIds;
	const same = own === undefined ? [] : await customersWith(ctx.house.db, own);
	return found
		.filter(({ id }) => !same.includes(id))
		.slice(0, 10)
		.map(({ id, name, email, phone }) => ({ id, name, reach: email ?? phone ?? "Left nothing to be reached by" }));
}

async function ending(
	ctx: OfficerContext,
	visit: Visit,
	opened: Opened,
	id: string,
	said: Pick<EndProps, "why" | "problem">,
): Promise<Answer> {
	const found = (await held(ctx, opened)).find((one) => one.id === id);
	if (!found) return back(opened);
	const { reference } = opened.tree.head;
	const main = endView({
		...said,
		reference,
		title: "Is this no longer so?",
		what: `${relationshipWords[found.kind][found.side]} ${found.other.name}`,
		ask: "Why does it end?",
		action: `${relationsAt(reference)}/${id}/end`,
		csrf: visit.csrf(),
	});
	const before = backLink({ text: "Back to the people they deal with", href: relationsAt(reference) });
	const wrong = said.problem === undefined ? {} : { status: 400, wrong: true };
	return page({ title: "Is this no longer so?", before, main, current: "customers", ...wrong });
}

/** What an officer does with customers who are one, or two. */
import { z } from "zod";
import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, deskRoute, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { theTree } from "../lookUps/theTree.ts";
import { sourceNameOf } from "../beside/shown.ts";
import { customerProps, isKept, matchable } from "./customer.ts";
import { apartFrom, linkHistory } from "./history.ts";
import { liftRoutes } from "./lift.routes.ts";
import { linksView } from "./links.views.ts";
import { countToLookThrough, lookThroughOf, tickOff } from "./lookThrough.ts";
import { lookThroughView } from "./lookThrough.views.ts";
import { mergeCustomers } from "./merge.ts";
import { bothOf, mergePage, otherPage } from "./mergePage.ts";
import { partCustomer } from "./part.ts";
import { partPage } from "./partPage.ts";

const may = "records.review";
const params = z.object({ id: z.string().max(60) });
const linkParams = z.object({ id: z.uuid() });
const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const word = z.preprocess(one, z.string().trim().max(200)).catch("");
/** What was typed is shown again however long it is; how long it may be, the action says. */
const text = z
	.preprocess(one, z.string())
	.catch("")
	.transform((words) => words.slice(0, 20_000));

const merges: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/customers/:id/merges/new",
		may,
		params,
		query: z.object({ with: word, q: word }),
		async handle(ctx, { params: { id }, query, visit }) {
			if (query.with === "") return otherPage(ctx, await matchable(ctx, id), query.q);
			return mergePage(ctx, { ...(await bothOf(ctx, id, query.with)), visit, typed: { why: "", confirmed: false } });
		},
	}),
	deskRoute({
		method: "POST",
		path: "/desk/customers/:id/merges",
		may,
		params,
		form: z.object({ with: word, why: text, confirm: word }),
		async handle(ctx, { params: { id }, form, visit }) {
			const { tree, other } = await bothOf(ctx, id, form.with);
			const typed = { why: form.why, confirmed: form.confirm === "yes" };
			const [left, right] = [tree.head.id, other.head.id];
			const merged = await mergeCustomers(ctx, { one: left, other: right, ...typed });
			if (isRefusal(merged)) return mergePage(ctx, { tree, other, visit, typed, refusal: merged });
			return redirect(`/desk/customers/${tree.head.reference}/links?done=merged`);
		},
	}),
];

const doneWords = {
	merged: "They are one customer now",
	already: "They are one customer already",
	parted: "They are two customers now",
	looked: "Saved",
} as const;
const done = z.enum(["merged", "already", "parted", "looked"]).optional().catch(undefined);

const links: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/customers/:id/links",
		may,
		params,
		query: z.object({ before: z.uuid().optional().catch(undefined), done }),
		async handle(ctx, { params: { id }, query }) {
			const tree = await theTree(ctx, id);
			const { reference } = tree.head;
			if (id !== reference)
				return redirect(`/desk/customers/${reference}/links${query.done ? `?done=${query.done}` : ""}`);
			const { db } = ctx.house;
			await auditReading(db, ctx, {
				action: "links.read",
				subject: { kind: "record", id: tree.head.id },
				purpose: "match review",
			});
			const ids = tree.nodes.map((node) => node.id);
			const { lines, next } = await linkHistory(db, ids, query.before);
			const { props } = await customerProps(ctx, tree.nodes, []);
			return page({
				title: `How ${reference} came together`,
				before: backLink({ text: "Back to the customer", href: `/desk/customers/${reference}` }),
				current: "pairs",
				main: linksView({
					...props,
					reference,
					lines,
					apart: await apartFrom(db, ids),
					nameOf: (source) => sourceNameOf(ctx.house, source),
					mayMerge: !isKept(tree),
					mayLift: ctx.actor.permissions.has("look-ups.review"),
					toLookThrough: await countToLookThrough(db, tree),
					next: next && `/desk/customers/${reference}/links?before=${next}`,
					done: query.done && doneWords[query.done],
				}),
			});
		},
	}),
	deskRoute({
		method: "GET",
		path: "/desk/links/:id/end",
		may,
		params: linkParams,
		handle: (ctx, { params: { id }, visit }) => partPage(ctx, { id, visit, why: "" }),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/links/:id/end",
		may,
		params: linkParams,
		form: z.object({ why: text }),
		async handle(ctx, { params: { id }, form: { why }, visit }) {
			const ended = await partCustomer(ctx, id, why);
			if (isRefusal(ended)) return partPage(ctx, { id, visit, why, refusal: ended });
			const [{ head }] = ended.parted;
			return redirect(`/desk/customers/${head.reference}/look-through?done=parted`);
		},
	}),
];

const ticked = z
	.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(z.string().max(300)).max(1_000))
	.catch([])
	.transform((boxes) =>
		boxes.flatMap((box) => {
			const [, linkId, kind, id] = /^([\da-f-]{36})\|([a-z-]{1,40})\|(.{1,100})$/.exec(box) ?? [];
			const isWhole = z.uuid().safeParse(linkId).success;
			return linkId && kind && id && isWhole ? [{ linkId, kind, id }] : [];
		}),
	);

const lookThrough: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: "/desk/customers/:id/look-through",
		may,
		params,
		query: z.object({ done }),
		handle: (ctx, { params: { id }, query, visit }) => lookThroughPage(ctx, id, visit, query.done),
	}),
	deskRoute({
		method: "POST",
		path: "/desk/customers/:id/look-through",
		may,
		params,
		form: z.object({ done: ticked }),
		async handle(ctx, { params: { id }, form }) {
			const tree = await theTree(ctx, id);
			await tickOff(ctx, tree, form.done);
			return redirect(`/desk/customers/${tree.head.reference}/look-through?done=looked`);
		},
	}),
];

async function lookThroughPage(
	ctx: OfficerContext,
	id: string,
	visit: Visit,
	done: keyof typeof doneWords | undefined,
): Promise<Answer> {
	const tree = await theTree(ctx, id);
	const { reference } = tree.head;
	if (id !== reference) return redirect(`/desk/customers/${reference}/look-through${done ? `?done=${done}` : ""}`);
	const { db } = ctx.house;
	await auditReading(db, ctx, {
		action: "look-through.read",
		subject: { kind: "record", id: tree.head.id },
		purpose: "match review",
	});
	const { props } = await customerProps(ctx, tree.nodes, []);
	return page({
		title: `What to look through for ${reference}`,
		before: backLink({ text: "Back to the customer", href: `/desk/customers/${reference}` }),
		current: "pairs",
		main: lookThroughView({
			reference,
			name: props.name,
			partings: await lookThroughOf(db, ctx.actor, tree),
			csrf: visit.csrf(),
			done: done && doneWords[done],
		}),
	});
}

export const mergingRoutes: readonly Route[] = [...merges, ...links, ...lookThrough, ...liftRoutes];

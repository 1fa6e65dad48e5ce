import { z } from "zod";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { deskRoute, type Page, page, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import type { Tree } from "../links/link.ts";
import { theTree } from "../lookUps/theTree.ts";
import { liftable, liftRestriction } from "./lift.ts";
import { liftView } from "./lift.views.ts";

const path = "/desk/customers/:id/restriction";
/** Of the data-protection officer: whoever said that a record must not be matched does not take it back alone. */
const may = "look-ups.review";
const params = z.object({ id: z.string().max(60) });
/** What was typed is shown again however long it is; how long it may be, the action says. */
const text = z
	.preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string())
	.catch("")
	.transform((words) => words.slice(0, 20_000));

const wrongWords = {
	"why-needed": "Say why nobody is in danger by it",
	"too-long": "Shorten the reason to 1,000 characters",
} as const;

export const liftRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path,
		may,
		params,
		handle: async (ctx, { params: { id }, visit }) => show(ctx, await theTree(ctx, id), visit, { why: "" }),
	}),
	deskRoute({
		method: "POST",
		path,
		may,
		params,
		form: z.object({ why: text }),
		async handle(ctx, { params: { id }, form: { why }, visit }) {
			const tree = await theTree(ctx, id);
			const lifted = await liftRestriction(ctx, tree, why);
			if (isRefusal(lifted)) return show(ctx, tree, visit, { why, wrong: wrongWords[lifted.code] });
			return redirect(`/desk/customers/${tree.head.reference}/links`);
		},
	}),
];

function show(ctx: OfficerContext, tree: Tree, visit: Visit, typed: { why: string; wrong?: string }): Page {
	const { reference } = tree.head;
	return page({
		title: "Let it be matched again?",
		...(typed.wrong ? { wrong: true, status: 422 } : {}),
		before: backLink({ text: "Back to the links", href: `/desk/customers/${reference}/links` }),
		current: "pairs",
		main: liftView({ reference, liftable: liftable(ctx.house, tree).length, csrf: visit.csrf(), ...typed }),
	});
}

import { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { type Answer, redirect, type Route, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { addFilesTo, answerItem, removeFileFrom, showItem } from "./item.ts";
import { answerItems, groupOn, type Scope, scopeInside, scopeOf, showItems } from "./items.ts";
import { answerRemoval, showRemoval } from "./itemRemoval.ts";
import { atPage } from "./question.routes.ts";
import { changeQuery, pageParams } from "./step.ts";
import { stepRoutes } from "./stepRoutes.ts";
import { uploadLimits } from "./uploads.ts";

const form = z.record(z.string(), z.unknown());

const params = pageParams.extend({
	/** The item that a list stands in, and the page of it that asks for the list. */
	outer: z.string().optional(),
	outerPart: z.string().optional(),
	item: z.string(),
	/** The page of the item, from 1, which is left out. */
	part: z.string().default("1"),
	file: z.string().optional(),
});
type Params = z.infer<typeof params>;
type Asked = { params: Params; query: z.infer<typeof changeQuery>; visit: Visit };

/** The pages of the items of groups, and of the groups inside items: an item is asked page by page, and taken away. */
export const itemRoutes: readonly Route[] = ["/:page", "/:page/items/:outer/:outerPart"].flatMap((list) => {
	const item = `/:draft${list}/items/:item`;
	return [
		...[item, `${item}/:part`].flatMap((path) => [
			...stepRoutes({
				method: "GET",
				path,
				params,
				query: changeQuery,
				handle: (ctx, asked) =>
					atScope(ctx, asked, (scope) => {
						const inside = innerList(scope, asked.params);
						return inside ? showItems(asked.visit, inside) : showItem(ctx, asked.visit, scope, placeOf(asked.params));
					}),
			}),
			...stepRoutes({
				method: "POST",
				path,
				params,
				query: changeQuery,
				form,
				files: uploadLimits,
				handle: (ctx, asked) =>
					atScope(ctx, asked, (scope) => {
						const inside = innerList(scope, asked.params);
						return inside
							? answerItems(ctx, asked.visit, inside, asked.form)
							: answerItem(ctx, asked.visit, scope, placeOf(asked.params), asked.form, asked.files);
					}),
			}),
		]),
		...stepRoutes({
			method: "GET",
			path: `${item}/removal`,
			params,
			query: changeQuery,
			handle: (ctx, asked) => atScope(ctx, asked, (scope) => showRemoval(asked.visit, scope, asked.params.item)),
		}),
		...stepRoutes({
			method: "POST",
			path: `${item}/removal`,
			params,
			query: changeQuery,
			form,
			handle: (ctx, asked) =>
				atScope(ctx, asked, (scope) => answerRemoval(ctx, asked.visit, scope, asked.params.item, asked.form)),
		}),
		...stepRoutes({
			method: "POST",
			path: `${item}/:part/files`,
			params,
			query: changeQuery,
			files: uploadLimits,
			limit: "submission",
			handle: (ctx, asked) =>
				atScope(ctx, asked, (scope) => addFilesTo(ctx, asked.visit, scope, placeOf(asked.params), asked.files)),
		}),
		...stepRoutes({
			method: "POST",
			path: `${item}/:part/files/:file/removal`,
			params,
			query: changeQuery,
			files: uploadLimits,
			handle: (ctx, asked) =>
				atScope(ctx, asked, (scope) => removeFileFrom(ctx, scope, placeOf(asked.params), asked.params.file ?? "")),
		}),
	];
});

/** Finds the list that the address names, of the form or inside an item. */
function atScope(ctx: Context, asked: Asked, go: (scope: Scope) => Answer | Promise<Answer>): Promise<Answer> {
	return atPage(ctx, asked, (step, page) => {
		const group = groupOn(page);
		if (!group) throw new NotFound("This page asks for no list.");
		const list = scopeOf(step, page, group);
		const { outer, outerPart, item } = asked.params;
		if (!/^[a-z0-9]{1,8}$/.test(item)) throw new NotFound("There is no such item.");
		if (outer === undefined) return go(list);
		const inside = scopeInside(list, outer, numberOf(outerPart));
		// Another tab took away what it stands in.
		return inside ? go(inside) : redirect(list.path);
	});
}

/** The list that this page of an item asks for; a list inside an item has no lists inside. */
function innerList(scope: Scope, asked: Params): Scope | undefined {
	return scope.at.inside ? undefined : scopeInside(scope, asked.item, numberOf(asked.part));
}

function placeOf({ item, part }: Params): { item: string; part: number } {
	return { item, part: numberOf(part) };
}

/** Pages of an item are numbered from 1 in addresses. */
function numberOf(part: string | undefined): number {
	if (part === undefined || !/^[1-9]\d?$/.test(part)) throw new NotFound("There is no such page.");
	return Number(part) - 1;
}

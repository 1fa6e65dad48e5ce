import type { Context } from "../../../platform/context/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, page, redirect, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { groups } from "../../../modules/forms/index.ts";
import { answersAt, removalOf, withChange } from "./addresses.ts";
import type { Scope } from "./items.ts";
import { gone } from "./step.ts";

/** Asks before an item goes. One that another tab took away is gone. */
export function showRemoval(visit: Visit, scope: Scope, name: string, problem?: string): Answer {
	const { step, at, items, path, caption } = scope;
	const place = items.findIndex((item, number) => groups.nameOfItem(item, number) === name);
	const item = items[place];
	const list = withChange(path, step.change);
	if (!item) return redirect(list);
	return page({
		status: problem === undefined ? 200 : 422,
		title: `Remove ${groups.itemInWords(at.group, place).toLowerCase()} - ${step.service.definition.name}`,
		wrong: problem !== undefined,
		before: backLink({ href: list }),
		current: "services",
		main: groups.removalPage({
			group: at.group,
			item,
			at: place,
			csrf: csrfField(visit.csrf()),
			action: withChange(removalOf(path, name), step.change),
			caption,
			problem,
		}),
	});
}

export async function answerRemoval(
	ctx: Context,
	visit: Visit,
	scope: Scope,
	name: string,
	typed: Readonly<Record<string, unknown>>,
): Promise<Answer> {
	const { step, at, items, path } = scope;
	const place = items.findIndex((item, number) => groups.nameOfItem(item, number) === name);
	const list = withChange(path, step.change);
	if (typed["remove"] === "no" || place < 0) return redirect(list);
	if (typed["remove"] !== "yes") {
		return showRemoval(
			visit,
			scope,
			name,
			`Select yes if you want to remove ${groups.itemInWords(at.group, place).toLowerCase()}`,
		);
	}
	const removed = await groups.removeItem(ctx, step.key, step.service.form, at, name);
	if (!isRefusal(removed)) return redirect(list);
	return removed.code === "gone" ? gone(ctx, step.service.id) : redirect(answersAt(step.journey));
}

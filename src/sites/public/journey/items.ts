import type { Context } from "../../../platform/context/index.ts";
import { csrfField } from "../../../platform/html/csrf.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, page, redirect, type Visit } from "../../../platform/http/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { type Answers, groups, type PageOfQuestions } from "../../../modules/forms/index.ts";
import type { Service } from "../../../modules/services/index.ts";
import { answersAt, formOf, itemAt, pageAt, removalOf, startOf, withChange } from "./addresses.ts";
import { afterAnswering, backFrom } from "./next.ts";
import { goesLater, leave } from "./saving.ts";
import { gone, type Step } from "./step.ts";

/** A customer at a list of items: of a group of the form, or of one inside an item. */
export type Scope = {
	readonly step: Step;
	readonly at: groups.ItemsAt;
	readonly items: readonly Answers[];
	/** The answers that conditions about an item may look at beside its own. */
	readonly around: Answers;
	/** The path of the list. */
	readonly path: string;
	readonly caption: string;
	readonly back: string;
	/** Where to go when there are no more to add. */
	readonly done: (ctx: Context) => Promise<Answer>;
};

/** The group that is a page's one question; undefined when the page asks something else. */
export function groupOn({ questions }: PageOfQuestions): groups.Group | undefined {
	const [first] = questions;
	return first?.kind === "group" ? first : undefined;
}

export function scopeOf(step: Step, asked: PageOfQuestions, group: groups.Group): Scope {
	const { service, draft, journey, change } = step;
	const at = { page: asked, group };
	return {
		step,
		at,
		items: groups.itemsAt(draft.answers, at) ?? [],
		around: draft.answers,
		path: pageAt(journey, asked.id),
		caption: service.definition.name,
		back: backFrom(step, asked.id),
		async done(ctx) {
			const passed = await groups.pass(ctx, step.key, service.form, asked);
			if (isRefusal(passed)) return passed.code === "gone" ? gone(ctx, service.id) : redirect(answersAt(journey));
			return redirect(await afterAnswering(ctx, { ...step, draft: passed.draft, change }, asked.id));
		},
	};
}

/** The list inside an item, which one of the pages of that item asks; undefined when it does not. */
export function scopeInside(outer: Scope, name: string, part: number): Scope | undefined {
	const { step, at: around, items } = outer;
	const place = items.findIndex((item, at) => groups.nameOfItem(item, at) === name);
	const item = items[place];
	const question = item && groups.partsOf(step.service.form, around.group, item, outer.around)[part]?.[0];
	if (!item || question?.kind !== "group") return undefined;
	const at = { page: around.page, group: question, inside: { group: around.group, item: name } };
	return {
		step,
		at,
		items: groups.itemsAt(step.draft.answers, at) ?? [],
		around: { ...outer.around, ...item },
		path: itemAt(outer.path, name, part),
		caption: groups.itemInWords(around.group, place),
		back: withChange(partBefore(outer, name, part), step.change),
		done: async () => redirect(withChange(partAfter(outer, name, part), step.change)),
	};
}

/** The path of the page on which an item goes on; its list's when it is whole. */
export function partAfter(scope: Scope, name: string, part: number): string {
	const next = shownParts(scope, name).find((at) => at > part);
	return next === undefined ? scope.path : itemAt(scope.path, name, next);
}

export function partBefore(scope: Scope, name: string, part: number): string {
	const before = shownParts(scope, name).findLast((at) => at < part);
	if (before !== undefined) return itemAt(scope.path, name, before);
	return scope.items.length === 0 ? scope.back : scope.path;
}

/** The pages of an item that ask something. */
function shownParts({ step, at, items, around }: Scope, name: string): number[] {
	const item = items.find((one, place) => groups.nameOfItem(one, place) === name) ?? {};
	return groups
		.partsOf(step.service.form, at.group, item, around)
		.flatMap((asked, part) => (asked.length > 0 ? [part] : []));
}

/** The list. Where there must be one and is none, the first is asked at once. */
export function showItems(visit: Visit, scope: Scope, problem?: string): Answer {
	const { step, at, items, around, path, caption } = scope;
	const { group } = at;
	const { change, service } = step;
	if (problem === undefined && groups.tooFew(group, items.length) && items.length === 0)
		return redirect(newItemAt(scope));
	return page({
		status: problem === undefined ? 200 : 422,
		title: `${group.ask} - ${service.definition.name}`,
		wrong: problem !== undefined,
		before: backLink({ href: scope.back }),
		current: "services",
		main: groups.itemsPage({
			group,
			items,
			unfinished: groups.unfinished(service.form, group, items, around)?.at,
			links: {
				change: (item) => withChange(itemAt(path, item), change),
				remove: (item) => withChange(removalOf(path, item), change),
			},
			csrf: csrfField(visit.csrf()),
			action: withChange(path, change),
			caption,
			problem,
		}),
	});
}

/** The list as the first page of a form, before there is a draft. */
export function showNoItems(visit: Visit, service: Service, group: groups.Group): Answer {
	return page({
		title: `${group.ask} - ${service.definition.name}`,
		before: backLink({ href: startOf(service.id) }),
		current: "services",
		main: groups.itemsPage({
			group,
			items: [],
			unfinished: undefined,
			links: { change: () => "", remove: () => "" },
			csrf: csrfField(visit.csrf()),
			action: formOf(service.id),
			caption: service.definition.name,
		}),
	});
}

/** "Do you need to add another?" was answered. */
export async function answerItems(
	ctx: Context,
	visit: Visit,
	scope: Scope,
	typed: Readonly<Record<string, unknown>>,
): Promise<Answer> {
	const { step, at, items, around, path } = scope;
	const { group } = at;
	const full = items.length >= group.most;
	if (goesLater(typed)) return leave(ctx, step);
	if (typed["add"] === "yes" && !full) return redirect(newItemAt(scope));
	if (typed["add"] !== "no" && !full) {
		return showItems(
			visit,
			scope,
			groups.another(group, items.length).replace("Do you", "Select yes if you").replace("?", ""),
		);
	}
	if (groups.tooFew(group, items.length)) return showItems(visit, scope, groups.tooFewWords(group, items.length));
	const due = groups.unfinished(step.service.form, group, items, around);
	if (due) return redirect(withChange(itemAt(path, due.item, due.part), step.change));
	return scope.done(ctx);
}

function newItemAt({ path, step }: Scope): string {
	return withChange(itemAt(path, groups.newItemName()), step.change);
}

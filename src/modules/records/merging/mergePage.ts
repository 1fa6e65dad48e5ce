import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, type Page, page, redirect, type Visit } from "../../../platform/http/index.ts";
import { besideRows } from "../beside/rules/rows.ts";
import type { ShownRecord } from "../beside/shown.ts";
import type { Tree } from "../links/link.ts";
import { conflictsBetween } from "./conflicts.ts";
import { customerProps, matchable } from "./customer.ts";
import { findOthers } from "./find.ts";
import { mergeView, type MergeProps, searchView } from "./merge.views.ts";
import { type MergeRefusal, mergeRefusals } from "./words.ts";

const purpose = "match review";

export type MergeAsked = {
	tree: Tree;
	other: Tree;
	visit: Visit;
	typed: MergeProps["typed"];
	refusal?: MergeRefusal | undefined;
};

/** Both customers beside each other. To open it is to read all records of both, and is audited. */
export async function mergePage(ctx: OfficerContext, asked: MergeAsked): Promise<Answer> {
	const { tree, other, visit, typed, refusal } = asked;
	if (tree.head.id === other.head.id) return redirect(`/desk/customers/${tree.head.reference}/links?done=already`);
	const { db } = ctx.house;
	const ids = [...tree.nodes, ...other.nodes].map(({ id }) => id);
	await auditReading(db, ctx, {
		action: "records.compared",
		subject: { kind: "record", id: tree.head.id },
		after: { with: other.head.id, records: ids },
		purpose,
	});
	const left = await customerProps(ctx, tree.nodes, tree.customerIds);
	const right = await customerProps(ctx, other.nodes, other.customerIds);
	const words = refusal && mergeRefusals[refusal.code];
	return page({
		title: `Make ${tree.head.reference} and ${other.head.reference} one customer?`,
		...(words ? { wrong: true, status: words.field === undefined ? 409 : 422 } : {}),
		before: backLink({ text: "Back to the customer", href: `/desk/customers/${tree.head.reference}` }),
		current: "pairs",
		wide: true,
		main: mergeView({
			left: left.props,
			right: right.props,
			beside: {
				left: tree.head.reference,
				right: other.head.reference,
				rows: besideRows(left.shown.map(saidBy), right.shown.map(saidBy)),
				says: ids.length > 2,
			},
			conflicts: await conflictsBetween(db, tree, other),
			csrf: visit.csrf(),
			typed,
			wrong: words,
		}),
	});
}

function saidBy({ sourceName, values }: ShownRecord) {
	return { from: sourceName, values };
}

export async function otherPage(ctx: OfficerContext, tree: Tree, q: string): Promise<Page> {
	const { props } = await customerProps(ctx, tree.nodes, tree.customerIds);
	const found = q === "" ? undefined : await findOthers(ctx, tree, q);
	return page({
		title: "Who is the same customer?",
		before: backLink({ text: "Back to the customer", href: `/desk/customers/${tree.head.reference}` }),
		current: "pairs",
		main: searchView({
			customer: props,
			q,
			found:
				found &&
				(await Promise.all(found.map(async (one) => (await customerProps(ctx, one.nodes, one.customerIds)).props))),
			none: `No other customer is found by “${q}”.`,
		}),
	});
}

/** The other customer, by a reference or id that an address names. Throws `NotFound`. */
export async function bothOf(ctx: OfficerContext, id: string, other: string) {
	return { tree: await matchable(ctx, id), other: await matchable(ctx, other) };
}

import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Answer, page, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { treeOf } from "../links/tree.ts";
import { frontDoor, type Node } from "../nodes/node.ts";
import { customerProps } from "./customer.ts";
import { linkById } from "./history.ts";
import { partView } from "./part.views.ts";
import { sidesOf } from "./rules/parting.ts";
import { type PartRefusal, partRefusals } from "./words.ts";

export type PartAsked = { id: string; visit: Visit; why: string; refusal?: PartRefusal | undefined };

/** What parts from what. Of a link that was ended, who ended it and why. */
export async function partPage(ctx: OfficerContext, { id, visit, why, refusal }: PartAsked): Promise<Answer> {
	const { db } = ctx.house;
	const line = await linkById(db, id);
	const tree = line && (await treeOf(db, line.a.id));
	if (!line || !tree) throw new NotFound("There is no such link.");
	await auditReading(db, ctx, {
		action: "link.read",
		subject: { kind: "link", id },
		after: { records: [line.a.id, line.b.id] },
		purpose: "match review",
	});
	const other = line.ended === null ? undefined : await treeOf(db, line.b.id);
	const [left, right] = other ? [tree.nodes, other.nodes] : sidesOf(tree, { id, a: line.a.id, b: line.b.id });
	const words = refusal && partRefusals[refusal.code];
	return page({
		title: "Part these into two customers?",
		...(words ? { wrong: true, status: words.field === undefined ? 409 : 422 } : {}),
		before: backLink({ text: "Back to the links", href: `/desk/customers/${tree.head.reference}/links` }),
		current: "pairs",
		main: partView({
			line,
			sides: [await propsOf(ctx, left), await propsOf(ctx, right)],
			csrf: visit.csrf(),
			why,
			wrong: words,
			reference: tree.head.reference,
		}),
	});
}

async function propsOf(ctx: OfficerContext, nodes: readonly Node[]) {
	const own = nodes.filter(({ source }) => source === frontDoor).map(({ id }) => id);
	return (await customerProps(ctx, nodes, own)).props;
}

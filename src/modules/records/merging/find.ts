import { auditReading } from "../../../platform/audit/index.ts";
import { mac } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { sources } from "../../sources/index.ts";
import type { Tree } from "../links/link.ts";
import { treeOf } from "../links/tree.ts";
import { findRecords } from "../search/find.ts";
import { sought } from "../search/sought.ts";
import { isKept } from "./customer.ts";

const most = 10;

/**
 * Other customers, found as the search for customers finds them; at most ten. Noted in the ledger by a mark, never by what was
 * typed.
 */
export async function findOthers(ctx: OfficerContext, tree: Tree, typed: string): Promise<Tree[]> {
	const { house } = ctx;
	const by = sought(typed);
	if (!by) return [];
	await auditReading(house.db, ctx, {
		action: "customers.searched",
		subject: { kind: "record", id: tree.head.id },
		after: {
			searched: by.kind,
			mark: mac(house, "search", "customers", typed.toLowerCase()).subarray(0, 12).toString("base64url"),
		},
		purpose: "match review",
	});
	const hidden = sources(house).filter(({ flag, restricted }) => flag || restricted);
	const found = await findRecords(house.db, by, { limit: most + 1, hidden: hidden.map(({ id }) => id) });
	const others = found.filter(({ id }) => id !== tree.head.id).slice(0, most);
	const trees = await Promise.all(others.map(({ id }) => treeOf(house.db, id)));
	return trees.flatMap((other) => (other === undefined || isKept(other) ? [] : [other]));
}

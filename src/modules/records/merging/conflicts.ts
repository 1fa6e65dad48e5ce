import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Tree } from "../links/link.ts";
import { type Compared, type Conflict, conflictsOf } from "./rules/conflicts.ts";

/** A colleague who said that they are two customers. */
export type SaidApart = { why: string; by: string; at: Date };

export type Conflicts = { found: readonly Conflict[]; apart: readonly SaidApart[] };

export async function conflictsBetween(db: Handle, one: Tree, other: Tree): Promise<Conflicts> {
	const [left, right] = [idsOf(one), idsOf(other)];
	const { rows: apart } = await sql<SaidApart>`select why, actor_name as by, at from records.apart
		where (a = any(${left}::uuid[]) and b = any(${right}::uuid[]))
			or (a = any(${right}::uuid[]) and b = any(${left}::uuid[])) order by at`.execute(db);
	const found = conflictsOf(await comparedOf(db, left), await comparedOf(db, right));
	return { found: apart.length > 0 ? [...found, "apart"] : found, apart };
}

function idsOf({ nodes }: Tree): string[] {
	return nodes.map(({ id }) => id);
}

async function comparedOf(db: Handle, ids: readonly string[]): Promise<Compared[]> {
	return db
		.selectFrom("records.record")
		.select(["kind", "born", "number"])
		.where("id", "in", [...ids])
		.execute();
}

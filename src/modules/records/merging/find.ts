import { sql } from "kysely";
import { audit } from "../../../platform/audit/index.ts";
import { mac } from "../../../platform/auth/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { readReference } from "../../../platform/formats/index.ts";
import { customersMatching } from "../../customers/index.ts";
import { standardRecord } from "../../matching/index.ts";
import type { Tree } from "../links/link.ts";
import { treeOf } from "../links/tree.ts";
import { isKept } from "./customer.ts";

const most = 10;

/**
 * Other customers by a reference, an email address, a telephone number or a name; at most ten. Noted in the ledger by a mark,
 * never by what was typed.
 */
export async function findOthers(ctx: OfficerContext, tree: Tree, typed: string): Promise<Tree[]> {
	const { db } = ctx.house;
	const mark = mac(ctx.house, "search", "merge", typed.toLowerCase()).subarray(0, 12).toString("base64url");
	const subject = { kind: "record", id: tree.head.id };
	await audit(db, ctx, { action: "records.searched", subject, after: { mark }, purpose: "match review" });
	const heads = new Map<string, Tree>();
	for (const id of await idsFor(ctx, typed)) {
		const found = await treeOf(db, id);
		if (!found || isKept(found) || found.head.id === tree.head.id) continue;
		heads.set(found.head.id, found);
		if (heads.size === most) break;
	}
	return [...heads.values()];
}

async function idsFor({ house: { db } }: OfficerContext, typed: string): Promise<string[]> {
	const reference = readReference(typed, "CR");
	const said = standardRecord({ name: typed, ...(typed.includes("@") ? { email: typed } : {}), phone: typed });
	const { email = null, phone = null, given = null, surname = null } = said;
	const isPhone = /^[\d\s()+-]{6,}$/.test(typed);
	const by = reference
		? sql`reference = ${reference}`
		: email !== null
			? sql`email = ${email}`
			: isPhone
				? sql`phone = ${phone}`
				: given === null
					? sql`surname = ${surname}`
					: sql`given = ${given} and surname = ${surname}`;
	const { rows } = await sql<{ id: string }>`select id from records.record where ${by} and not restricted
		order by began_at, id limit 50`.execute(db);
	const own = reference || email !== null || isPhone ? [] : await customersMatching(db, { name: typed });
	return [...rows.map(({ id }) => id), ...own.map(({ id }) => id)];
}

import { sql } from "kysely";
import type { Db, Handle } from "../db/connect.ts";

/** Links entries whose transactions have ended into the chain. Answers how many. */
export async function seal(db: Handle): Promise<number> {
	const { rows } = await sql<{ linked: number }>`select audit.seal() as linked`.execute(db);
	return rows[0]?.linked ?? 0;
}

export type ChainReport =
	| { whole: true; length: number; head: string }
	| { whole: false; position: number; problem: "changed" | "missing" | "unlinked" | "cut short" };

/**
 * Walks the whole chain and says where it first breaks: an entry changed or missing, one that was slipped in, or an end cut off.
 * `head` is the last hash in hex: kept elsewhere, it proves later that nothing before it was changed.
 */
export async function verifyChain(db: Db): Promise<ChainReport> {
	await seal(db);
	return db
		.transaction()
		.setIsolationLevel("repeatable read")
		.execute(async (tx) => {
			const { rows } = await sql<{ position: number; problem: "changed" | "missing" }>`
			select position, problem from (
				select l.position, case
						when lag(l.position, 1, 0::bigint) over chain <> l.position - 1 then 'missing'
						when e.id is null then 'missing'
						when audit.digest(lag(l.hash, 1, sha256('front door'::bytea)) over chain, e) <> l.hash then 'changed'
					end as problem
				from audit.link l left join audit.entry e on e.id = l.entry_id
				window chain as (order by l.position)
			) walked where problem is not null order by position limit 1`.execute(tx);
			const broken = rows[0];
			if (broken) return { whole: false, ...broken };
			const { rows: ends } = await sql<{ position: number; head: string; last: number; same: boolean; loose: number }>`
			select h.position, encode(h.hash, 'hex') as head,
				coalesce((select max(position) from audit.link), 0) as last,
				h.hash = coalesce((select hash from audit.link order by position desc limit 1), sha256('front door'::bytea)) as same,
				(select count(*) from audit.entry e where e.transaction < h.sealed_before
					and not exists (select from audit.link l where l.entry_id = e.id)) as loose
			from audit.head h`.execute(tx);
			const end = ends[0];
			if (!end) return { whole: false, position: 0, problem: "missing" };
			if (end.last !== end.position || !end.same) return { whole: false, position: end.last, problem: "cut short" };
			if (end.loose > 0) return { whole: false, position: end.position, problem: "unlinked" };
			return { whole: true, length: end.position, head: end.head };
		});
}

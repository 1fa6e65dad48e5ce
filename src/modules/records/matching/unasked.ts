/** Questions that nobody has answered yet and that need no answer any more. One that an officer has open at this moment is let be. */
import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";

const unanswered = sql`settled_at is null and not exists (select from records.opinion o where o.pair_id = pair.id)`;

async function drop(tx: Handle, which: RawBuilder<unknown>): Promise<void> {
	await sql`delete from records.pair where id in (select id from records.pair
		where id in (${which}) and ${unanswered} for update skip locked)`.execute(tx);
}

/** Of two customers that go by these heads a person has said that they are two. */
export async function dropAskedOfTwo(tx: Handle, [one, other]: readonly [string, string]): Promise<void> {
	await drop(
		tx,
		sql`select p.id from records.pair p join records.record ra on ra.id = p.a join records.record rb on rb.id = p.b
			where (ra.head_id, rb.head_id) in ((${one}, ${other}), (${other}, ${one}))`,
	);
}

/** Whoever goes by this head became one customer just now: of each other customer one question is left, the surest. */
export async function dropAskedTwice(tx: Handle, head: string): Promise<void> {
	await drop(
		tx,
		sql`select id from (
			select p.id, row_number() over (partition by rb.head_id order by p.weight desc, p.id) as place
			from records.record ra join records.pair p on ra.id in (p.a, p.b) and p.settled_at is null
				join records.record rb on rb.id = case when p.a = ra.id then p.b else p.a end
			where ra.head_id = ${head} and rb.head_id <> ${head}
		) asked where place > 1`,
	);
}

import { sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Model } from "../../matching/index.ts";
import { columnOf } from "../nodes/standard.ts";

/** Counts anew how many records hold each value that several hold, of the fields in which a rare value says more. */
export async function countFrequencies(tx: Handle, { comparisons }: Model): Promise<void> {
	const fields = new Set(comparisons.flatMap(({ levels }) => levels.flatMap(({ rare }) => (rare ? [rare.field] : []))));
	await sql`delete from records.frequency`.execute(tx);
	for (const field of fields) {
		const column = sql.raw(columnOf(field));
		await sql`insert into records.frequency (field, value, held)
			select ${field}, ${column}, count(*)::int from records.record
			where ${column} is not null and gone_at is null and not restricted
			group by ${column} having count(*) > 1`.execute(tx);
	}
}

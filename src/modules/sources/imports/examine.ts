import { sql } from "kysely";
import type { Tx } from "../../../platform/db/connect.ts";
import { movedCells } from "../../matching/index.ts";
import type { Columns } from "../columns/columns.ts";
import type { Source } from "../pack/source.ts";
import { readLine } from "../reading/line.ts";

type Fault = { line: number; number: number; field: string | null; sentence: string; left: boolean };
type Looked = { line: number; key: string | null; left: boolean };

const atOnce = 2_000;
/** Of one line; what is wrong with more of its fields is wrong with the line. */
const mostOfALine = 20;

/**
 * Looks at every staged line as these columns read it: notes what is wrong and which lines are left out. What was noted
 * before is forgotten. Answers how many lines are left out.
 */
export async function examine(
	tx: Tx,
	importId: string,
	source: Source,
	given: { headings: readonly string[]; fields: Columns; unread: ReadonlyMap<number, string>; today: string },
): Promise<number> {
	await sql`delete from sources.fault where import_id = ${importId} and line > 0`.execute(tx);
	const keys = new Map<string, number>();
	let left = 0;
	for (let after = 0; ; ) {
		const { rows } = await sql<{ line: number; cells: string[] }>`select line, cells from sources.line
			where import_id = ${importId} and line > ${after} order by line limit ${atOnce}`.execute(tx);
		if (rows.length === 0) return left;
		after = rows.at(-1)?.line ?? after;
		const faults: Fault[] = [];
		const looked: Looked[] = [];
		for (const { line, cells } of rows) {
			const { key, faults: wrong, leftOut } = readLine(source, given.fields, cells, given.today);
			const moved = movedCells(given.headings, cells);
			const first = key === undefined ? undefined : keys.get(key);
			const why =
				given.unread.get(line) ??
				(moved === undefined ? undefined : `The line ${moved}; the heading has ${given.headings.length}.`) ??
				leftOut ??
				(first === undefined ? undefined : `“${key}” stands on line ${first} too, which was taken.`);
			if (why === undefined && key !== undefined) keys.set(key, line);
			if (why !== undefined) left++;
			looked.push({ line, key: key ?? null, left: why !== undefined });
			const sentences: Omit<Fault, "line" | "number">[] =
				why === undefined
					? Object.entries(wrong).map(([field, sentence]) => ({ field, sentence, left: false }))
					: [{ field: null, sentence: why, left: true }];
			faults.push(...sentences.slice(0, mostOfALine).map((one, number) => ({ line, number, ...one })));
		}
		await note(tx, importId, looked, faults);
	}
}

async function note(tx: Tx, importId: string, looked: readonly Looked[], faults: readonly Fault[]): Promise<void> {
	await sql`update sources.line l set key = n.key, left_out = n.left
		from jsonb_to_recordset(${JSON.stringify(looked)}::jsonb) n (line integer, key text, "left" boolean)
		where l.import_id = ${importId} and l.line = n.line`.execute(tx);
	if (faults.length === 0) return;
	await sql`insert into sources.fault (import_id, line, number, field, sentence, left_out)
		select ${importId}, n.line, n.number, n.field, n.sentence, n.left
		from jsonb_to_recordset(${JSON.stringify(faults)}::jsonb)
			n (line integer, number smallint, field text, sentence text, "left" boolean)`.execute(tx);
}

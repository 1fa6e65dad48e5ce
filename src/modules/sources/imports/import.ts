import { sql } from "kysely";
import type { Handle, Tx } from "../../../platform/db/connect.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import type { Columns } from "../columns/columns.ts";

export type ImportState = "staged" | "running" | "done" | "stopped" | "withdrawn";

/** One file or delivery of a source's records. */
export type Import = {
	id: string;
	source: string;
	fileName: string;
	/** It holds every record of the source. */
	whole: boolean;
	columns: { headings: readonly string[]; fields: Columns };
	state: ImportState;
	/** Lines that hold a record, those that were left out with a fault, and how many of the others are taken in. */
	lines: number;
	faulty: number;
	done: number;
	added: number;
	changed: number;
	unchanged: number;
	gone: number;
	by: string;
	stagedAt: Date;
	beganAt: Date | null;
	endedAt: Date | null;
};

const columns = sql`id, source, file_name as "fileName", whole, columns, state, lines, faulty, done, added, changed,
	unchanged, gone, actor_name as by, staged_at as "stagedAt", began_at as "beganAt", ended_at as "endedAt"`;

/** Throws `NotFound`. */
export async function importById(db: Handle, id: string): Promise<Import> {
	const { rows } = await sql<Import>`select ${columns} from sources.import where id = ${id}`.execute(db);
	if (!rows[0]) throw new NotFound();
	return rows[0];
}

/** Held until the transaction ends. Throws `NotFound`. */
export async function lockImport(tx: Tx, id: string): Promise<Import> {
	const { rows } = await sql<Import>`select ${columns} from sources.import where id = ${id} for update`.execute(tx);
	if (!rows[0]) throw new NotFound();
	return rows[0];
}

/** The latest files of a source, the newest first; without those that were set aside before they began. */
export async function filesOf(db: Handle, source: string, most = 20): Promise<Import[]> {
	const { rows } = await sql<Import>`select ${columns} from sources.import
		where source = ${source} and state <> 'withdrawn' and columns->'headings' <> '[]'
		order by staged_at desc limit ${most}`.execute(db);
	return rows;
}

/** The latest that other systems sent, the newest first: such a delivery has no headings. */
export async function deliveriesOf(db: Handle, source: string, most = 10): Promise<Import[]> {
	const { rows } = await sql<Import>`select ${columns} from sources.import
		where source = ${source} and columns->'headings' = '[]' order by staged_at desc limit ${most}`.execute(db);
	return rows;
}

/** The latest import of the very same file for a source, of those in one of these states. */
export async function sameFile(
	db: Handle,
	source: string,
	digest: Buffer,
	states: readonly ImportState[],
): Promise<Import | undefined> {
	const { rows } = await sql<Import>`select ${columns} from sources.import
		where source = ${source} and digest = ${digest} and state = any(${[...states]}::text[])
		order by staged_at desc limit 1`.execute(db);
	return rows[0];
}

export type ImportFault = { line: number; field: string | null; sentence: string; leftOut: boolean };

/** What is wrong with an import's lines, in their order, from after line `after`; line 0 is the whole file. */
export async function faultsOf(db: Handle, importId: string, after = -1, most = 200): Promise<ImportFault[]> {
	const { rows } = await sql<ImportFault>`select line, field, sentence, left_out as "leftOut" from sources.fault
		where import_id = ${importId} and line > ${after} order by line, number limit ${most}`.execute(db);
	return rows;
}

/** The lines that were left out, as they stand in the file, for whoever mends them. */
export async function leftOutLines(db: Handle, importId: string): Promise<{ line: number; cells: string[] }[]> {
	const { rows } = await sql<{ line: number; cells: string[] }>`select line, cells from sources.line
		where import_id = ${importId} and left_out order by line`.execute(db);
	return rows;
}

/** An earlier import of the very same file. */
export async function sameAs(db: Handle, { id, source }: Import): Promise<Import | undefined> {
	const { rows } = await sql<{ digest: Buffer }>`select digest from sources.import where id = ${id}`.execute(db);
	return rows[0] && sameFile(db, source, rows[0].digest, ["done", "running", "stopped"]);
}

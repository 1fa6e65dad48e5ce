import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { isRefusal, NotFound, type Refusal, refuse } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { FaultyFile, type Line } from "../../matching/index.ts";
import { type Because, type ColumnRefusal, columnsOf, type Said } from "../columns/columns.ts";
import { type Source, sourceOf } from "../pack/source.ts";
import { examine } from "./examine.ts";
import { type Import, importById, lockImport, sameFile } from "./import.ts";
import { openFile, storable } from "./opened.ts";

export type Staged = {
	import: Import;
	/** The very same file was taken in before, or is being taken in. */
	before: Import | undefined;
};

type Given = { source: string; path: string; name: string; whole: boolean; said?: Said };

/**
 * Reads a file of a source's records and keeps its lines, none of them taken in yet: `beginImport` does that, once somebody has
 * seen what it would do. Refuses what is no table, and a table whose key no column is. Throws `NotFound` for no source.
 */
export async function stageFile(
	ctx: Context,
	given: Given,
): Promise<Staged | Refusal<"faulty" | ColumnRefusal, Because>> {
	const source = sourceOf(ctx.house, given.source);
	if (!source) throw new NotFound();
	const digest = await digestOf(given.path);
	const before = await sameFile(ctx.house.db, source.id, digest, ["done", "running", "stopped"]);
	try {
		const id = await ctx.house.db.transaction().execute((tx) => readIn(tx, ctx, source, given, digest));
		return isRefusal(id) ? id : { import: await importById(ctx.house.db, id), before };
	} catch (error) {
		if (error instanceof FaultyFile) return refuse("faulty", { sentence: error.message });
		throw error;
	}
}

async function readIn(
	tx: Tx,
	ctx: Context,
	source: Source,
	given: Given,
	digest: Buffer,
): Promise<string | Refusal<ColumnRefusal, Because>> {
	const file = await openFile(source, given.path, given.said ?? {});
	if (isRefusal(file)) return file;
	const { headings, fields, notes } = file;
	const id = newId();
	await sql`insert into sources.import (id, source, file_name, digest, whole, columns, state, lines, actor_kind, actor_id,
			actor_name, staged_at)
		values (${id}, ${source.id}, ${storable(given.name).slice(0, 200)}, ${digest}, ${given.whole},
			${JSON.stringify({ headings, fields })}::jsonb, 'staged', 0, ${ctx.actor.kind}, ${ctx.actor.id}, ${ctx.actor.name},
			${ctx.now})`.execute(tx);
	const { count, unread } = await keepLines(tx, id, file.lines);
	if (count === 0) throw new FaultyFile(`${given.name} has a heading and no records.`);
	const faulty = await examine(tx, id, source, { headings, fields, unread, today: londonDate(ctx.now) });
	await sql`update sources.import set lines = ${count}, faulty = ${faulty} where id = ${id}`.execute(tx);
	for (const [number, sentence] of notes.entries())
		await sql`insert into sources.fault (import_id, line, number, sentence, left_out)
			values (${id}, 0, ${number}, ${sentence}, false)`.execute(tx);
	await audit(tx, ctx, {
		action: "source-import.staged",
		subject: { kind: "source-import", id },
		after: { source: source.id, lines: count, whole: given.whole },
	});
	return id;
}

const atOnce = 1_000;

async function keepLines(tx: Tx, importId: string, lines: AsyncIterable<Line>) {
	const unread = new Map<number, string>();
	let waiting: { n: number; c: readonly string[] }[] = [];
	let count = 0;
	const write = async () => {
		if (waiting.length === 0) return;
		await sql`insert into sources.line (import_id, line, cells)
			select ${importId}, (one->>'n')::integer, array(select jsonb_array_elements_text(one->'c'))
			from jsonb_array_elements(${JSON.stringify(waiting)}::jsonb) one`.execute(tx);
		waiting = [];
	};
	for await (const { number, cells, fault } of lines) {
		if (fault !== undefined) unread.set(number, `The line ${fault}.`);
		waiting.push({ n: number, c: cells });
		count++;
		if (waiting.length >= atOnce) await write();
	}
	await write();
	return { count, unread };
}

/** Reads the staged lines again by other columns. Refuses what has begun. */
export async function readByColumns(
	ctx: Context,
	id: string,
	said: Said,
): Promise<undefined | Refusal<ColumnRefusal | "has-begun", Because>> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const { state, source: sourceId, columns } = await lockImport(tx, id);
		const source = sourceOf(ctx.house, sourceId);
		if (!source) throw new NotFound();
		if (state !== "staged")
			return refuse("has-begun", { sentence: "It has begun, and goes on by the columns it began with." });
		const { headings } = columns;
		const fields = columnsOf(source, headings, said);
		if (isRefusal(fields)) return fields;
		const { rows } = await sql<{ line: number; sentence: string }>`select line, sentence from sources.fault
			where import_id = ${id} and sentence like 'The line opens %'`.execute(tx);
		const unread = new Map(rows.map(({ line, sentence }) => [line, sentence]));
		const faulty = await examine(tx, id, source, { headings, fields, unread, today: londonDate(ctx.now) });
		await sql`update sources.import set faulty = ${faulty}, columns = ${JSON.stringify({ headings, fields })}::jsonb
			where id = ${id}`.execute(tx);
		return undefined;
	});
}

async function digestOf(path: string): Promise<Buffer> {
	const hash = createHash("sha256");
	const bytes: AsyncIterable<Buffer> = createReadStream(path);
	for await (const piece of bytes) hash.update(piece);
	return hash.digest();
}

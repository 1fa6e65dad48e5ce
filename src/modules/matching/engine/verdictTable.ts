/** Pairs between this program's memory and the engine's, and out as CSV. */
import { DOUBLE, DuckDBDataChunk, INTEGER } from "@duckdb/node-api";
import type { Model } from "../model/model.ts";
import type { Duck } from "./duck.ts";

/** Makes a table of two whole numbers and perhaps a fraction: `pair(a integer, b integer)`. */
export async function fillPairs(
	{ connection }: Duck,
	shape: string,
	rows: readonly (readonly number[])[],
): Promise<void> {
	await connection.run(`create or replace table ${shape}`);
	const types = [INTEGER, INTEGER, ...(shape.includes("double") ? [DOUBLE] : [])];
	const appender = await connection.createAppender(shape.slice(0, shape.indexOf("(")));
	for (let at = 0; at < rows.length; at += 2048) {
		const some = rows.slice(at, at + 2048);
		const chunk = DuckDBDataChunk.create(types, some.length);
		chunk.setColumns(types.map((_, column) => some.map((row) => row[column] ?? 0)));
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

/** Writes every pair from the threshold to ask at upwards, the surest first, and counts them on either side of that to link at. */
export async function writePairs(duck: Duck, model: Model, out: string): Promise<{ linked: number; toAsk: number }> {
	const { ask, link } = model.thresholds;
	const each = model.comparisons.map(({ name }, at) => `round(w${at}, 2) as "${name}"`).join(", ");
	await duck.run(`copy (select a.id as id_a, b.id as id_b, round(v.probability, 6) as probability, round(weight, 2) as weight, ${each}, round(household, 2) as household
		from verdict v join scored s on s.a = v.a and s.b = v.b join record a on a.row = v.a join record b on b.row = v.b
		where v.probability >= ${ask} order by v.probability desc, weight desc, a.row, b.row)
		to '${out.replaceAll("'", "''")}' (format csv, header)`);
	const [linked, toAsk] = await duck.numbers(
		`select count(*) filter (probability >= ${link}), count(*) filter (probability >= ${ask} and probability < ${link}) from verdict`,
	);
	return { linked: linked?.[0] ?? 0, toAsk: toAsk?.[0] ?? 0 };
}

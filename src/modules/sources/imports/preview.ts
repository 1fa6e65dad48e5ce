import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { type Source, sourceOf } from "../pack/source.ts";
import { type Reading, readLine } from "../reading/line.ts";
import { wouldBeGone } from "./begin.ts";
import { type Import, importById } from "./import.ts";

export type Preview = {
	import: Import;
	source: Source;
	/** The first lines as they are read. */
	first: readonly (Reading & { line: number })[];
	/** Each field with the heading it is read from, or none. */
	fields: readonly { id: string; name: string; heading: string | undefined; needed: boolean }[];
	/** Headings that are no field's. */
	unused: readonly string[];
	/** Of a whole file: records of the source that it does not have, and of how many. */
	gone: { gone: number; of: number };
};

/** What an import would do, before it begins. Throws `NotFound`. */
export async function previewOf(ctx: Context, id: string): Promise<Preview> {
	const { db } = ctx.house;
	const one = await importById(db, id);
	const source = sourceOf(ctx.house, one.source);
	if (!source) throw new NotFound();
	const { headings, fields } = one.columns;
	const used = new Set(Object.values(fields));
	const today = londonDate(ctx.now);
	const first = (await firstLines(db, id)).map(({ line, cells }) => ({
		line,
		...readLine(source, fields, cells, today),
	}));
	return {
		import: one,
		source,
		first,
		fields: source.fields.map(({ id: field, name, needed }) => {
			const at = fields[field];
			return { id: field, name, needed, heading: at === undefined ? undefined : headings[at] };
		}),
		unused: headings.filter((heading, at) => heading !== "" && !used.has(at)),
		gone: one.whole && one.state === "staged" ? await wouldBeGone(db, one) : { gone: 0, of: 0 },
	};
}

async function firstLines(db: Handle, id: string): Promise<{ line: number; cells: string[] }[]> {
	const { rows } = await sql<{ line: number; cells: string[] }>`select line, cells from sources.line
		where import_id = ${id} and not left_out order by line limit 3`.execute(db);
	return rows;
}

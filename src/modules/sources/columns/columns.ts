import { didYouMean } from "../../../platform/module/index.ts";
import { isRefusal, type Refusal, refuse } from "../../../platform/refusal/index.ts";
import type { Source } from "../pack/source.ts";
import { foldHeading } from "./heading.ts";

/** Which cell of a line, from 0, is which field. */
export type Columns = Readonly<Record<string, number>>;

/** What somebody says of it beside the headings: field → heading, or nothing for a field that the file has not. */
export type Said = Readonly<Record<string, string>>;

export type ColumnRefusal = "no-field" | "no-column" | "no-key";
/** What it was, in words for whoever brought the file. */
export type Because = { sentence: string };

/** By the headings that a source declares, its fields' names and ids, or as it is said. */
export function columnsOf(
	source: Source,
	headings: readonly string[],
	said: Said = {},
): Columns | Refusal<ColumnRefusal, Because> {
	const folded = headings.map(foldHeading);
	const columns: Record<string, number> = {};
	for (const [id, heading] of Object.entries(said)) {
		const field = source.fields.find((one) => one.id === id);
		if (!field) {
			const ids = source.fields.map((one) => one.id);
			return refuse("no-field", {
				sentence: `“${id}” is no field of this source.${didYouMean(id, ids)} It has ${ids.join(", ")}.`,
			});
		}
		const at = heading === "" ? -1 : folded.indexOf(foldHeading(heading));
		if (heading !== "" && at < 0)
			return refuse("no-column", {
				sentence: `The file has no column “${heading}”. It has ${headings.filter(Boolean).join(", ")}.`,
			});
		if (at >= 0) columns[id] = at;
	}
	const taken = new Set(Object.values(columns));
	for (const field of source.fields) {
		if (columns[field.id] !== undefined || said[field.id] === "") continue;
		const at = [...field.columns, field.id, field.name]
			.map((heading) => folded.indexOf(foldHeading(heading)))
			.find((one) => one >= 0 && !taken.has(one));
		if (at === undefined) continue;
		columns[field.id] = at;
		taken.add(at);
	}
	const key = source.fields.find(({ id }) => id === source.key);
	if (columns[source.key] === undefined)
		return refuse("no-key", {
			sentence: `No column is the ${key?.name.toLowerCase() ?? source.key}, by which records of ${source.name} are known. The file has ${headings.filter(Boolean).join(", ") || "no headings"}.`,
		});
	return columns;
}

/** Of the first lines, the one that is the heading: the first in which the key is found, else the first. */
export function headingAmong(source: Source, lines: readonly (readonly string[])[], said: Said): number {
	const at = lines.findIndex((cells) => !isRefusal(columnsOf(source, cells, said)));
	return Math.max(0, at);
}

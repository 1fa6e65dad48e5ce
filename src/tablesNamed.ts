/**
 * The tables of the database that a source file names, as `schema.table`: in SQL of any case, in Kysely's calls, quoted or not.
 * Comments do not count. `*` stands for a schema that is chosen apart from its table, since nobody can follow that.
 */
export function tablesNamed(source: string, tables: readonly string[]): string[] {
	const text = source.replace(/\/\*.*?\*\//gs, "").replace(/(?<=^|\s)\/\/.*$/gm, "");
	const named = tables.filter((name) => {
		const [schema = "", table = ""] = name.split(".");
		const quoted = (word: string) => `["'\`\\\\]*\\b${word}\\b["'\`\\\\]*`;
		const apart = `sql\\s*\\.\\s*(?:id|ref|table)\\s*\\(\\s*${quoted(schema)}\\s*,\\s*${quoted(table)}`;
		return new RegExp(`${quoted(schema)}\\s*\\.\\s*${quoted(table)}|${apart}`, "i").test(text);
	});
	return /\.withSchema\(|\bsearch_path\b/i.test(text) ? [...named, "*"] : named;
}

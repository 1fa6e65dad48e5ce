/** The types of `tables.ts`: what a query reads and what it may write, as the migrations say. */
import type { Column, Table } from "./catalogue.ts";

type Shape = { readonly read: string; readonly write: string };

const heading = `/** Made by \`node src/platform/db/maps/generate.ts\` from the migrations; never edited. */
import type { ColumnType, Generated, GeneratedAlways } from "kysely";

type Seen<Row> = { readonly [Name in keyof Row]: ColumnType<Row[Name], never, never> };
`;

const same = (type: string): Shape => ({ read: type, write: type });

const shapes: Readonly<Record<string, Shape>> = {
	boolean: same("boolean"),
	smallint: same("number"),
	integer: same("number"),
	bigint: same("number"),
	real: same("number"),
	"double precision": same("number"),
	numeric: { read: "string", write: "number | string" },
	"timestamp with time zone": { read: "Date", write: "Date | string" },
	// Writing takes a string, so that an array is not taken for one of PostgreSQL's.
	json: { read: "unknown", write: "string" },
	jsonb: { read: "unknown", write: "string" },
	bytea: { read: "Buffer", write: "Uint8Array" },
	point: { read: "{ x: number; y: number }", write: "string" },
};

/** The whole of `tables.ts`. */
export function writeTypes(tables: readonly Table[]): string {
	const byName = new Map(tables.map((table) => [table.name, table]));
	const types = tables.map((table) => writeTable(table, byName));
	const keys = tables.map(({ name }) => `\t"${name}": ${typeName(name)};\n`).join("");
	return `${heading}\n${types.join("\n")}\nexport type DB = {\n${keys}};\n`;
}

function writeTable(table: Table, tables: ReadonlyMap<string, Table>): string {
	const columns = table.columns.map(
		(column) => `\t${column.name}: ${table.isView ? seen(table, column, tables) : kept(table, column)};\n`,
	);
	const row = `{\n${columns.join("")}}`;
	return `export type ${typeName(table.name)} = ${table.isView ? `Seen<${row}>` : row};\n`;
}

function typeName(name: string): string {
	return name.replaceAll(/(^|[._])([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

function kept(table: Table, column: Column): string {
	const { read, write } = shape(table, column);
	const none = column.nullable ? " | null" : "";
	if (column.filled === "always") return `GeneratedAlways<${read}${none}>`;
	if (read === write) return column.filled === "by default" ? `Generated<${read}${none}>` : `${read}${none}`;
	const left = column.filled === "by default" || column.nullable ? " | undefined" : "";
	return `ColumnType<${read}${none}, ${write}${none}${left}, ${write}${none}>`;
}

function seen(view: Table, column: Column, tables: ReadonlyMap<string, Table>): string {
	const { read, nullable } = trace(view, column, tables);
	return nullable ? `${read} | null` : read;
}

function trace(table: Table, column: Column, tables: ReadonlyMap<string, Table>): { read: string; nullable: boolean } {
	if (!table.isView) return { read: shape(table, column).read, nullable: column.nullable };
	const origin = table.origins.get(column.name);
	const source = tables.get(origin?.table ?? "");
	const original = source?.columns.find(({ name }) => name === origin?.column);
	if (origin === undefined || source === undefined || original === undefined) {
		return { read: shape(table, column).read, nullable: origin?.neverNull !== true };
	}
	const found = trace(source, original, tables);
	return { read: found.read, nullable: found.nullable || origin.mayBeMissing };
}

function shape(table: Table, column: Column): Shape {
	const listed = column.labels?.map((label) => JSON.stringify(label)) ?? allowed(table, column);
	if (column.type.endsWith("[]")) {
		const item = listed === null ? itemShape(column.type.slice(0, -2)) : same(listed.join(" | "));
		return { read: listOf(item.read), write: listOf(item.write) };
	}
	return listed === null ? itemShape(column.type) : same(listed.join(" | "));
}

function itemShape(type: string): Shape {
	return shapes[type.replace(/\(.*\)$/, "")] ?? same("string");
}

function listOf(item: string): string {
	return /^\w+$/.test(item) ? `${item}[]` : `(${item})[]`;
}

/** The values that a check of the table lets the column hold, as literals; null when it holds any. */
function allowed(table: Table, { name, type }: Column): string[] | null {
	if (!/^(text|character varying|smallint|integer|bigint)\b/.test(type)) return null;
	for (const { definition } of table.constraints) {
		const list = oneOf(definition, name);
		if (list !== null) return list;
	}
	return null;
}

const literal = /'((?:[^']|'')*)'::(?:text|character varying)|(?<![\w'])(-?\d+)(?![\w'])/g;

function oneOf(definition: string, column: string): string[] | null {
	const whole = /^CHECK \(\((.*)\)\)$/s.exec(definition)?.[1];
	const test = whole?.replace(new RegExp(`^\\(${column} IS NULL\\) OR \\((.*)\\)$`, "s"), "$1");
	const match =
		test === undefined
			? null
			: new RegExp(`^${column} (?:= ANY \\(ARRAY\\[|<@ ARRAY\\[|= )(.*?)(?:\\]\\)?)?$`, "s").exec(test);
	const list = match?.[1];
	if (list === undefined || list.replaceAll(literal, "").replaceAll(/[,\s]/g, "") !== "") return null;
	return Array.from(list.matchAll(literal), ([, text, number]) =>
		text === undefined ? (number ?? "") : JSON.stringify(text.replaceAll("''", "'")),
	);
}

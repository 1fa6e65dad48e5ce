/** `docs/maps/tables.txt`: every table as it is after all migrations, to be read in a review. */
import type { Column, Definition, Table } from "./catalogue.ts";

const heading = `Every table, as it stands after all migrations. Made by
\`node src/platform/db/maps/generate.ts\` and checked by \`npm test\`; never edited.
`;

/** The whole map. */
export function writeMap(tables: readonly Table[]): string {
	return `${heading}\n${tables.map(writeTable).join("\n")}`;
}

function writeTable({ name, isView, columns, constraints, indexes, triggers }: Table): string {
	const width = Math.max(...columns.map((column) => column.name.length));
	const typeWidth = Math.max(...columns.map((column) => column.type.length));
	const lines = [
		`${isView ? "view" : "table"} ${name}`,
		...columns.map((column) => writeColumn(column, width, typeWidth, isView)),
		...constraints.map(({ name: called, definition }) => `  constraint ${called} ${definition}`),
		...indexes.map(writeIndex),
		...triggers.map(({ definition }) => `  ${definition.replace("CREATE TRIGGER", "trigger")}`),
	];
	return `${lines.join("\n")}\n`;
}

function writeColumn(column: Column, width: number, typeWidth: number, isView: boolean): string {
	const none = isView || column.nullable ? "" : " not null";
	const value =
		column.default === null
			? ""
			: ` ${column.filled === "always" ? "generated" : "default"} ${oneLine(column.default)}`;
	return `  ${column.name.padEnd(width)} ${column.type.padEnd(typeWidth)}${none}${value}`.trimEnd();
}

function writeIndex({ name, definition }: Definition): string {
	const unique = definition.startsWith("CREATE UNIQUE") ? "unique " : "";
	return `  ${unique}index ${name} ${oneLine(definition.slice(definition.indexOf(" USING ") + 7))}`;
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, " ");
}

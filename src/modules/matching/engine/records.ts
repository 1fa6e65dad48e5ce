/** The records as a table of the engine, with what it needs to know of each value: how many hold it. */
import { textFields, type StandardRecord, type TextField } from "../record.ts";
import type { Model } from "../model/model.ts";
import { type Duck, fillTable } from "./duck.ts";

/** One record of the file `file`, 0 or 1, by its own id there. */
export type Row = { file: number; id: string; record: StandardRecord };

/** How many records there are in each file, and which fields any of them has. */
export type Stock = { sizes: readonly [number, number]; all: number; held: ReadonlySet<TextField> };

/** Makes `record(row, file, id, …fields, …how many hold them)`; `row` counts from 0, the first file's records first. */
export async function stock(duck: Duck, model: Model, rows: AsyncIterable<Row>): Promise<Stock> {
	const sizes: [number, number] = [0, 0];
	async function* lines() {
		let number = 0;
		for await (const { file, id, record } of rows) {
			sizes[file === 0 ? 0 : 1]++;
			yield { number: number++, texts: [String(file), id, ...textFields.map((field) => record[field])] };
		}
	}
	const columns = textFields.map((field) => `${field} varchar`).join(", ");
	await duck.run(`create table came(row integer, file varchar, id varchar, ${columns})`);
	const all = await fillTable(duck, "came", textFields.length + 2, lines());
	const counts = await duck.numbers(`select ${textFields.map((field) => `count(${field})`).join(", ")} from came`);
	const held = new Set(textFields.filter((_, at) => (counts[at]?.[0] ?? 0) > 0));
	const rare = rareFields(model).filter((field) => held.has(field));
	for (const field of rare)
		await duck.run(
			`create table held_${field} as select ${field}, count(*)::integer as held from came where ${field} is not null group by 1`,
		);
	const joins = rare.map((field) => `left join held_${field} on came.${field} = held_${field}.${field}`).join(" ");
	const more = rare.map((field) => `, held_${field}.held as held_${field}`).join("");
	await duck.run(
		`create table record as select came.*, date_diff('day', date '1900-01-01', try_strptime(came.born, '%Y%m%d')::date) as bornDay ${more} from came ${joins} order by came.row`,
	);
	for (const field of rare) await duck.run(`drop table held_${field}`);
	await duck.run("drop table came");
	return { sizes, all, held };
}

/** The fields whose values count for more when they are rare. */
function rareFields({ comparisons }: Model): readonly TextField[] {
	const named = comparisons.flatMap(({ levels }) => levels.flatMap(({ rare }) => (rare ? [rare.field] : [])));
	return [...new Set(named)];
}

import type { Patterns } from "../rules/patterns.ts";
import type { Duck } from "./duck.ts";

/** How often each pattern of levels stands in a table of compared pairs. */
export async function patternsOf(duck: Duck, table: string, comparisons: number, where = "true"): Promise<Patterns> {
	const names = Array.from({ length: comparisons }, (_, at) => `l${at}`).join(", ");
	const columns = await duck.numbers(
		`select count(*), ${names} from ${table} where ${where} group by ${names} order by ${names}`,
	);
	const [counts = new Float64Array(), ...levels] = columns;
	return { counts, levels: levels.map((column) => Int8Array.from(column)) };
}

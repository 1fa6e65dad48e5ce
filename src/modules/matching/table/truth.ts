import { FaultyFile, openTable, type Table } from "./table.ts";

/** What is known: whether two records are of one person, undefined where it is not said; how many such pairs there are. */
export type Truth = { truths: number; same: (one: string, other: string) => boolean | undefined };

const firsts = ["id_a", "unique_id_l", "id_l", "id1", "a", "left", "one"];
const seconds = ["id_b", "unique_id_r", "id_r", "id2", "b", "right", "other"];
const scores = ["same", "match", "label", "clerical_match_score", "is_match"];
const groups = ["cluster", "group", "customer", "true_id", "true id", "identity", "entity", "person"];
const ids = ["id", "rec_id", "unique_id", "record_id"];

type Pair = { one: string; other: string; probability: number };

/** Every line of a file of pairs; without a column of probabilities each is certain. */
export async function pairsOf(path: string, note: (sentence: string) => void): Promise<Pair[]> {
	const table = await openTable(path, note);
	return readPairs(table, at(table, ["probability", "match_probability"]));
}

export async function truthOf(
	path: string,
	columns: Readonly<Record<string, string>>,
	note: (sentence: string) => void,
): Promise<Truth> {
	const table = await openTable(path, note);
	const group = at(table, columns["group"] === undefined ? groups : [columns["group"]]);
	if (at(table, firsts) === undefined && group !== undefined) {
		const id = at(table, columns["id"] === undefined ? ids : [columns["id"]]);
		if (id === undefined) throw new FaultyFile(`${table.name} has no column of ids: say which with --map id=….`);
		return byGroup(table, id, group);
	}
	const score = at(table, scores);
	const pairs = await readPairs(table, score);
	const said = new Map(pairs.map(({ one, other, probability }) => [keyOf(one, other), probability >= 0.5]));
	const denies = [...said.values()].some((same) => !same);
	return {
		truths: [...said.values()].filter(Boolean).length,
		// Where the file names strangers too, a pair that it does not name is not judged.
		same: (one, other) => said.get(keyOf(one, other)) ?? (denies ? undefined : false),
	};
}

async function byGroup(table: Table, id: number, group: number): Promise<Truth> {
	const groupOf = new Map<string, string>();
	const sizes = new Map<string, number>();
	for await (const { cells } of table.lines()) {
		const [record, of] = [cells[id] ?? "", cells[group] ?? ""];
		groupOf.set(record, of);
		if (of !== "") sizes.set(of, (sizes.get(of) ?? 0) + 1);
	}
	return {
		truths: [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0),
		same: (one, other) => {
			const [first, second] = [groupOf.get(one), groupOf.get(other)];
			return first !== undefined && first !== "" && first === second;
		},
	};
}

async function readPairs(table: Table, score: number | undefined): Promise<Pair[]> {
	const [first, second] = [at(table, firsts), at(table, seconds)];
	if (first === undefined || second === undefined)
		throw new FaultyFile(
			`${table.name} needs columns id_a and id_b${score === undefined ? ", or id and cluster" : ""}. It has ${table.columns.join(", ")}.`,
		);
	const pairs: Pair[] = [];
	for await (const { number, cells } of table.lines()) {
		const probability = score === undefined ? 1 : Number(cells[score]);
		if (Number.isNaN(probability))
			throw new FaultyFile(`${table.name}: line ${number} has “${cells[score ?? 0]}” for a number.`);
		pairs.push({ one: cells[first] ?? "", other: cells[second] ?? "", probability });
	}
	return pairs;
}

function at(table: Table, names: readonly string[]): number | undefined {
	const lower = table.columns.map((column) => column.toLowerCase());
	const found = names.map((name) => lower.indexOf(name.toLowerCase())).find((one) => one >= 0);
	return found;
}

function keyOf(one: string, other: string): string {
	return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

// What the command line does with files of records alone: no database is asked and nothing is kept.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { cardOf, chartOf, evaluate, linkFiles, readModel } from "../src/modules/matching/index.ts";

type Alone = { says: string; run: (args: readonly string[]) => Promise<string> };

export const indexCommands: Record<string, Alone> = {
	"index link": {
		says: "A.csv [B.csv] --out PAIRS.csv [--map [a.|b.]field=column,…] [--one-to-one|--many-to-one] [--leave-out] [--model FILE] [--card FOLDER]: find records of one person",
		run: linked,
	},
	"index evaluate": {
		says: "PAIRS.csv TRUTH.csv [--map id=column,group=column]: precision, recall and F1 of found pairs",
		run: evaluated,
	},
};

async function linked(args: readonly string[]): Promise<string> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			out: { type: "string" },
			map: { type: "string", multiple: true, default: [] },
			model: { type: "string" },
			card: { type: "string" },
			"one-to-one": { type: "boolean", default: false },
			"many-to-one": { type: "boolean", default: false },
			"leave-out": { type: "boolean", default: false },
		},
	});
	const { out } = values;
	if (out === undefined || positionals.length < 1 || positionals.length > 2)
		throw new Error("Say one file or two, and where the pairs go: index link a.csv b.csv --out pairs.csv");
	const found = await linkFiles(positionals, {
		model: readModel(values.model),
		out,
		map: mapFrom(values.map),
		leaveOut: values["leave-out"],
		partners: values["one-to-one"] ? "one-to-one" : values["many-to-one"] ? "many-to-one" : "many-to-many",
		memory: Math.min(3_500, Math.floor(totalmem() / 2 ** 21)),
		threads: Math.min(8, availableParallelism()),
		say,
	});
	if (values.card !== undefined) {
		const card = cardOf(found);
		mkdirSync(values.card, { recursive: true });
		writeFileSync(join(values.card, "card.json"), `${JSON.stringify(card, undefined, "\t")}\n`);
		writeFileSync(join(values.card, "weights.svg"), chartOf(card));
	}
	const { ask, link } = found.model.thresholds;
	return `${found.linked.toLocaleString("en-GB")} pairs are linked (probability ${link} and above), ${found.toAsk.toLocaleString("en-GB")} are for a person to judge (${ask} and above): ${out}`;
}

async function evaluated(args: readonly string[]): Promise<string> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { map: { type: "string", multiple: true, default: [] } },
	});
	const [pairs, truth] = positionals;
	if (pairs === undefined || truth === undefined)
		throw new Error("Say the found pairs and the truth: index evaluate pairs.csv truth.csv");
	const { truths, at, best } = await evaluate(pairs, truth, { columns: mapFrom(values.map), note: say });
	const rows = at.map(({ threshold, right, wrong, missed, precision, recall, f1 }) =>
		[threshold, right, wrong, missed, precision.toFixed(4), recall.toFixed(4), f1.toFixed(4)]
			.map((cell) => String(cell).padStart(10))
			.join(""),
	);
	const heads = ["threshold", "right", "wrong", "missed", "precision", "recall", "F1"];
	return [
		`${truths.toLocaleString("en-GB")} true pairs`,
		heads.map((head) => head.padStart(10)).join(""),
		...rows,
		`Best F1 ${best.f1.toFixed(4)} at ${best.threshold}`,
	].join("\n");
}

/** `field=column,field=column`, said once or more than once. */
export function mapFrom(said: readonly string[]): Record<string, string> {
	const pairs = said
		.flatMap((one) => one.split(","))
		.map((pair): [string, string] => {
			const [field = "", ...column] = pair.split("=");
			if (column.length === 0) throw new Error(`--map takes field=column, not “${pair}”.`);
			return [field.trim(), column.join("=").trim()];
		});
	return Object.fromEntries(pairs);
}

function say(sentence: string): void {
	process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${sentence}\n`);
}

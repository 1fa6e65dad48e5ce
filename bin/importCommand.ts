// Brings a file of another system's records in: says what it would do, does it, and says what became of each line.
import { basename } from "node:path";
import { parseArgs } from "node:util";
import {
	beginImport,
	faultsOf,
	type Import,
	previewOf,
	sourceOf,
	sources,
	stageFile,
	takeInNext,
	withdrawImport,
} from "../src/modules/sources/index.ts";
import { type House, systemContext } from "../src/platform/context/index.ts";
import { isRefusal } from "../src/platform/refusal/index.ts";
import { dateTimeInWords } from "../src/platform/time/index.ts";
import { mapFrom } from "./indexCommands.ts";

export const importCommand = {
	says: "--source SOURCE FILE.csv [--whole] [--map field=column,…] [--preview] [--again] [--sure]: bring a file of another system's records in",
	run: imported,
};

const mostFaults = 20;

async function imported(house: House, args: readonly string[]): Promise<string> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			source: { type: "string" },
			map: { type: "string", multiple: true, default: [] },
			whole: { type: "boolean", default: false },
			preview: { type: "boolean", default: false },
			again: { type: "boolean", default: false },
			sure: { type: "boolean", default: false },
		},
	});
	const [path] = positionals;
	const source = sourceOf(house, values.source ?? "");
	if (!source)
		throw new Error(
			`Say which source after --source: ${
				sources(house)
					.map(({ id }) => id)
					.join(", ") || "the pack has none"
			}.`,
		);
	if (path === undefined || positionals.length > 1)
		throw new Error("Say one file, such as index import --source council-tax file.csv");
	const ctx = () => systemContext(house, "Command line");
	const staged = await stageFile(ctx(), {
		source: source.id,
		path,
		name: basename(path),
		whole: values.whole,
		said: mapFrom(values.map),
	});
	if (isRefusal(staged)) throw new Error(staged.details.sentence);
	const { before } = staged;
	if (before && before.state !== "done") {
		await withdrawImport(ctx(), staged.import.id);
		say(`The same file is being taken in already, since ${dateTimeInWords(before.stagedAt)}: going on with it.`);
		return takenIn(ctx, before.id, values.sure);
	}
	if (before && !values.again) {
		await withdrawImport(ctx(), staged.import.id);
		return `The same file was taken in on ${dateTimeInWords(before.endedAt ?? before.stagedAt)}: ${countsOf(before)}. Nothing was done. To take it in again, say --again.`;
	}
	await sayPreview(ctx, staged.import.id);
	if (values.preview) {
		await withdrawImport(ctx(), staged.import.id);
		return "This was a preview: nothing was taken in.";
	}
	return takenIn(ctx, staged.import.id, values.sure);
}

type Now = () => ReturnType<typeof systemContext>;

async function sayPreview(ctx: Now, id: string): Promise<void> {
	const { import: one, fields, unused, first, gone } = await previewOf(ctx(), id);
	say(`${one.fileName}: ${number(one.lines)} records`);
	for (const { name, heading } of fields) if (heading !== undefined) process.stderr.write(`    ${name} ← ${heading}\n`);
	const missing = fields.filter(({ heading }) => heading === undefined);
	if (missing.length > 0) say(`Not in the file: ${missing.map(({ name }) => name).join(", ")}`);
	if (unused.length > 0) say(`Columns that are not read: ${unused.join(", ")}`);
	for (const { line, said } of first.slice(0, 3))
		process.stderr.write(`    line ${line}: ${Object.values(said).join(" · ")}\n`);
	if (one.whole) say(`${number(gone.gone)} of the ${number(gone.of)} records there are would be gone.`);
	await sayFaults(ctx, one);
}

async function sayFaults(ctx: Now, { id, faulty }: Import): Promise<void> {
	const faults = await faultsOf(ctx().house.db, id, -1, mostFaults + 1);
	for (const { line, sentence, leftOut } of faults.slice(0, mostFaults))
		process.stderr.write(
			`    ${line === 0 ? "the file" : `line ${line}`}: ${sentence}${leftOut ? " Left out." : ""}\n`,
		);
	if (faults.length > mostFaults) process.stderr.write("    … and more; the desk lists all of them.\n");
	if (faulty > 0) say(faulty === 1 ? "1 line is left out." : `${number(faulty)} lines are left out.`);
}

async function takenIn(ctx: Now, id: string, sure: boolean): Promise<string> {
	const begun = await beginImport(ctx(), id, { sure });
	if (isRefusal(begun)) {
		const { gone, of } = begun.details;
		const refusals = {
			"another-runs": "Another file of this source is being taken in. Try again when it is done.",
			"many-gone": `${number(gone)} of ${number(of)} records are not in this file and would be gone. If that is so, say --sure.`,
			over: "This import is over.",
		};
		if (begun.code === "many-gone") await withdrawImport(ctx(), id);
		throw new Error(refusals[begun.code]);
	}
	let one: Import = begun;
	let said = 0;
	while (one.state === "running") {
		one = await takeInNext(ctx(), id);
		const percent = Math.floor((100 * one.done) / Math.max(1, one.lines - one.faulty));
		if (percent < said + 5 && percent < 100) continue;
		if (percent > said) progress(percent, one);
		said = percent;
	}
	if (one.state !== "done") return `The import was ${one.state} after ${number(one.done)} records.`;
	return `Done: ${countsOf(one)}.`;
}

function progress(percent: number, { done, lines, faulty }: Import): void {
	const bar = "█".repeat(Math.floor(percent / 5)).padEnd(20, "░");
	say(`${bar} ${String(percent).padStart(3)} %  ${number(done)} of ${number(lines - faulty)}`);
}

function countsOf({ added, changed, unchanged, gone, faulty }: Import): string {
	return `${number(added)} new, ${number(changed)} changed, ${number(unchanged)} as they were, ${number(gone)} gone, lines left out: ${number(faulty)}`;
}

function number(count: number): string {
	return count.toLocaleString("en-GB");
}

function say(sentence: string): void {
	process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${sentence}\n`);
}

/** How right and how fast linking is: npm run bench -- --only linking --sets FOLDER */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluate, linkFiles, readModel } from "../../src/modules/matching/index.ts";
import { machine } from "../report.ts";
import { writePeople } from "./people.ts";
import { present, sets } from "./sets.ts";

type Quality = {
	name: string;
	f1: number;
	precision: number;
	recall: number;
	linkPrecision: number;
	linkRecall: number;
	seconds: number;
	/** Of all processors together: what it would still take on a machine that others keep busy. */
	processor: number;
	aim: number;
};

type Say = (sentence: string) => void;

/** `folder` holds the public sets; those that are not there are left out. `size`: records of the invented file. */
export async function benchLinking(given: {
	folder: string | undefined;
	size: number;
	results: string | undefined;
	say: Say;
}): Promise<string> {
	const work = mkdtempSync(join(tmpdir(), "frontdoor-bench-linking-"));
	const on = machine("none");
	try {
		const qualities: Quality[] = [];
		for (const set of sets) {
			const { folder } = given;
			if (folder === undefined || !present(folder, set)) continue;
			const files = set.files.map((file) => join(folder, file));
			qualities.push({ name: set.name, aim: set.aim, ...(await quality(files, set.truth(folder, work), work)) });
			given.say(`${set.name} is done`);
		}
		const big = join(work, "people.csv");
		await writePeople(big, given.size);
		const own = {
			name: `${given.size.toLocaleString("en-GB")} invented residents`,
			aim: 0.95,
			...(await quality([big], big, work, given.say)),
		};
		const report = {
			at: new Date().toISOString(),
			machine: on,
			sets: [...qualities, own],
			peakMB: process.resourceUsage().maxRSS / 1024,
		};
		const text = markdown(report);
		if (given.results !== undefined) {
			mkdirSync(given.results, { recursive: true });
			writeFileSync(join(given.results, "linking.md"), text);
			writeFileSync(join(given.results, "linking.json"), `${JSON.stringify(report, undefined, "\t")}\n`);
		}
		return text;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** F1 of all that is linked or asked about; precision and recall of what is linked without asking. */
async function quality(
	files: readonly string[],
	truth: string,
	work: string,
	say: Say = () => {},
): Promise<Omit<Quality, "name" | "aim">> {
	const out = join(work, "pairs.csv");
	const [began, used] = [performance.now(), process.cpuUsage()];
	const given = { partners: "many-to-many" as const, memory: 3_500, threads: 2, map: {}, leaveOut: true, say };
	const { model } = await linkFiles(files, { ...given, model: readModel(), out });
	const seconds = (performance.now() - began) / 1000;
	const { user, system } = process.cpuUsage(used);
	const { at } = await evaluate(out, truth, {
		columns: truth.endsWith("people.csv") ? { group: "person" } : {},
		note: () => {},
	});
	const [asked, alone] = [model.thresholds.ask, model.thresholds.link].map((one) =>
		at.find(({ threshold }) => threshold === one),
	);
	if (!asked || !alone) throw new Error("The model's thresholds are not among those that are measured.");
	return {
		f1: asked.f1,
		precision: asked.precision,
		recall: asked.recall,
		linkPrecision: alone.precision,
		linkRecall: alone.recall,
		seconds,
		processor: (user + system) / 1e6,
	};
}

type Report = { at: string; machine: ReturnType<typeof machine>; sets: readonly Quality[]; peakMB: number };

function markdown({ at, machine: on, sets: measured, peakMB }: Report): string {
	const rows = measured.map((one) =>
		[
			one.name,
			one.f1.toFixed(4),
			`≥ ${one.aim}`,
			one.precision.toFixed(4),
			one.recall.toFixed(4),
			one.linkPrecision.toFixed(4),
			one.linkRecall.toFixed(4),
			one.seconds.toFixed(1),
			one.processor.toFixed(1),
			one.f1 >= one.aim && one.linkPrecision >= 0.99 && one.seconds <= 120 ? "kept" : "missed",
		].join(" | "),
	);
	return `# Linking on ${at.slice(0, 10)}

${on.cores} cores (${on.model}), ${on.memoryGB} GB, Node ${on.node}. Load of the machine before it began: ${on.loadBefore}. One model for all, learnt from each file without labels. At most ${Math.round(peakMB).toLocaleString("en-GB")} MB in all (aim: under 6,000 MB). Each file in 120 s at most, a million records too, which is meant for a machine that does nothing else.

| what | F1 | aim | precision | recall | precision linked without asking (≥ 0.99) | recall of that | seconds | processor seconds | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join("\n")}

F1, precision and recall are of all pairs that are linked or that a person is asked about.
`;
}

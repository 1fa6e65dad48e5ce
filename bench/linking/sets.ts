/** Public sets with known truth, by the names their makers gave the files, and how right linking them must be. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Set = {
	name: string;
	files: readonly string[];
	/** The truth, made from the ids of the records where those hold it. */
	truth: (folder: string, work: string) => string;
	/** The least F1. */
	aim: number;
};

export const sets: readonly Set[] = [
	{ name: "FEBRL 1", files: ["febrl_dataset1.csv"], truth: febrl("febrl_dataset1.csv"), aim: 0.97 },
	{ name: "FEBRL 3", files: ["febrl_dataset3.csv"], truth: febrl("febrl_dataset3.csv"), aim: 0.95 },
	{
		name: "FEBRL 4",
		files: ["febrl_dataset4a.csv", "febrl_dataset4b.csv"],
		truth: febrl("febrl_dataset4a.csv", "febrl_dataset4b.csv"),
		aim: 0.98,
	},
	{
		name: "Splink fake_1000, labels",
		files: ["splink_fake_1000.csv"],
		truth: beside("splink_fake_1000_labels.csv"),
		aim: 0.92,
	},
	{
		name: "historical_50k, half",
		files: ["historical_50k_half.csv"],
		truth: beside("historical_50k_half.csv"),
		aim: 0.85,
	},
];

export function present(folder: string, { files }: Set): boolean {
	return files.every((file) => existsSync(join(folder, file)));
}

function beside(file: string): Set["truth"] {
	return (folder) => join(folder, file);
}

/** FEBRL's ids say it: `rec-12-org` and `rec-12-dup-0` are of one person. */
function febrl(...files: readonly string[]): Set["truth"] {
	return (folder, work) => {
		const ids = files.map((file) =>
			readFileSync(join(folder, file), "utf8")
				.trim()
				.split("\n")
				.slice(1)
				.map((line) => line.split(",")[0]?.trim() ?? ""),
		);
		const path = join(work, `truth-${files[0]}`);
		const person = (id: string) => id.split("-")[1] ?? id;
		const [first = [], second] = ids;
		if (!second) writeFileSync(path, ["id,cluster", ...first.map((id) => `${id},${person(id)}`)].join("\n"));
		else {
			const there = new Map(first.map((id) => [person(id), id]));
			const pairs = second.flatMap((id) => (there.has(person(id)) ? [`${there.get(person(id))},${id}`] : []));
			writeFileSync(path, ["id_a,id_b", ...pairs].join("\n"));
		}
		return path;
	};
}

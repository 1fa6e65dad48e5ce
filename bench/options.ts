import { parseArgs } from "node:util";

/** Seconds of load on each side at each concurrency, in `rounds` turns; the names of the workloads to run, all when none is named. */
export type Options = {
	seconds: number;
	rounds: number;
	only: readonly string[];
	concurrencies: readonly number[];
	starts: boolean;
	write: boolean;
	flags: readonly string[];
	/** Where the public sets for linking are, and how many invented records to link. */
	sets: string | undefined;
	records: number;
};

export function readOptions(args: readonly string[]): Options {
	const { values } = parseArgs({
		args: [...args],
		options: {
			seconds: { type: "string", default: "15" },
			rounds: { type: "string", default: "3" },
			concurrency: { type: "string", default: "8,32" },
			only: { type: "string", multiple: true, default: [] },
			"no-starts": { type: "boolean", default: false },
			"no-write": { type: "boolean", default: false },
			sets: { type: "string" },
			records: { type: "string", default: "1000000" },
			/** For the server's Node, such as `--cpu-prof`. */
			node: { type: "string", multiple: true, default: [] },
		},
	});
	const number = (name: string, text: string) => {
		const value = Number(text);
		if (!(value > 0)) throw new Error(`--${name} takes a number above 0, not “${text}”.`);
		return value;
	};
	return {
		seconds: number("seconds", values.seconds),
		rounds: number("rounds", values.rounds),
		only: values.only,
		concurrencies: values.concurrency.split(",").map((one) => number("concurrency", one)),
		starts: !values["no-starts"],
		write: !values["no-write"],
		flags: values.node,
		sets: values.sets,
		records: number("records", values.records),
	};
}

/** The figures as a table for people and as JSON for whoever compares two runs. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { Starts } from "./machine/starts.ts";
import type { Figures } from "./round.ts";
import type { Score } from "./pages/lighthouse.ts";
import type { Conditions } from "./work/conditions.ts";
import type { Workload } from "./work/workload.ts";

export type Line = {
	workload: string;
	says: string;
	concurrency: number;
	server: Figures;
	floor: Figures;
	statements: number;
	/** Processor time of the server's process for one answer, its worker's share included. */
	processorMs: number;
	aim: string;
	kept: boolean;
};

export type Report = {
	at: string;
	machine: { cores: number; model: string; memoryGB: number; node: string; postgres: string; loadBefore: number };
	size: { requests: number; seconds: number; rounds: number };
	lines: Line[];
	memory: { atStart: number; peak: number } | undefined;
	starts: Starts | undefined;
	conditions: Conditions | undefined;
	/** What Lighthouse says of public pages. */
	pages: readonly Score[];
};

export function machine(postgres: string): Report["machine"] {
	return {
		cores: cpus().length,
		model: cpus()[0]?.model ?? "unknown",
		memoryGB: Math.round(totalmem() / 2 ** 30),
		node: process.versions.node,
		postgres,
		loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
	};
}

/** The aims are for 32 at a time; at 8 nothing is promised. */
export function judge(
	workload: Workload,
	concurrency: number,
	server: Figures,
	floor: Figures,
): { aim: string; kept: boolean } {
	if (concurrency !== 32) return { aim: "", kept: true };
	const { aim } = workload;
	if ("ofFloor" in aim)
		return { aim: `≥ ${aim.ofFloor * 100} % of its floor`, kept: server.perSecond >= aim.ofFloor * floor.perSecond };
	const { perSecond, p99 = 100 } = aim;
	return {
		aim: `≥ ${perSecond}/s, p99 < ${p99} ms`,
		kept: server.perSecond >= perSecond && server.p99 < p99,
	};
}

/** Writes the figures of a day. Those of some workloads alone stand beside the whole, under their names. */
export function write(folder: string, report: Report, only: readonly string[]): string {
	const text = markdown(report);
	const name = only.length === 0 ? "" : `-${only.join("-")}`;
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, `${report.at.slice(0, 10)}${name}.md`), text);
	writeFileSync(join(folder, `latest${name}.json`), `${JSON.stringify(report, undefined, "\t")}\n`);
	return text;
}

export function markdown({ at, machine: on, size, lines, memory, starts, conditions, pages }: Report): string {
	const heads = [
		"what",
		"at a time",
		"per second",
		"p50 ms",
		"p99 ms",
		"floor per second",
		"of floor",
		"SQL",
		"processor ms",
		"errors",
		"aim",
		"",
	];
	const rows = lines.map((line) => [
		line.says,
		String(line.concurrency),
		whole(line.server.perSecond),
		line.server.p50.toFixed(1),
		line.server.p99.toFixed(1),
		whole(line.floor.perSecond),
		`${whole((100 * line.server.perSecond) / line.floor.perSecond)} %`,
		line.statements === 0 ? "none" : line.statements.toFixed(1),
		line.processorMs.toFixed(2),
		String(line.server.errors + line.floor.errors),
		line.aim,
		line.aim === "" ? "" : line.kept ? "kept" : "missed",
	]);
	const heldInMind = memory
		? `The server's process held ${whole(memory.atStart)} MB when it was ready and ${whole(memory.peak)} MB at most (aim: under 300 MB).`
		: "This system does not say how much memory the server's process held.";
	const begun = starts
		? `Started from nothing it was ready after ${starts.first.toFixed(1)} s, the second time after ${starts.second.toFixed(1)} s (aim: under 5 s).`
		: "Starting was not measured.";
	const decided = conditions
		? `The way through a form of 40 questions, each with its condition, is decided in ${conditions.p50.toFixed(2)} ms, 99 times of 100 within ${conditions.p99.toFixed(2)} ms (aim: under 1 ms).`
		: "Conditions were not measured.";
	return `# Speed on ${at.slice(0, 10)}

${on.cores} cores (${on.model}), ${on.memoryGB} GB, Node ${on.node}, PostgreSQL ${on.postgres} with durable settings. Web and worker in one process, PostgreSQL and the load on the same cores. ${size.requests} requests in the database. ${size.seconds} s on each side in ${size.rounds} turns: server, floor, server, floor. Load of the machine before it began: ${on.loadBefore}.

${rows.length > 0 ? `${table([heads, ...rows])}\n\n${floorInWords}` : "No load was measured."}

${heldInMind}

${begun}

${decided}

${pages.length > 0 ? scores(pages) : "Lighthouse was not asked."}
`;
}

const floorInWords =
	"The floor is the same SQL, as recorded from such requests, straight through the driver with as many connections; for a page that asks the database nothing it is a bare server that answers the same bytes. The floor of SQL has no load generator beside it: that and the worker, which does the jobs of what was created, take their share of the cores from the server.";

/** The aims: 100 for accessibility and best practice, 95 for speed on a simulated phone, 100 kB in all. */
function scores(pages: readonly Score[]): string {
	const heads = [
		"Lighthouse, on a phone",
		"performance",
		"accessibility",
		"best practice",
		"kB in all",
		"",
		"what cost points",
	];
	const rows = pages.map((score) => {
		const kept =
			score.performance >= 95 && score.accessibility === 100 && score.bestPractices === 100 && score.weight < 100_000;
		return [
			score.page,
			String(score.performance),
			String(score.accessibility),
			String(score.bestPractices),
			(score.weight / 1000).toFixed(0),
			kept ? "kept" : "missed",
			score.complaints.join("; "),
		];
	});
	return `${table([heads, ...rows])}

Aims: performance 95, accessibility and best practice 100, under 100 kB. The server is asked over plain http on this machine, where a browser counts an address as safe; the simulated phone and its slow connection are Lighthouse's own.`;
}

function whole(number: number): string {
	return Math.round(number).toLocaleString("en-GB");
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
	const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
	return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

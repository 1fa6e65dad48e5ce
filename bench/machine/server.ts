/** Front Door as its own process, as `npm start` runs it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const root = join(import.meta.dirname, "../..");

// As bin/start.mjs gives them.
const asStarted = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=16", "--max-old-space-size=512"];

export type Running = { base: string; pid: number; readyAfter: number; stop: () => Promise<void> };

/** Starts it with these settings and waits until it says that it is ready; `readyAfter` is in seconds. Its log goes to `log`. */
export async function startServer(
	settings: Readonly<Record<string, string>>,
	log: string,
	flags: readonly string[] = [],
): Promise<Running> {
	const port = await freePort();
	const to = openSync(log, "w");
	const begun = performance.now();
	const child = spawn(process.execPath, [...asStarted, ...flags, "src/main.ts"], {
		cwd: root,
		env: { ...process.env, ...settings, PORT: String(port) },
		stdio: ["ignore", to, to],
	});
	const base = `http://127.0.0.1:${port}`;
	const { pid } = child;
	if (pid === undefined) throw new Error("The server's process did not start.");
	while (!(await isReady(base))) {
		if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}; ${log} says why.`);
		await pause(20);
	}
	const stop = async () => {
		if (child.exitCode !== null) return;
		const ended = once(child, "exit");
		child.kill("SIGTERM");
		await ended;
	};
	return { base, pid, readyAfter: (performance.now() - begun) / 1000, stop };
}

async function isReady(base: string): Promise<boolean> {
	try {
		return (await fetch(`${base}/health/ready`)).ok;
	} catch {
		return false;
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	if (address === null || typeof address === "string") throw new Error("No free port was given.");
	return address.port;
}

/** The program as it is really run: a process of its own, that a test can kill. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type Child = {
	url: string;
	/** Sends the signal and answers how the process ended: its code, or the signal that ended it. */
	end(signal: "SIGKILL" | "SIGTERM"): Promise<number | string | null>;
	/** Sends the signal and goes on. */
	signal(signal: "SIGTERM"): void;
	ended(): Promise<number | string | null>;
	/** What it said to the console. */
	said(): string;
};

export type Settings = Record<string, string>;

/** A folder for the data of one deployment, with the assets that were built before. */
export function dataFolder(): { folder: string; remove: () => void } {
	const folder = mkdtempSync(join(tmpdir(), "front-door-child-"));
	symlinkSync(resolve(import.meta.dirname, "../var/assets"), join(folder, "assets"));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts the program and waits until it is open. */
export async function startChild(settings: Settings): Promise<Child> {
	const child = spawn(process.execPath, [resolve(import.meta.dirname, "main.ts")], {
		cwd: resolve(import.meta.dirname, ".."),
		env: {
			PATH: process.env["PATH"],
			PORT: "0",
			FRONTDOOR_SECRET: "a secret of thirty-two characters or more",
			FRONTDOOR_DEMO: "0",
			LOG_LEVEL: "error",
			RATE_LIMIT: "10000000",
			NODE_NO_WARNINGS: "1",
			...settings,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	const never = () => void child.kill("SIGKILL");
	process.once("exit", never);
	let said = "";
	const url = await new Promise<string>((resolved, rejected) => {
		const hear = (chunk: Buffer) => {
			said += chunk.toString("utf8");
			const found = /For residents\s+(http:\S+)\/\s/.exec(said)?.[1];
			if (found !== undefined) resolved(found);
		};
		child.stdout.on("data", hear);
		child.stderr.on("data", hear);
		child.once("exit", (code) => rejected(new Error(`The program ended with ${code} before it was open: ${said}`)));
	});
	return {
		url,
		said: () => said,
		signal: (signal) => assert.ok(child.kill(signal)),
		ended: () => endOf(child),
		async end(signal) {
			child.kill(signal);
			const end = await endOf(child);
			process.off("exit", never);
			return end;
		},
	};
}

async function endOf(child: ChildProcess): Promise<number | string | null> {
	if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
	return child.exitCode ?? child.signalCode;
}

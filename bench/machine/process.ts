/** What the system says of a process; nothing where it does not say, as on a Mac. */
import { existsSync, readFileSync } from "node:fs";

/** Memory of a process in MB: what it holds now and the most it ever held; undefined where the system does not say. */
export function memoryOf(pid: number): { now: number; peak: number } | undefined {
	const file = `/proc/${pid}/status`;
	if (!existsSync(file)) return undefined;
	const status = readFileSync(file, "utf8");
	const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
	return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}

// Linux counts in hundredths of a second.
const tick = 0.01;

/** Seconds of processor time that a process has used, in all its threads; undefined where the system does not say. */
export function processorOf(pid: number): number | undefined {
	const file = `/proc/${pid}/stat`;
	if (!existsSync(file)) return undefined;
	// The name of the program, in brackets, may hold anything.
	const fields = readFileSync(file, "utf8")
		.replace(/^.*\) /s, "")
		.split(" ");
	return (Number(fields[11]) + Number(fields[12])) * tick;
}

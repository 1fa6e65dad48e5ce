import type { Config } from "../config/index.ts";

type Level = "info" | "warn" | "error";

/** Writes one line of JSON, as the web server's lines are. `fields` hold no personal data. */
export type Log = (level: Level, fields: Readonly<Record<string, unknown>>) => void;

// The numbers that the web server's logger gives its levels.
const numbers = { debug: 20, info: 30, warn: 40, error: 50, silent: 100 };

export function lineLog(
	level: Config["LOG_LEVEL"],
	write = (line: string): unknown => process.stdout.write(line),
): Log {
	return (of, fields) => {
		if (numbers[of] >= numbers[level])
			write(`${JSON.stringify({ level: numbers[of], time: Date.now(), ...fields })}\n`);
	};
}

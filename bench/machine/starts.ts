import { rmSync } from "node:fs";
import { join } from "node:path";
import { startServer } from "./server.ts";

export type Starts = { first: number; second: number };

/** Seconds until `npm start` is ready, packages installed: on a machine that has nothing yet, and once more after a stop. */
export async function timeStarts(folder: string): Promise<Starts> {
	rmSync(folder, { recursive: true, force: true });
	const start = async () => {
		const running = await startServer({ FRONTDOOR_DATA: folder, DATABASE_URL: "" }, join(folder, "../start.log"));
		await running.stop();
		return running.readyAfter;
	};
	try {
		return { first: await start(), second: await start() };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

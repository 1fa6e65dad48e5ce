/** What each workload stands on: its SQL through the driver alone, or its bytes from a bare server. */
import type pg from "pg";
import { resolveOfficer } from "../../src/modules/staff/index.ts";
import { routes } from "../../src/house.ts";
import type { House } from "../../src/platform/context/index.ts";
import { assetsSlot } from "../../src/platform/html/assets/index.ts";
import { buildServer } from "../../src/platform/http/index.ts";
import { load } from "../load/load.ts";
import type { Round } from "../round.ts";
import type { Workload } from "../work/workload.ts";
import { startBare } from "./bare.ts";
import type { recordPool } from "./recording.ts";
import { type Recorded, replay } from "./replay.ts";

export type Floor = {
	/** What is asked of the database for one request, in statements. */
	statements: number;
	recorded: readonly Recorded[];
	run: (concurrency: number, seconds: number) => Promise<Round>;
	stop: () => void;
};

const recordings = 100;

/** Answers some requests of the workload in this process, on `house` whose pool is recorded, and makes the floor from that. */
export async function floorOf(
	house: House,
	recorder: ReturnType<typeof recordPool>,
	plain: pg.Pool,
	workload: Workload,
): Promise<Floor> {
	const app = await buildServer({
		house,
		routes,
		resolveOfficer: resolveOfficer(house),
		assetsFolder: assetsSlot.of(house).folder,
		logTo: { write: () => {} },
	});
	try {
		const ask = async () => {
			const { method, path, headers, body } = workload.next();
			const answer = await app.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) });
			if (answer.statusCode !== 200)
				throw new Error(`${path} was answered with ${answer.statusCode}: ${answer.body.slice(0, 500)}`);
			return answer;
		};
		const { headers, rawPayload } = await ask();
		const recorded: Recorded[] = [];
		for (let i = 0; i < recordings; i++) recorded.push(await recorder.during(async () => void (await ask())));
		const statements = recorded.reduce((sum, one) => sum + one.length, 0) / recorded.length;
		if (statements > 0) {
			return {
				statements,
				recorded,
				run: (concurrency, seconds) => replay(plain, concurrency, seconds, recorded),
				stop: () => {},
			};
		}
		const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
		const bare = await startBare({ headers: sent, body: rawPayload.toString("base64") });
		return {
			statements,
			recorded,
			run: (concurrency, seconds) => load(bare.base, concurrency, seconds, workload.next),
			stop: bare.stop,
		};
	} finally {
		await app.close();
	}
}

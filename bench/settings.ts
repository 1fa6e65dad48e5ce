import { join } from "node:path";
import { type Config, readConfig } from "../src/platform/config/index.ts";
import { benchFolder } from "./database.ts";

/** The server's settings: as in production, but for the limit on how often one address may ask. */
export function settingsFor(databaseUrl: string): Record<string, string> {
	return {
		DATABASE_URL: databaseUrl,
		FRONTDOOR_SECRET: "only for the benchmark, on this machine alone",
		FRONTDOOR_DATA: join(benchFolder, "data"),
		FRONTDOOR_DEMO: "no",
		RATE_LIMIT: "1000000000",
		PROCESS: "all",
	};
}

export function configFor(databaseUrl: string): Config {
	return readConfig(settingsFor(databaseUrl));
}

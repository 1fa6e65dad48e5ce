/** Front Door on this machine: web and worker, in one process or apart. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadDemo } from "./demo/index.ts";
import { closeHouse, modules, openHouse, packFolder, routes } from "./house.ts";
import { drawMaps } from "./maps.ts";
import { resolveOfficer } from "./modules/staff/index.ts";
import { type Config, readConfig, WrongSettings } from "./platform/config/index.ts";
import type { House } from "./platform/context/index.ts";
import { connect } from "./platform/db/connect.ts";
import { startEmbedded } from "./platform/db/embedded/start.ts";
import { migrate } from "./platform/db/migrate.ts";
import { assetsSlot } from "./platform/html/assets/index.ts";
import { buildServer } from "./platform/http/index.ts";
import { startWorker } from "./platform/jobs/index.ts";
import { BrokenPack } from "./platform/module/index.ts";

const started = performance.now();

function say(sentence: string): void {
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	process.stderr.write(`${seconds.padStart(5)} s  ${sentence}\n`);
}

type Stop = () => Promise<void>;

/** Opens a database: the server of DATABASE_URL, or the embedded one. Both are brought up to date. */
export async function openDatabase(config: Config, onProgress = say): Promise<{ url: string; stop: Stop }> {
	if (config.DATABASE_URL) {
		onProgress("Using the database of DATABASE_URL");
		await migrate(config.DATABASE_URL, { onProgress });
		return { url: config.DATABASE_URL, stop: async () => {} };
	}
	onProgress("Starting the embedded PostgreSQL");
	mkdirSync(resolve(config.FRONTDOOR_DATA), { recursive: true });
	const server = await startEmbedded({ dataDir: join(resolve(config.FRONTDOOR_DATA), "postgres"), onProgress });
	await migrate(server.url, { onProgress });
	return { url: server.url, stop: server.stop };
}

async function serve(config: Config): Promise<void> {
	const stops: Stop[] = [];
	const database = await openDatabase(config);
	stops.unshift(database.stop);
	const connection = connect(database.url, { max: 16 });
	stops.unshift(connection.close);
	say("Reading the pack");
	const house = await openHouse(config, connection.db, say);
	stops.unshift(async () => closeHouse(house));
	const wantsDemo = config.FRONTDOOR_DEMO ?? config.DATABASE_URL === undefined;
	const demo = wantsDemo ? await loadDemo(house, packFolder(config), say) : undefined;
	if (config.PROCESS !== "web") {
		const worker = await startWorker(house, connection.pool, modules);
		stops.unshift(worker.stop);
		say("The worker does what is due");
	}
	if (config.PROCESS !== "worker") stops.unshift(await listen(config, house));
	drainOnSignal(stops);
	if (demo) process.stderr.write(`\n${demo}\n`);
}

async function listen(config: Config, house: House): Promise<Stop> {
	const app = await buildServer({
		house,
		routes,
		resolveOfficer: resolveOfficer(house),
		assetsFolder: assetsSlot.of(house).folder,
	});
	await app.listen({ port: config.PORT, host: config.HOST }).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "EADDRINUSE") throw error;
		throw new WrongSettings(`Something listens on port ${config.PORT} already. The setting PORT names another.`);
	});
	const address = app.server.address();
	const port = address !== null && typeof address === "object" ? address.port : config.PORT;
	const base = config.PUBLIC_URL ?? `http://${config.HOST === "0.0.0.0" ? "127.0.0.1" : config.HOST}:${port}`;
	say("Open");
	process.stderr.write(
		`\n  For residents   ${base}/\n  For officers    ${base}/desk\n  For programs    ${base}/open311/v2/discovery.json\n`,
	);
	return () => app.close();
}

/** The first signal lets work in flight finish and hands jobs back; a second one leaves at once. */
function drainOnSignal(stops: readonly Stop[]): void {
	let draining = false;
	const drain = async () => {
		if (draining) process.exit(1);
		draining = true;
		say("Finishing what is in hand");
		for (const stop of stops) await stop();
		process.exit(0);
	};
	for (const signal of ["SIGTERM", "SIGINT"] as const) {
		process.on(signal, () => {
			drain().catch((error: unknown) => {
				process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
				process.exit(1);
			});
		});
	}
}

async function main(args: readonly string[]): Promise<void> {
	if (args[0] === "maps") {
		const stale = drawMaps(args.includes("--check"));
		if (stale.length > 0)
			throw new Error(`These maps are stale: ${stale.join(", ")}. Run \`npm run frontdoor -- maps\`.`);
		return;
	}
	await serve(readConfig(process.env));
}

if (import.meta.main) {
	main(process.argv.slice(2)).catch((error: unknown) => {
		const plain = error instanceof WrongSettings || error instanceof BrokenPack;
		const words = error instanceof Error ? (plain ? error.message : (error.stack ?? error.message)) : String(error);
		process.stderr.write(`${words}\n`);
		process.exit(1);
	});
}

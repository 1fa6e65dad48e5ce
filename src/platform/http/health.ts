/** Whether this process lives, and whether it can serve: for what starts, watches and stops it. */
import type { FastifyInstance } from "fastify";
import type { Handle } from "../db/connect.ts";
import { pendingMigrations } from "../db/migrate.ts";
import { jobLag } from "../jobs/queries.ts";

export type Readiness = {
	ready: boolean;
	database: "up" | "away";
	/** How many migrations of this version the database has not run; null when it did not answer. */
	pendingMigrations: number | null;
	/** Seconds that the job which should have run first is late; null when the database did not answer. */
	jobLag: number | null;
};

const longestLag = 60;

async function readiness(db: Handle): Promise<Readiness> {
	try {
		const pending = (await pendingMigrations(db)).length;
		const lag = await jobLag(db);
		return { ready: pending === 0 && lag < longestLag, database: "up", pendingMigrations: pending, jobLag: lag };
	} catch {
		return { ready: false, database: "away", pendingMigrations: null, jobLag: null };
	}
}

export function serveHealth(app: FastifyInstance, db: Handle): void {
	app.get("/health/live", (_request, reply) => reply.header("cache-control", "no-store").send({ live: true }));
	app.get("/health/ready", async (_request, reply) => {
		const report = await readiness(db);
		return reply
			.header("cache-control", "no-store")
			.code(report.ready ? 200 : 503)
			.send(report);
	});
}

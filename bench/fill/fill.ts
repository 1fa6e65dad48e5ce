/** Twenty thousand requests and all that belongs to them, as two years of a council's work leave them. */
import type pg from "pg";
import { nowhere } from "../../src/modules/services/around.ts";
import { chance } from "../../src/demo/chance.ts";
import { demoPart } from "../../src/demo/data.ts";
import { someAnswers } from "../../src/demo/answers.ts";
import { routeFor, services } from "../../src/modules/services/index.ts";
import type { House } from "../../src/platform/context/index.ts";
import { lifeOf, type Officer } from "./life.ts";
import { customerRow, people } from "./people.ts";
import { type Made, rowsOf, type Rows } from "./request.ts";
import { insertRows } from "./rows.ts";

export type Size = { requests: number; customers: number };

export const full: Size = { requests: 20_000, customers: 8_000 };

const span = 730 * 86_400_000;

const tables: Record<keyof Rows, string> = {
	request: "requests.request",
	clock: "requests.clock",
	entry: "requests.entry",
	audit: "audit.entry",
	event: "events.event",
	message: "messages.message",
};

/**
 * Fills a migrated database on which `house` was opened with the parts of its pack, the demonstration's among them, and whose
 * officers are there. Two thirds of the requests come from a customer who can be reached. The same numbers come out every time.
 */
export async function fill(house: House, pool: pg.Pool, size: Size, now: Date): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query("set statement_timeout = 0");
		await client.query("begin");
		await write(house, client, size, now);
		await client.query("commit");
		// The ledger's links, which the worker writes moments after each action.
		await client.query("select audit.seal()");
		await client.query("vacuum analyze");
	} finally {
		client.release(true);
	}
}

async function write(house: House, client: pg.PoolClient, size: Size, now: Date): Promise<void> {
	const luck = chance(20_000);
	const data = demoPart.of(house);
	const residents = people(data.customers, size.customers, new Date(now.getTime() - span), luck);
	await insertRows(client, "customers.customer", residents.map(customerRow));
	const officers = await officersOf(client);
	const all = services(house);
	const batch = 1_000;
	for (let from = 0; from < size.requests; from += batch) {
		const made = Array.from({ length: Math.min(batch, size.requests - from) }, (_, number): Made => {
			const at = new Date(now.getTime() - span + ((from + number + luck.next()) / size.requests) * span);
			const service = luck.pick(all);
			const person = luck.happens(0.66) ? luck.pick(residents) : undefined;
			const says = person ?? { name: "", email: undefined, phone: undefined };
			const answers = someAnswers(house, data, service, says, at, luck);
			const team = routeFor(service, answers, nowhere).team;
			const theirs = officers.filter((officer) => officer.teams.includes(team));
			const notes = Object.values(data.notes).flat();
			const born = { service, answers, at, officers: theirs.length > 0 ? theirs : officers, notes };
			const channel = luck.happens(0.6) ? "web" : luck.pick(["phone", "desk", "email"] as const);
			return { service, answers, person, channel, at, life: lifeOf(born, now, luck) };
		});
		const rows = made.map(rowsOf);
		for (const kind of ["request", "clock", "entry", "audit", "event", "message"] as const) {
			await insertRows(
				client,
				tables[kind],
				rows.flatMap((one) => one[kind]),
			);
		}
	}
}

async function officersOf(client: pg.PoolClient): Promise<Officer[]> {
	const { rows } = await client.query<Officer>("select id, name, teams from staff.officer_view where left_at is null");
	if (rows.length === 0) throw new Error("Nobody is there to work the requests: add officers first.");
	return rows;
}

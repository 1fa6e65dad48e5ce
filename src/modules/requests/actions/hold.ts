import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import type { Answers } from "../../forms/index.ts";
import { type PublicStage, type Service, serviceVersion } from "../../services/index.ts";
import {
	type ClockJson,
	clocksJson,
	type Entry,
	type EntryJson,
	entriesJson,
	readClocks,
	readEntries,
} from "../queries/history.ts";
import { mayBeSeenBy } from "../queries/sight.ts";
import type { ClockRun } from "../rules/clocks.ts";
import type { Standing } from "../rules/moves.ts";
import { readTasks, type TaskJson, type TaskRun, tasksJson } from "../tasks/run.ts";

/** A request that nobody else can change until the transaction ends. */
export type Held = Standing & {
	readonly id: string;
	readonly reference: string;
	readonly service: Service;
	readonly answers: Answers;
	readonly teamId: string;
	readonly tier: number;
	readonly officerId: string | null;
	readonly customerId: string | null;
	readonly outcome: string | null;
	readonly warnAt: Date | null;
	readonly dueAt: Date | null;
	readonly paused: boolean;
	readonly revision: number;
	readonly clocks: readonly ClockRun[];
	readonly happened: readonly Entry[];
	readonly reopenedAt: Date | null;
	readonly tasks: readonly TaskRun[];
};

type Row = Omit<Held, "service" | "clocks" | "happened" | "reopenedAt" | "workedBy" | "tasks"> & {
	serviceId: string;
	serviceVersion: number;
	publicStage: PublicStage;
};

/** Locks a request that the actor may know of. What goes with it is read after the lock is had, so that it is what the last change left. */
export async function hold(tx: Handle, ctx: Context, reference: string): Promise<Held> {
	const { rows } = await sql<Row>`select id, reference, service_id as "serviceId", service_version as "serviceVersion",
			stage, public_stage as "publicStage", answers, team_id as "teamId", tier, officer_id as "officerId",
			customer_id as "customerId", outcome, closed_at as "closedAt", warn_at as "warnAt", due_at as "dueAt", paused, revision
		from requests.request where reference = ${reference} and ${mayBeSeenBy(ctx.actor)} for update`.execute(tx);
	const [row] = rows;
	if (!row) throw new NotFound("There is no request with this reference.");
	const service = await serviceVersion(ctx.house, row.serviceId, row.serviceVersion);
	const { clocks, happened, tasks } = await historyOf(tx, row.id);
	const reopenings = happened.filter((one) => one.kind === "reopened");
	return {
		...row,
		service,
		clocks,
		happened,
		tasks,
		reopenedAt: reopenings.at(-1)?.at ?? null,
		workedBy: workedBy(happened),
	};
}

/** Clocks, timeline and tasks in one round trip. */
async function historyOf(tx: Handle, id: string): Promise<{ clocks: ClockRun[]; happened: Entry[]; tasks: TaskRun[] }> {
	const { rows } = await sql<{ clocks: ClockJson[]; entries: EntryJson[]; tasks: TaskJson[] }>`
		select ${clocksJson(sql`${id}`)} as clocks, ${entriesJson(sql`${id}`)} as entries,
			${tasksJson(sql`${id}`)} as tasks`.execute(tx);
	const { clocks, entries, tasks } = rows[0] ?? { clocks: [], entries: [], tasks: [] };
	return { clocks: readClocks(clocks), happened: readEntries(entries), tasks: readTasks(tasks) };
}

/** Who moved, closed or owned it, by the stage it was in. */
function workedBy(happened: readonly Entry[]): Map<string, Set<string>> {
	const worked = new Map<string, Set<string>>();
	const note = (stage: string, officer: string | null) => {
		if (officer === null) return;
		const known = worked.get(stage) ?? new Set();
		worked.set(stage, known.add(officer));
	};
	for (const one of happened) {
		if (one.actorKind === "officer" && ["taken", "moved", "closed"].includes(one.kind))
			note(one.fromStage, one.actorId);
		if (one.kind === "assigned") note(one.fromStage, one.toOfficer);
	}
	return worked;
}

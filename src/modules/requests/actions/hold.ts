import { sql } from "kysely";
import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import type { Answers } from "../../forms/index.ts";
import { type PublicStage, type Service, serviceVersion } from "../../services/index.ts";
import type { EntryKind } from "../entry.ts";
import type { ClockRun } from "../rules/clocks.ts";
import type { Standing } from "../rules/moves.ts";

/** What happened to it, as far as deciding and telling of it needs. */
export type Happened = {
	readonly revision: number;
	readonly at: Date;
	readonly kind: EntryKind;
	readonly actorKind: string;
	readonly actorId: string | null;
	readonly actorName: string;
	readonly fromStage: string;
	readonly toStage: string | null;
	readonly toOfficer: string | null;
};

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
	readonly revision: number;
	readonly clocks: readonly ClockRun[];
	readonly happened: readonly Happened[];
	readonly reopenedAt: Date | null;
};

type Row = Omit<Held, "service" | "clocks" | "happened" | "reopenedAt" | "workedBy"> & {
	serviceId: string;
	serviceVersion: number;
	publicStage: PublicStage;
};

/** Locks a request. What goes with it is read after the lock is had, so that it is what the last change left. */
export async function hold(tx: Handle, ctx: Context, reference: string): Promise<Held> {
	const { rows } = await sql<Row>`select id, reference, service_id as "serviceId", service_version as "serviceVersion",
			stage, public_stage as "publicStage", answers, team_id as "teamId", tier, officer_id as "officerId",
			customer_id as "customerId", outcome, closed_at as "closedAt", warn_at as "warnAt", due_at as "dueAt", revision
		from requests.request where reference = ${reference} for update`.execute(tx);
	const [row] = rows;
	if (!row) throw new NotFound("There is no request with this reference.");
	const service = await serviceVersion(ctx.house, row.serviceId, row.serviceVersion);
	const { clocks, happened } = await historyOf(tx, row.id);
	const reopenings = happened.filter((one) => one.kind === "reopened");
	return {
		...row,
		service,
		clocks,
		happened,
		reopenedAt: reopenings.at(-1)?.at ?? null,
		workedBy: workedBy(happened),
	};
}

type Times<T, Names extends keyof T> = Omit<T, Names> & {
	[Name in Names]: T[Name] extends Date ? string : string | null;
};
type History = {
	clocks: Times<ClockRun, "startedAt" | "warnAt" | "dueAt" | "stoppedAt">[];
	happened: Times<Happened, "at">[];
};

/** Clocks and timeline in one round trip. */
async function historyOf(tx: Handle, id: string): Promise<{ clocks: ClockRun[]; happened: Happened[] }> {
	const { rows } = await sql<History>`select
		(select coalesce(json_agg(json_build_object('clock', clock, 'run', run, 'startedAt', started_at, 'warnAt', warn_at,
				'dueAt', due_at, 'stoppedAt', stopped_at, 'words', words) order by started_at, clock), '[]')
			from requests.clock where request_id = ${id}) as clocks,
		(select coalesce(json_agg(json_build_object('revision', revision, 'at', at, 'kind', kind, 'actorKind', actor_kind,
				'actorId', actor_id, 'actorName', actor_name, 'fromStage', from_stage, 'toStage', to_stage,
				'toOfficer', to_officer) order by revision), '[]')
			from requests.entry where request_id = ${id}) as happened`.execute(tx);
	const { clocks, happened } = rows[0] ?? { clocks: [], happened: [] };
	return {
		clocks: clocks.map((run) => ({
			...run,
			startedAt: new Date(run.startedAt),
			warnAt: new Date(run.warnAt),
			dueAt: new Date(run.dueAt),
			stoppedAt: run.stoppedAt === null ? null : new Date(run.stoppedAt),
		})),
		happened: happened.map((one) => ({ ...one, at: new Date(one.at) })),
	};
}

/** Who moved, closed or owned it, by the stage it was in. */
function workedBy(happened: readonly Happened[]): Map<string, Set<string>> {
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

import { sql } from "kysely";
import type { OfficerActor } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import type { Answers, sources } from "../../forms/index.ts";
import type { PublicStage } from "../../services/index.ts";
import type { ClockRun } from "../rules/clocks.ts";
import {
	type ClockJson,
	clocksJson,
	type Entry,
	type EntryJson,
	entriesJson,
	readClocks,
	readEntries,
} from "./history.ts";
import type { Asking } from "../asking/asking.ts";
import { type AskingJson, askingsJson, readAskings } from "../asking/queries.ts";
import { readTasks, type TaskJson, type TaskRun, tasksJson } from "../tasks/run.ts";
import type { OpinionAsked } from "../opinions/opinion.ts";
import { type OpinionJson, opinionsJson, readOpinions } from "../opinions/queries.ts";
import { mayBeSeenBy } from "./sight.ts";

export type Photo = { id: string; name: string; entryId: string; addedBy: "customer" | "officer" | "client" };

/** All that the desk shows of a request, its messages apart. */
export type Request = {
	id: string;
	reference: string;
	serviceId: string;
	serviceVersion: number;
	stage: string;
	publicStage: PublicStage;
	tier: number;
	teamId: string;
	teamName: string;
	officerId: string | null;
	officerName: string | null;
	customerId: string | null;
	channel: string;
	clientName: string | null;
	clientReference: string | null;
	urgent: boolean;
	/** What its answers may mean, by the ids of risks.yaml. */
	risks: string[];
	isPublic: boolean;
	confidential: boolean;
	summary: string;
	description: string;
	answers: Answers;
	/** Who said each; empty for requests from before that was noted. */
	sources: sources.Sources;
	latitude: number | null;
	longitude: number | null;
	address: string | null;
	postcode: string | null;
	ward: string | null;
	receivedAt: Date;
	changedAt: Date;
	closedAt: Date | null;
	warnAt: Date | null;
	dueAt: Date | null;
	/** Each clock that was started waits for something. */
	paused: boolean;
	newsAt: Date | null;
	outcome: string | null;
	revision: number;
	/** How many others are told of it. */
	followers: number;
	clocks: ClockRun[];
	entries: Entry[];
	tasks: TaskRun[];
	photos: Photo[];
	askings: Asking[];
	opinions: OpinionAsked[];
};

type InJson = {
	clocks: ClockJson[];
	entries: EntryJson[];
	askings: AskingJson[];
	opinions: OpinionJson[];
	tasks: TaskJson[];
};
type Row = Omit<Request, keyof InJson> & InJson;

/** Undefined too when the officer may not know of it. One round trip. Whoever shows it audits that with a purpose. */
export async function requestByReference(
	db: Handle,
	officer: OfficerActor,
	reference: string,
): Promise<Request | undefined> {
	const { rows } = await sql<Row>`select r.id, r.reference, r.service_id as "serviceId",
			r.service_version as "serviceVersion", r.stage, r.public_stage as "publicStage", r.tier, r.team_id as "teamId",
			t.name as "teamName", r.officer_id as "officerId", w.name as "officerName", r.customer_id as "customerId",
			r.channel, l.name as "clientName", r.client_reference as "clientReference", r.urgent, r.risks, r.is_public as "isPublic", r.confidential,
			r.summary, r.description, r.answers, r.sources, r.latitude, r.longitude, r.address, r.postcode, r.ward,
			r.received_at as "receivedAt", r.changed_at as "changedAt", r.closed_at as "closedAt", r.warn_at as "warnAt",
			r.due_at as "dueAt", r.paused, r.news_at as "newsAt", r.outcome, r.revision,
			(select count(*) from requests.follower f where f.request_id = r.id and f.stopped_at is null) as followers,
			${clocksJson(sql`r.id`)} as clocks, ${entriesJson(sql`r.id`)} as entries,
			${askingsJson(sql`r.id`)} as askings, ${opinionsJson(sql`r.id`)} as opinions,
			${tasksJson(sql`r.id`)} as tasks,
			(select coalesce(json_agg(json_build_object('id', a.file_id, 'name', f.name, 'entryId', a.entry_id,
					'addedBy', a.added_by) order by a.added_at, a.file_id), '[]')
				from requests.attachment a join files.file f on f.id = a.file_id where a.request_id = r.id) as photos
		from requests.request r join staff.team_view t on t.id = r.team_id
			left join staff.officer_view w on w.id = r.officer_id
			left join requests.client l on l.id = r.client_id
		where r.reference = ${reference} and ${mayBeSeenBy(officer)}`.execute(db);
	const [row] = rows;
	if (!row) return undefined;
	const { clocks, entries, askings, opinions, tasks } = row;
	return {
		...row,
		clocks: readClocks(clocks),
		entries: readEntries(entries),
		askings: readAskings(askings),
		tasks: readTasks(tasks),
		opinions: readOpinions(opinions),
	};
}

/** The reference of the request with this id, when the officer may know of it. */
export async function referenceOf(db: Handle, officer: OfficerActor, id: string): Promise<string | undefined> {
	const row = await db
		.selectFrom("requests.request")
		.select("reference")
		.where("id", "=", id)
		.where(mayBeSeenBy(officer))
		.executeTakeFirst();
	return row?.reference;
}

/** Whether the officer may know of it: after a hand-over it may have gone out of sight. */
export async function isSeenBy(db: Handle, officer: OfficerActor, reference: string): Promise<boolean> {
	const row = await db
		.selectFrom("requests.request")
		.select("id")
		.where("reference", "=", reference)
		.where(mayBeSeenBy(officer))
		.executeTakeFirst();
	return row !== undefined;
}

/** What else someone asked for: enough to recognise it. */
export type Other = { reference: string; summary: string; publicStage: PublicStage; receivedAt: Date };

/** The latest other requests of a customer that the officer may know of, five at most. */
export async function othersOf(
	db: Handle,
	officer: OfficerActor,
	customerId: string,
	requestId: string,
): Promise<Other[]> {
	return db
		.selectFrom("requests.request")
		.select(["reference", "summary", "public_stage as publicStage", "received_at as receivedAt"])
		.where("customer_id", "=", customerId)
		.where("id", "!=", requestId)
		.where(mayBeSeenBy(officer))
		.orderBy("received_at", "desc")
		.orderBy("id", "desc")
		.limit(5)
		.execute();
}

import { sql } from "kysely";
import type { OfficerActor } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";

export type CorrectionState = "told" | "accepted" | "refused" | "withdrawn";

/** Something a source has wrong, and what its team said to it. */
export type Correction = {
	id: string;
	recordId: string;
	source: string;
	/** The number of the record in the source. */
	key: string;
	field: string;
	/** What it said when it was told, what it ought to say, and what it says now; null where the officer may not know it. */
	says: string | null;
	ought: string;
	saysNow: string | null;
	why: string;
	state: CorrectionState;
	teamId: string;
	toldAt: Date;
	toldBy: string;
	toldByName: string;
	answeredAt: Date | null;
	answeredByName: string | null;
	answer: string | null;
};

const columns = sql`c.id, c.record_id as "recordId", c.source, r.key, c.field, c.says, c.ought,
	coalesce(r.said->>c.field, '') as "saysNow", c.why, c.state, c.team_id as "teamId", c.told_at as "toldAt",
	c.told_by as "toldBy", c.told_by_name as "toldByName", c.answered_at as "answeredAt",
	c.answered_by_name as "answeredByName", c.answer
	from sources.correction c join sources.record r on r.id = c.record_id`;

/** What these records' sources were told of them, the latest first, for a card of their customer. */
export async function correctionsOf(db: Handle, recordIds: readonly string[]): Promise<Correction[]> {
	if (recordIds.length === 0) return [];
	const { rows } = await sql<Correction>`select ${columns} where c.record_id = any(${[...recordIds]}::uuid[])
		order by c.told_at desc`.execute(db);
	return rows;
}

/** What an officer may see: what their teams were told, what they told themselves, and all where they look after sources. */
function within(officer: OfficerActor) {
	if (officer.permissions.has("sources.manage")) return sql`true`;
	return sql`(c.team_id = any(${[...officer.teams]}::text[]) or c.told_by = ${officer.id})`;
}

/**
 * What a source says is for its own team and for who looks after sources. Who told it knows what they wrote themselves; a
 * correction opens to nobody what no purpose opened to them.
 */
function seenBy(officer: OfficerActor): (one: Correction) => Correction {
	return (one) =>
		officer.permissions.has("sources.manage") || officer.teams.includes(one.teamId)
			? one
			: { ...one, says: null, saysNow: null };
}

/** Those not answered, the oldest first. */
export async function openCorrections(db: Handle, officer: OfficerActor): Promise<Correction[]> {
	const { rows } = await sql<Correction>`select ${columns} where c.state = 'told' and ${within(officer)}
		order by c.told_at limit 200`.execute(db);
	return rows.map(seenBy(officer));
}

/** Those answered or withdrawn, the latest first. */
export async function answeredCorrections(db: Handle, officer: OfficerActor): Promise<Correction[]> {
	const { rows } = await sql<Correction>`select ${columns} where c.state <> 'told' and ${within(officer)}
		order by c.answered_at desc limit 50`.execute(db);
	return rows.map(seenBy(officer));
}

export async function correctionById(db: Handle, officer: OfficerActor, id: string): Promise<Correction | undefined> {
	const { rows } = await sql<Correction>`select ${columns} where c.id = ${id} and ${within(officer)}`.execute(db);
	return rows.map(seenBy(officer))[0];
}

/** How a customer's records came together, and came apart. */
import { type RawBuilder, sql } from "kysely";
import type { Handle } from "../../../platform/db/connect.ts";
import { type How, readReasons, type Reason } from "../links/link.ts";

/** One end of a link. Of a record that is kept from matching, only that it is one. */
export type LinkEnd = { id: string; reference: string; source: string; restricted: boolean };

export type LinkLine = {
	id: string;
	a: LinkEnd;
	b: LinkEnd;
	how: How;
	probability: number | null;
	weight: number | null;
	reasons: readonly Reason[];
	model: string | null;
	why: string;
	by: string;
	at: Date;
	ended: { at: Date; why: string; by: string } | null;
};

type Row = Omit<LinkLine, "reasons" | "ended"> & {
	reasons: unknown;
	endedAt: Date | null;
	endedWhy: string | null;
	endedBy: string | null;
};

const select = sql`select l.id, l.how, l.probability, l.weight, l.reasons, m.name as model, l.why, l.actor_name as by, l.at,
		l.ended_at as "endedAt", l.ended_why as "endedWhy", coalesce(l.ended_by_name, '') as "endedBy",
		json_build_object('id', ra.id, 'reference', ra.reference, 'source', ra.source, 'restricted', ra.restricted) as a,
		json_build_object('id', rb.id, 'reference', rb.reference, 'source', rb.source, 'restricted', rb.restricted) as b
	from records.link l join records.record ra on ra.id = l.a join records.record rb on rb.id = l.b
		left join records.model m on m.id = l.model_id`;

async function read(db: Handle, where: RawBuilder<unknown>): Promise<LinkLine[]> {
	const { rows } = await sql<Row>`${select} where ${where}`.execute(db);
	return rows.map(({ endedAt, endedWhy, endedBy, reasons, ...line }) => ({
		...line,
		reasons: readReasons(reasons),
		ended: endedAt === null ? null : { at: endedAt, why: endedWhy ?? "", by: endedBy ?? "" },
	}));
}

export async function linkById(db: Handle, id: string): Promise<LinkLine | undefined> {
	const [line] = await read(db, sql`l.id = ${id}`);
	return line;
}

const most = 50;

/** Links of these records, ended ones too, the latest first; `before` is the last of the page before. */
export async function linkHistory(
	db: Handle,
	ids: readonly string[],
	before: string | undefined,
): Promise<{ lines: LinkLine[]; next: string | undefined }> {
	const beyond =
		before === undefined ? sql`true` : sql`(l.at, l.id) < (select at, id from records.link where id = ${before})`;
	const own = sql`(l.a = any(${[...ids]}::uuid[]) or l.b = any(${[...ids]}::uuid[]))`;
	const found = await read(db, sql`${own} and ${beyond} order by l.at desc, l.id desc limit ${most + 1}`);
	const lines = found.slice(0, most);
	return { lines, next: found.length > most ? lines.at(-1)?.id : undefined };
}

/** What officers said is not of this customer. */
export type ApartLine = { reference: string; source: string; why: string; by: string; at: Date };

/** Records that are kept from matching are left out. At most 100, the latest first. */
export async function apartFrom(db: Handle, ids: readonly string[]): Promise<ApartLine[]> {
	const { rows } = await sql<ApartLine>`select r.reference, r.source, p.why, p.actor_name as by, p.at
		from (select a as own, b as other, why, actor_name, at from records.apart where a = any(${[...ids]}::uuid[])
			union all select b, a, why, actor_name, at from records.apart where b = any(${[...ids]}::uuid[])) p
			join records.record r on r.id = p.other
		where not r.restricted order by p.at desc limit 100`.execute(db);
	return rows;
}

import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Handle } from "../../platform/db/connect.ts";
import { type Definition, definitionShape } from "./definition.ts";

/** A stable print of a definition: the same data gives the same hash whatever the order of its keys. */
function hashOf(definition: Definition): Buffer {
	return createHash("sha256")
		.update(JSON.stringify(sorted(definition)))
		.digest();
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, inner]) => inner !== undefined)
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([key, inner]) => [key, sorted(inner)]),
	);
}

/** Writes each definition that differs from its latest version as a new version. Answers the version of each, by id. */
export async function publish(tx: Handle, definitions: readonly Definition[], now: Date): Promise<Map<string, number>> {
	const rows = definitions.map((definition) => ({
		id: definition.id,
		hash: hashOf(definition).toString("hex"),
		definition,
	}));
	// Two processes that start at once publish one after the other.
	await sql`select pg_advisory_xact_lock(hashtext('services.version'))`.execute(tx);
	await sql`insert into services.version (service_id, version, hash, definition, published_at)
		select d.id, coalesce(latest.version, 0) + 1, decode(d.hash, 'hex'), d.definition, ${now}
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id text, hash text, definition jsonb)
		left join lateral (select version, hash from services.version v
			where v.service_id = d.id order by version desc limit 1) latest on true
		where latest.hash is distinct from decode(d.hash, 'hex')`.execute(tx);
	const { rows: live } = await sql<{ service_id: string; version: number }>`
		select service_id, max(version) as version from services.version group by service_id`.execute(tx);
	return new Map(live.map((row) => [row.service_id, row.version]));
}

/** The definition a request began with. Undefined when there never was such a version. */
export async function storedDefinition(db: Handle, id: string, version: number): Promise<Definition | undefined> {
	const row = await db
		.selectFrom("services.version")
		.select("definition")
		.where("service_id", "=", id)
		.where("version", "=", version)
		.executeTakeFirst();
	return row ? definitionShape.parse(row.definition) : undefined;
}

/** When a service last changed; undefined before the first was published. */
export async function servicesChangedAt(db: Handle): Promise<Date | undefined> {
	const row = await db
		.selectFrom("services.version")
		.select((one) => one.fn.max("published_at").as("at"))
		.executeTakeFirst();
	return row?.at ?? undefined;
}

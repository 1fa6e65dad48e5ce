import { createHash } from "node:crypto";
import { sql } from "kysely";
import { audit } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";
import { type Outcome, refuse } from "../../platform/refusal/index.ts";
import { type Definition, definitionShape } from "./definition.ts";
import { servicesPart } from "./pack.ts";

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

/** What a service is now: a version of its definition. */
export type InForce = { readonly definition: Definition; readonly version: number };

/**
 * Writes each definition that differs from its latest version as a new version, and answers what is in force of each. One that
 * was refused by bringing an older version back stays out until its file says something else.
 */
export async function publish(tx: Handle, definitions: readonly Definition[], now: Date): Promise<InForce[]> {
	const hashes = new Map(definitions.map((definition) => [definition.id, hashOf(definition).toString("hex")]));
	await oneAtATime(tx);
	const refused = new Set<string>();
	for (const { service_id: id, hash } of await tx
		.selectFrom("services.refused_definition")
		.select(["service_id", "hash"])
		.execute()) {
		if (hashes.get(id) === hash.toString("hex")) refused.add(id);
		else if (hashes.has(id)) await tx.deleteFrom("services.refused_definition").where("service_id", "=", id).execute();
	}
	const rows = definitions
		.filter(({ id }) => !refused.has(id))
		.map((definition) => ({ id: definition.id, hash: hashes.get(definition.id), definition }));
	await sql`insert into services.version (service_id, version, hash, definition, published_at)
		select d.id, coalesce(latest.version, 0) + 1, decode(d.hash, 'hex'), d.definition, ${now}
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id text, hash text, definition jsonb)
		left join lateral (select version, hash from services.version v
			where v.service_id = d.id order by version desc limit 1) latest on true
		where latest.hash is distinct from decode(d.hash, 'hex')`.execute(tx);
	const { rows: live } = await sql<{ service_id: string; version: number }>`
		select service_id, max(version) as version from services.version group by service_id`.execute(tx);
	const latest = new Map(live.map((row) => [row.service_id, row.version]));
	return Promise.all(
		definitions.map(async (definition): Promise<InForce> => {
			const version = latest.get(definition.id) ?? 1;
			if (!refused.has(definition.id)) return { definition, version };
			return { definition: (await storedDefinition(tx, definition.id, version)) ?? definition, version };
		}),
	);
}

/** Two processes that publish at once do so one after the other. */
async function oneAtATime(tx: Handle): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtext('services.version'))`.execute(tx);
}

/** A version as it is listed. */
export type KeptVersion = InForce & { readonly publishedAt: Date };

/** Every version of a service, the newest first. */
export async function versionsOf(db: Handle, id: string): Promise<KeptVersion[]> {
	const rows = await db
		.selectFrom("services.version")
		.select(["version", "definition", "published_at as publishedAt"])
		.where("service_id", "=", id)
		.orderBy("version", "desc")
		.execute();
	return rows.map((row) => ({ ...row, definition: definitionShape.parse(row.definition) }));
}

/** The newest version of every service there ever was. */
export async function latestVersions(db: Handle): Promise<InForce[]> {
	const { rows } = await sql<{ version: number; definition: unknown }>`
		select distinct on (service_id) version, definition from services.version order by service_id, version desc`.execute(
		db,
	);
	return rows.map(({ version, definition }) => ({ version, definition: definitionShape.parse(definition) }));
}

/**
 * Makes a new version that is equal to an older one, and keeps it live until the pack's file changes. Processes that run go on as
 * they are and find it at their next start. Written to the ledger.
 */
export async function rollBack(
	ctx: Context,
	{ id, version }: { id: string; version: number },
): Promise<Outcome<{ version: number }, "no-service" | "no-version" | "is-live">> {
	const inPack = servicesPart.of(ctx.house).find((definition) => definition.id === id);
	if (!inPack) return refuse("no-service");
	return ctx.house.db.transaction().execute(async (tx) => {
		await oneAtATime(tx);
		const kept = await tx
			.selectFrom("services.version")
			.select(["version", "hash", "definition"])
			.where("service_id", "=", id)
			.orderBy("version", "desc")
			.execute();
		const wanted = kept.find((one) => one.version === version);
		const live = kept[0];
		if (!wanted || !live) return refuse("no-version");
		if (live.hash.equals(wanted.hash)) return refuse("is-live");
		const became = live.version + 1;
		await sql`insert into services.version (service_id, version, hash, definition, published_at)
			select service_id, ${became}, hash, definition, ${ctx.now} from services.version
			where service_id = ${id} and version = ${version}`.execute(tx);
		const refusal = { hash: hashOf(inPack), brought_back: version, became, at: ctx.now, by_name: ctx.actor.name };
		await tx
			.insertInto("services.refused_definition")
			.values({ service_id: id, ...refusal })
			.onConflict((clash) => clash.column("service_id").doUpdateSet(refusal))
			.execute();
		await audit(tx, ctx, {
			action: "service.rolled-back",
			subject: { kind: "service", id },
			after: { broughtBack: version, version: became },
		});
		return { version: became };
	});
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

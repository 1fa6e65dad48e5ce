import type { House } from "../../../platform/context/index.ts";
import type { Db } from "../../../platform/db/connect.ts";
import { keyHash } from "./actions.ts";

export type Client = { id: string; name: string; works: boolean };
export type ClientLine = Client & { createdAt: Date; revokedAt: Date | null };

/** Every system that has or had a key, the latest first. */
export async function clients(db: Db): Promise<ClientLine[]> {
	return db
		.selectFrom("requests.client")
		.select(["id", "name", "works", "created_at as createdAt", "revoked_at as revokedAt"])
		.orderBy("created_at", "desc")
		.execute();
}

type Known = { client: Client; until: number };

// A system that sends a thousand reports has its key looked up once in ten seconds; wrong keys are never remembered.
const remembered = new WeakMap<House, Map<string, Known>>();
const forMilliseconds = 10_000;
const atMost = 200;

/** Whose key this is; undefined when it is nobody's or was taken back more than 10 seconds ago. */
export async function clientByKey(house: House, key: string, now: Date): Promise<Client | undefined> {
	if (key === "" || key.length > 200) return undefined;
	const hash = keyHash(key);
	const name = hash.toString("base64");
	const known = remembered.get(house) ?? new Map<string, Known>();
	remembered.set(house, known);
	const held = known.get(name);
	if (held && now.getTime() < held.until) return held.client;
	known.delete(name);
	const client = await house.db
		.selectFrom("requests.client")
		.select(["id", "name", "works"])
		.where("key_hash", "=", hash)
		.where("revoked_at", "is", null)
		.executeTakeFirst();
	if (client === undefined) return undefined;
	if (known.size >= atMost) known.clear();
	known.set(name, { client, until: now.getTime() + forMilliseconds });
	return client;
}

/** What other systems say of customers, for tests: written and taken in as an import would. */
import { v7 as newId } from "uuid";
import type { Db } from "../../../platform/db/connect.ts";
import { standardRecord } from "../../matching/index.ts";
import { takeInAll } from "../nodes/incoming.ts";

export type SaidBySource = {
	source: string;
	said: Readonly<Record<string, string>>;
	kind?: "person" | "organisation";
	from?: string;
	until?: string;
	seenAt?: Date;
	restricted?: boolean;
};

/** The ids of the records, in the order given. */
export async function sourceRecordsIn(db: Db, given: readonly SaidBySource[]): Promise<string[]> {
	const ids: string[] = [];
	for (const { source, said, kind = "person", from, until, seenAt, restricted = false } of given) {
		const at = seenAt ?? new Date("2026-02-27T06:00:00Z");
		const id = newId();
		await db
			.insertInto("sources.record")
			.values({
				id,
				source,
				key: id,
				kind,
				said: JSON.stringify(said),
				from_day: from ?? null,
				until_day: until ?? null,
				first_seen_at: at,
				seen_at: at,
				changed_at: at,
			})
			.execute();
		const node = { id, source, kind, beganAt: at, restricted, goneAt: null, changedAt: at };
		await takeInAll(db, [{ ...node, standard: standardRecord(said) }]);
		ids.push(id);
	}
	return ids;
}

import type { Context } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { type SourceRecord as Compared, sourceFields, standardRecord } from "../../matching/index.ts";
import { sourceOf, type SourceRecord } from "../../sources/index.ts";
import { type Incoming, takeInAll } from "./incoming.ts";

/** Takes records of sources in, new, changed or gone; the ids of those that were. */
export async function takeInSources(
	tx: Handle,
	{ house }: Context,
	records: readonly SourceRecord[],
): Promise<string[]> {
	const restricted = (source: string) => sourceOf(house, source)?.restricted ?? false;
	return takeInAll(
		tx,
		records.map((one) => incoming(one, restricted(one.source))),
	);
}

function incoming(record: SourceRecord, restricted: boolean): Incoming {
	const { id, source, kind, firstSeenAt, goneAt, changedAt } = record;
	return {
		id,
		source,
		kind,
		beganAt: firstSeenAt,
		restricted,
		goneAt,
		changedAt,
		standard: standardRecord(identityOf(record)),
	};
}

/** Of all that a source says, what a customer is known by; of an organisation its name is what it is called. */
function identityOf({ said, kind }: SourceRecord): Compared {
	const known: Compared = {};
	for (const field of sourceFields) {
		const value = said[field];
		if (value !== undefined && field !== "id") known[field] = value;
	}
	if (kind === "person") return known;
	const { name, given: _, surname: __, born: ___, ...rest } = known;
	const organisation = rest.organisation ?? name;
	return organisation === undefined ? rest : { ...rest, organisation };
}

import { sql } from "kysely";
import { type StandardRecord, type TextField, textFields } from "../../matching/index.ts";

/** `otherRoot` is kept as `other_root`. */
export function columnOf(field: TextField): string {
	return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export const standardColumns: readonly string[] = textFields.map(columnOf);

/** A record of the index as it is compared. */
export type Compared = { id: string; headId: string; kind: "person" | "organisation"; standard: StandardRecord };

type Kept = { id: string; headId: string; kind: "person" | "organisation"; fields: readonly (string | null)[] };

/** The columns of `Kept`, of `records.record r`. */
export const comparedColumns = sql.raw(
	`r.id, r.head_id as "headId", r.kind, array[${standardColumns.map((column) => `r.${column}`).join(", ")}] as fields`,
);

export function compared({ id, headId, kind, fields }: Kept): Compared {
	const standard: StandardRecord = {};
	for (const [at, field] of textFields.entries()) {
		const value = fields[at];
		if (value !== null && value !== undefined) standard[field] = value;
	}
	return { id, headId, kind, standard };
}

export type { Kept as KeptRecord };

/** What records say, as an officer may read it who judges whether they are of one customer. */
import { sql } from "kysely";
import { z } from "zod";
import type { House } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { type Field, sourceOf } from "../../sources/index.ts";
import { frontDoor, type Node } from "../nodes/node.ts";
import { comparedOnly, standsBeside, together, type Value, valueOf } from "./rules/value.ts";

export type ShownRecord = Pick<Node, "id" | "reference" | "source" | "headId" | "beganAt" | "goneAt"> & {
	sourceName: string;
	/** What its customer is called there; empty when nothing may be shown of it. */
	name: string;
	values: readonly Value[];
	/** Why little or nothing of it is shown. */
	keeps: "only-that-it-is-there" | "some-fields" | null;
};

type Row = Omit<ShownRecord, "sourceName" | "name" | "values" | "keeps"> & {
	said: unknown;
	kind: string | null;
	name: string | null;
	email: string | null;
	phone: string | null;
};

/** In the order of the ids. Records that are kept from all matching are left out, whoever asks. Audited by who shows them. */
export async function shownRecords(house: House, db: Handle, ids: readonly string[]): Promise<ShownRecord[]> {
	const { rows } = await sql<Row>`select r.id, r.reference, r.source, r.head_id as "headId", r.began_at as "beganAt",
			r.gone_at as "goneAt", s.said, c.kind, c.name, c.email, c.phone
		from records.record r
			left join sources.record_view s on s.id = r.id
			left join customers.customer_view c on c.id = r.id
		where r.id = any(${[...ids]}::uuid[]) and not r.restricted
		order by array_position(${[...ids]}::uuid[], r.id)`.execute(db);
	return rows.map((row) => shownOf(house, row));
}

/** What a source is called. */
export function sourceNameOf(house: House, source: string): string {
	return source === frontDoor ? "Front Door" : (sourceOf(house, source)?.name ?? source);
}

function shownOf(house: House, { said, kind, name, email, phone, ...node }: Row): ShownRecord {
	if (node.source === frontDoor) {
		const known = ownFields(kind).map((field) => [field, { name, email, phone }[field.says]] as const);
		const values = known.flatMap(([field, text]) => (text ? [valueOf(field, text)] : []));
		return { ...node, sourceName: sourceNameOf(house, frontDoor), name: name ?? "", values, keeps: null };
	}
	const source = sourceOf(house, node.source);
	const fields = source === undefined || source.flag ? [] : source.fields;
	const open = fields.filter((field) => standsBeside(field) === "open");
	const compared = fields.filter((field) => standsBeside(field) === "compared");
	const all = z.record(z.string(), z.string()).parse(said ?? {});
	const values = [...together(valuesOf(open, all)), ...valuesOf(compared, all).map(comparedOnly)];
	return {
		...node,
		sourceName: sourceNameOf(house, node.source),
		name: values.find(({ field }) => field === "name" || field === "organisation")?.text ?? "",
		values,
		keeps: fields.length === 0 ? "only-that-it-is-there" : open.length < fields.length ? "some-fields" : null,
	};
}

function valuesOf(fields: readonly Field[], said: Readonly<Record<string, string>>): Value[] {
	return fields.flatMap((field) => {
		const text = said[field.id]?.trim() ?? "";
		return text === "" ? [] : [valueOf(field, text)];
	});
}

function ownFields(kind: string | null) {
	const isPerson = kind === null || kind === "person";
	return [
		{ id: isPerson ? "name" : "organisation", name: isPerson ? "Name" : "Organisation", kind: "name", says: "name" },
		{ id: "email", name: "Email", kind: "email", says: "email" },
		{ id: "phone", name: "Telephone", kind: "phone", says: "phone" },
	] as const;
}

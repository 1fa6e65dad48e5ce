import type { Handle } from "../../../platform/db/connect.ts";
import { type SourceRecord, standardRecord } from "../../matching/index.ts";
import { type Incoming, takeInAll } from "./incoming.ts";
import { frontDoor } from "./node.ts";

/** Takes customers in, new or changed; the ids of those that were. */
export async function takeInCustomers(tx: Handle, ids: readonly string[]): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("customers.customer_view")
		.select(["id", "kind", "name", "email", "phone", "created_at as since", "changed_at as changedAt"])
		.where("id", "in", [...ids])
		.orderBy("id")
		.execute();
	return takeInAll(tx, rows.map(incoming));
}

type Row = {
	id: string;
	kind: "person" | "business" | "organisation";
	name: string;
	email: string | null;
	phone: string | null;
	since: Date;
	changedAt: Date;
};

function incoming({ id, kind, name, email, phone, since, changedAt }: Row): Incoming {
	const said: SourceRecord = {
		...(kind === "person" ? { name } : { organisation: name }),
		...(email === null ? {} : { email }),
		...(phone === null ? {} : { phone }),
	};
	return {
		id,
		source: frontDoor,
		kind: kind === "person" ? "person" : "organisation",
		beganAt: since,
		restricted: false,
		goneAt: null,
		changedAt,
		standard: standardRecord(said),
	};
}

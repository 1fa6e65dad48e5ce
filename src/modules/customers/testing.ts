/** A council that notes needs, for tests. */
import { v7 as newId } from "uuid";
import type { House, OfficerContext } from "../../platform/context/index.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { needsPart } from "./needs/pack.ts";

export async function openNeeds() {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	needsPart.put(house, [
		{ code: "COM-LARGE", says: "Send letters in large print", group: "telling", review: 365 },
		{ code: "COM-INTERP", says: "Get an interpreter", group: "telling", detail: "Which language?", review: 365 },
		{ code: "CIR-AWAY", says: "Write, and wait longer", group: "for-now", review: 60 },
		{ code: "SAF-TWO", says: "Visit with two officers", group: "safety", safety: true, review: 90 },
	]);
	const as = (name: string, at = "2026-03-02T10:00:00Z"): OfficerContext => ({
		house,
		now: new Date(at),
		correlation: newId(),
		actor: {
			kind: "officer",
			id: name,
			name,
			email: "o@council.example",
			teams: [],
			roles: [],
			permissions: new Set(),
		},
	});
	const customer = async (name: string) => {
		const id = newId();
		const at = new Date("2025-01-01T09:00:00Z");
		await database.db.insertInto("customers.customer").values({ id, name, created_at: at, changed_at: at }).execute();
		return id;
	};
	const ledger = async (id: string) =>
		database.db
			.selectFrom("audit.entry")
			.select(["action", "actor_name as by", "before", "after"])
			.where("subject_id", "=", id)
			.orderBy("id")
			.execute();
	return { ...database, house, as, customer, ledger };
}

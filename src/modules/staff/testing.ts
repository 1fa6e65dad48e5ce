/** A made-up council for tests: three teams, three roles, one officer. */
import { randomUUID } from "node:crypto";
import { secretSlot } from "../../platform/auth/index.ts";
import { configSlot, readConfig } from "../../platform/config/index.ts";
import { type Context, type House, systemContext } from "../../platform/context/index.ts";
import { cloneDatabase } from "../../platform/db/testing.ts";
import { isRefusal } from "../../platform/refusal/index.ts";
import { addOfficer, rolesPart, staffModule, type Team, teamsPart } from "./index.ts";

export const someTeams: Team[] = [
	{ id: "centre", name: "Customer centre", tier: 1, phone: "01632 960 001" },
	{ id: "trees", name: "Trees", tier: 2 },
	{ id: "roads", name: "Roads", tier: 2, email: "roads@council.example" },
];

export const password = "marmalade on a wet bench";

export async function openCouncil() {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	configSlot.put(house, readConfig({}));
	secretSlot.put(house, "a secret of thirty-two characters or more");
	teamsPart.put(house, someTeams);
	rolesPart.put(house, {
		officer: { name: "Officer", may: ["requests.read", "requests.work"] },
		auditor: { name: "Auditor", may: ["requests.read", "audit.read"] },
		admin: { name: "Administrator", may: ["staff.manage"] },
	});
	const ctx = (now = new Date()): Context => ({ ...systemContext(house, "test", now), correlation: randomUUID() });
	await staffModule.opens?.(ctx());
	const add = async (name: string, roles: string[] = ["officer"], teams: string[] = ["trees"]) => {
		const added = await addOfficer(ctx(), { email: `${name}@council.example`, name, roles, teams, password });
		if (isRefusal(added)) throw new Error(added.code);
		return added.id;
	};
	const ledger = async () =>
		(await house.db.selectFrom("audit.entry").select(["action", "subject_id", "after"]).orderBy("id").execute()).map(
			({ action }) => action,
		);
	return { ...database, house, ctx, add, ledger, ada: await add("ada") };
}

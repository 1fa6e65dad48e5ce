import { demoPart } from "../src/demo/data.ts";
import { openHouse, packFolder } from "../src/house.ts";
import { createClient } from "../src/modules/requests/index.ts";
import { addOfficer } from "../src/modules/staff/index.ts";
import { startSession } from "../src/platform/auth/index.ts";
import { type House, systemContext } from "../src/platform/context/index.ts";
import type { Db } from "../src/platform/db/connect.ts";
import { isRefusal } from "../src/platform/refusal/index.ts";
import { configFor } from "./settings.ts";

/** Opens a house on a database, with the demonstration's words, and with its officers if they are not there yet. */
export async function furnish(db: Db, databaseUrl: string): Promise<House> {
	const config = configFor(databaseUrl);
	const house = await openHouse(config, db);
	await demoPart.read(packFolder(config), house);
	const ctx = systemContext(house, "Benchmark");
	for (const officer of demoPart.of(house).officers) {
		const added = await addOfficer(ctx, officer);
		if (isRefusal(added) && added.code !== "taken") throw new Error(`An officer was not added: ${added.code}.`);
	}
	return house;
}

/** A session for each officer who reads requests, as signing in begins one; gives the cookies. */
export async function signIn(house: House): Promise<string[]> {
	const officers = await house.db
		.selectFrom("staff.officer")
		.select(["id", "roles"])
		.where("left_at", "is", null)
		.execute();
	const cookies: string[] = [];
	for (const { id, roles } of officers) {
		if (!roles.includes("officer")) continue;
		const subject = { kind: "officer", id } as const;
		const token = await startSession(house.db, new Date(), { subject, method: "password-and-code", agent: "bench" });
		cookies.push(`officer=${token}`);
	}
	return cookies;
}

/** An app that residents report with; gives its key. */
export async function newClient(house: House): Promise<string> {
	const client = await createClient(systemContext(house, "Benchmark"), { name: "A reporting app", works: false });
	if (isRefusal(client)) throw new Error(`The client was not added: ${client.code}.`);
	return client.key;
}

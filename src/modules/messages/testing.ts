/** A house for tests of messages: a database, the pack's templates, and carriers that the test is given to watch. */
import { resolve } from "node:path";
import { readConfig } from "../../platform/config/index.ts";
import { permissions } from "../../platform/auth/permissions.ts";
import { type Context, type House, type OfficerActor, systemContext } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import { cloneDatabase, type TestDatabase } from "../../platform/db/testing.ts";
import { messagesPart } from "./pack.ts";

export const pack = resolve(import.meta.dirname, "../../../packs", readConfig({}).COUNCIL);

/** An officer who may do everything. */
export const ann: OfficerActor = {
	kind: "officer",
	id: "0198f000-0000-7000-8000-000000000001",
	name: "Ann",
	email: "ann@council.example",
	teams: [],
	roles: [],
	permissions: new Set(permissions),
};

export type MessagesHouse = { database: TestDatabase; house: House; at: (time: string) => Context };

export async function openMessagesHouse(): Promise<MessagesHouse> {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	await messagesPart.read(pack, house);
	await councilPart.read(pack, house);
	return { database, house, at: (time) => systemContext(house, "test", new Date(time)) };
}

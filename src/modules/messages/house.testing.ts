/** A house for tests of messages: a database, the pack's templates, and carriers that the test is given to watch. */
import { fileURLToPath } from "node:url";
import { type Context, type House, systemContext } from "../../platform/context/index.ts";
import { cloneDatabase, type TestDatabase } from "../../platform/db/testing.ts";
import { messagesPart } from "./pack.ts";

export const pack = fileURLToPath(new URL("../../../packs/middlesbrough", import.meta.url));

export type MessagesHouse = { database: TestDatabase; house: House; at: (time: string) => Context };

export async function openMessagesHouse(): Promise<MessagesHouse> {
	const database = await cloneDatabase();
	const house: House = { db: database.db };
	await messagesPart.read(pack, house);
	return { database, house, at: (time) => systemContext(house, "test", new Date(time)) };
}

import { sql } from "kysely";
import { WrongSettings } from "../config/index.ts";
import type { Db } from "../db/connect.ts";

/**
 * Makes the database the council's own at its first start. Throws `WrongSettings` when it is another council's: one council is
 * one controller of its customers' data.
 */
export async function claimDatabase(db: Db, council: string): Promise<void> {
	await sql`insert into platform.council (id) values (${council}) on conflict do nothing`.execute(db);
	const { id } = await db.selectFrom("platform.council").select("id").executeTakeFirstOrThrow();
	if (id === council) return;
	throw new WrongSettings(
		`This database belongs to “${id}”, and COUNCIL says “${council}”. Give each council a database of its own: FRONTDOOR_DATA names another folder, DATABASE_URL another database.`,
	);
}

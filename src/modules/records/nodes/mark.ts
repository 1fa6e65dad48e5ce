import type { Handle } from "../../../platform/db/connect.ts";

/** How far the records of customers or sources were taken in; undefined before the first time. */
export async function markOf(db: Handle, of: string): Promise<string | undefined> {
	const row = await db.selectFrom("records.mark").select("until").where("of", "=", of).executeTakeFirst();
	return row?.until;
}

export async function setMark(tx: Handle, of: string, until: string): Promise<void> {
	await tx
		.insertInto("records.mark")
		.values({ of, until })
		.onConflict((clash) => clash.column("of").doUpdateSet({ until }))
		.execute();
}

import type { Handle } from "../../../platform/db/connect.ts";
import type { Alert } from "./alert.ts";

/** The alerts that officers made and that hold at an instant or later, the latest made first. */
export async function alertsSince(db: Handle, since: Date): Promise<Alert[]> {
	const rows = await db
		.selectFrom("knowledge.alert")
		.select(["id", "severity", "words", "link", "place", "from_at", "until_at"])
		.where("until_at", ">", since)
		.where("ended_at", "is", null)
		.orderBy("made_at", "desc")
		.execute();
	return rows.map((row) => ({
		id: row.id,
		severity: row.severity,
		words: row.words,
		link: row.link ?? undefined,
		place: row.place,
		from: row.from_at,
		until: row.until_at,
	}));
}

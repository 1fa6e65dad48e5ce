import type { Handle } from "../../platform/db/connect.ts";

/** What was written to these customers from then on, for the room of records. What is confidential says nothing but that. */
export async function messagesSince(db: Handle, customerIds: readonly string[], since: Date) {
	if (customerIds.length === 0) return [];
	const rows = await db
		.selectFrom("messages.message")
		.select(["id", "customer_id as customerId", "confidential", "subject", "channel", "about_name as aboutName"])
		.where("customer_id", "in", [...customerIds])
		.where("created_at", ">=", since)
		.orderBy("created_at")
		.orderBy("id")
		.execute();
	return rows.map(({ id, customerId, confidential, subject, channel, aboutName }) => ({
		kind: confidential ? "confidential-message" : "message",
		id,
		customerId: customerId ?? "",
		words: confidential
			? "A confidential message"
			: `${channel === "letter" ? "Letter" : channel === "text" ? "Text" : "Email"} about ${aboutName}: ${subject}`,
	}));
}

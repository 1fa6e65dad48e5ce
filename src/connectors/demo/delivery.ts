import type { Carrier } from "../../modules/messages/index.ts";
import type { Db } from "../../platform/db/connect.ts";

type Delivered = { id: string; at: Date; text: string; to: { name: string }; subject?: string; html?: string };

/** A carrier that accepts everything and puts it where the demonstration can show it, each message once. */
export function demoCarrier<M extends Delivered>(
	db: Db,
	channel: "email" | "text" | "letter",
	recipient: (message: M) => string,
): Carrier<M> {
	return {
		name: "demo",
		async send(message) {
			const { id, at, text, to, subject = "", html = null } = message;
			await db
				.insertInto("demo.delivery")
				.values({
					message_id: id,
					channel,
					recipient_name: to.name,
					recipient: recipient(message),
					subject,
					text,
					html,
					delivered_at: at,
				})
				.onConflict((conflict) => conflict.column("message_id").doNothing())
				.execute();
			return { carrierId: id };
		},
	};
}

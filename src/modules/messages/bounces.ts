import { simpleParser, type ParsedMail } from "mailparser";
import { validate as isId } from "uuid";
import type { Context } from "../../platform/context/index.ts";
import { type Outcome, refuse } from "../../platform/refusal/index.ts";
import { noteBounce } from "../customers/index.ts";

export type Bounce = {
	/** Of the message that came back. */
	id: string;
	/** What the mail server said, such as `5.1.1 smtp; 550 No such user`. */
	why: string;
};

/**
 * Takes in a report that mail came back (RFC 3464), as it was received: the message is marked as bounced and its customer's
 * address too. Refuses what is no such report (`no-report`), one that says the mail is only late (`not-final`), and one
 * about no message of ours (`unknown`). Taking it in twice is the same as once.
 */
export async function noteBounceReport(
	ctx: Context,
	eml: Buffer | string,
): Promise<Outcome<{ messageId: string }, "no-report" | "not-final" | "unknown">> {
	const report = readReport(await simpleParser(eml, { keepDeliveryStatus: true }));
	if (report === undefined) return refuse("no-report");
	if (!report.isFinal) return refuse("not-final");
	const { id, why } = report;
	return ctx.house.db.transaction().execute(async (tx) => {
		const message = await tx
			.updateTable("messages.message")
			.set({ status: "bounced", problem: why, sent_at: null })
			.where("id", "=", id)
			.where("channel", "=", "email")
			.where("status", "in", ["sent", "sending", "unsure", "bounced"])
			.returning(["customer_id", "recipient"])
			.executeTakeFirst();
		if (message === undefined) return refuse("unknown");
		if (message.customer_id !== null && isNoMailbox(why)) {
			await noteBounce(tx, ctx, message.customer_id, message.recipient);
		}
		return { messageId: id };
	});
}

/** A full mailbox (5.2.2) or a policy (5.7.x) says nothing of the address. */
function isNoMailbox(why: string): boolean {
	return !/^5\.(2\.2|7\.)/.test(why);
}

function readReport(mail: ParsedMail): (Bounce & { isFinal: boolean }) | undefined {
	const status = mail.attachments.find((part) => part.contentType === "message/delivery-status");
	const original = mail.attachments.find((part) => /^(message\/rfc822|text\/rfc822-headers)/.test(part.contentType));
	const id = /^message-id:\s*<([^@>\s]+)@/im.exec(original?.content.toString("utf8") ?? "")?.[1];
	if (status === undefined || id === undefined || !isId(id)) return undefined;
	const said = status.content.toString("utf8").replace(/\r?\n[ \t]+/g, " ");
	const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "im").exec(said)?.[1]?.trim() ?? "";
	const isFinal = field("Action").toLowerCase() === "failed" && field("Status").startsWith("5");
	return { id, why: `${field("Status")} ${field("Diagnostic-Code")}`.trim(), isFinal };
}

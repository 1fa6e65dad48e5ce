import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit } from "../../platform/audit/index.ts";
import type { Context, OfficerContext } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";
import { addJob } from "../../platform/jobs/index.ts";
import { NotFound, type Outcome, refuse } from "../../platform/refusal/index.ts";
import { addressComesBack } from "../customers/index.ts";
import { sendJob } from "./jobs.ts";
import { messagesPart } from "./pack.ts";
import { mayBeReadBy } from "./sight.ts";
import { type Recipient, wayTo } from "./recipient.ts";
import type { Variables } from "./variables.ts";
import { writeMessage } from "./write.ts";

export type ToSend = {
	/** Of `messages.yaml`; one that it does not have is a bug, and thrown. */
	template: string;
	variables: Variables;
	to: Recipient;
	/** What it is about, so that its page can show the message: `{ kind: "request", id, name: "SR-2345-6789" }`. */
	about: { kind: string; id: string; name: string };
	/** It is about what only some officers may know of. */
	confidential?: boolean;
	/** Names the one reason for it, such as `request-received <event id>`: the same occasion never makes a second message. */
	occasion: string;
	/** It is to the council's own people, who need each one however many there are. */
	toOurselves?: boolean;
	/** Days after which it is forgotten; left out, it is kept as long as what it is about. */
	keptDays?: number;
};

/**
 * Writes a message and the job that sends it, in the caller's transaction. Answers the message's id; null when this occasion
 * had its message already, or when whoever it is for left no way to be reached. An address that brings mail back gets none:
 * another way is taken, and when there is none the message is kept as failed, for the desk. So is one more message than an
 * address that is not our own gets in an hour.
 */
export async function sendMessage(tx: Handle, ctx: Context, toSend: ToSend): Promise<string | null> {
	const { to, about, confidential = false, toOurselves = false, occasion, template, variables, keptDays } = toSend;
	const found = wayTo(to, await addressComesBack(tx, to.email ?? ""));
	if (found === undefined) return null;
	const way = !toOurselves && (await hadEnough(tx, ctx, found.at)) ? { ...found, problem: hadEnoughWords } : found;
	const name = to.name?.trim() ?? "";
	const written = writeMessage(messagesPart.of(ctx.house), template, { channel: way.channel, name, variables });
	const message = await tx
		.insertInto("messages.message")
		.values({
			id: newId(),
			channel: way.channel,
			customer_id: to.customerId ?? null,
			recipient_name: name,
			recipient: way.at,
			template,
			...written,
			about_kind: about.kind,
			about_id: about.id,
			about_name: about.name,
			confidential,
			occasion,
			status: way.problem === undefined ? "waiting" : "failed",
			problem: way.problem ?? null,
			created_at: ctx.now,
			kept_until: keptDays === undefined ? null : new Date(ctx.now.getTime() + keptDays * 86_400_000),
		})
		.onConflict((conflict) => conflict.column("occasion").doNothing())
		.returning("id")
		.executeTakeFirst();
	if (message === undefined) return null;
	if (way.problem === undefined) await addJob(tx, sendJob, message);
	return message.id;
}

/**
 * Anyone can give someone else's address with a report, and again a minute later: without this the council would fill a
 * stranger's mailbox for them. An adviser who reports for a whole street stays well below it.
 */
const mostInAnHour = 30;
const hadEnoughWords = `This address was sent ${mostInAnHour} messages within an hour, so this one waits for you to decide.`;

async function hadEnough(tx: Handle, ctx: Context, recipient: string): Promise<boolean> {
	const since = new Date(ctx.now.getTime() - 3_600_000);
	const { rows } = await sql<{ many: number }>`select count(*)::int as many from (select from messages.message
		where lower(recipient) = lower(${recipient}) and created_at > ${since} and created_at <= ${ctx.now}
		limit ${mostInAnHour}) lately`.execute(tx);
	return (rows[0]?.many ?? 0) >= mostInAnHour;
}

/**
 * An officer decides to send again what failed, or what may or may not have arrived. Refuses `not-stuck` for one that is
 * waiting, under way or sent, and `comes-back` for an address that brings mail back. Throws `NotFound` for one out of their sight.
 */
export async function sendAgain(
	ctx: OfficerContext,
	id: string,
): Promise<Outcome<"waiting", "not-stuck" | "comes-back">> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const message = await tx
			.selectFrom("messages.message")
			.select(["status", "channel", "recipient"])
			.where("id", "=", id)
			.where(mayBeReadBy(ctx.actor))
			.forUpdate()
			.executeTakeFirst();
		if (message === undefined) throw new NotFound();
		if (message.status !== "failed" && message.status !== "unsure") return refuse("not-stuck");
		if (message.channel === "email" && (await addressComesBack(tx, message.recipient))) return refuse("comes-back");
		await sql`update messages.message set status = 'waiting', problem = null where id = ${id}`.execute(tx);
		await audit(tx, ctx, {
			action: "message.sent-again",
			subject: { kind: "message", id },
			before: { status: message.status },
			after: { status: "waiting" },
		});
		await addJob(tx, sendJob, { id });
		return "waiting";
	});
}

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { v7 as newId } from "uuid";
import { isRefusal } from "../../platform/refusal/index.ts";
import { customerById, customerFor } from "../customers/index.ts";
import { sendMessage } from "./actions.ts";
import { noteBounceReport } from "./bounces.ts";
import { ann, type MessagesHouse, openMessagesHouse } from "./testing.ts";
import { sendJob } from "./jobs.ts";
import { emailPort } from "./port.ts";
import { messageById } from "./queries.ts";

/** A report as mail servers write them (RFC 3464, its appendix). */
const report = (id: string, { action = "failed", status = "5.1.1" } = {}) =>
	[
		"From: MAILER-DAEMON@mx.example.org",
		"To: no-reply@council.example",
		"Subject: Undelivered Mail Returned to Sender",
		"MIME-Version: 1.0",
		'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
		"",
		"--b1",
		"Content-Type: text/plain",
		"",
		"I'm sorry to have to inform you that your message could not be delivered.",
		"",
		"--b1",
		"Content-Type: message/delivery-status",
		"",
		"Reporting-MTA: dns; mx.example.org",
		"",
		"Final-Recipient: rfc822; jo@example.org",
		`Action: ${action}`,
		`Status: ${status}`,
		"Diagnostic-Code: smtp; 550 No such",
		"    user",
		"",
		"--b1",
		"Content-Type: text/rfc822-headers",
		"",
		"From: no-reply@council.example",
		`Message-ID: <${id}@council.example>`,
		"Subject: We have your report",
		"",
		"--b1--",
		"",
	].join("\r\n");

describe("a report that mail came back", () => {
	let open: MessagesHouse;
	before(async () => {
		open = await openMessagesHouse();
		emailPort.put(open.house, { name: "watched", send: async () => ({ carrierId: "c" }) });
	});
	after(() => open.database.close());
	const now = "2026-03-02T10:00:00Z";
	let people = 0;
	const send = async () => {
		const ctx = open.at(now);
		const who = { name: "Jo", email: `jo${++people}@example.org` };
		const customerId = await customerFor(open.database.db, ctx, who);
		const variables = { reference: "SR-2345-6789", service: "Pothole", link: "https://front.example/track/a" };
		const about = { kind: "request", id: "r", name: "SR-2345-6789" };
		const toSend = {
			template: "request-received" as const,
			variables,
			to: { ...who, customerId },
			about,
			occasion: who.email,
		};
		const id = (await sendMessage(open.database.db, ctx, toSend)) ?? assert.fail();
		await sendJob.run(ctx, { id });
		return { id, customerId: customerId ?? "" };
	};
	const stateOf = async ({ id, customerId }: { id: string; customerId: string }) => ({
		status: (await messageById(open.database.db, ann, id))?.status,
		comesBack: (await customerById(open.database.db, customerId))?.emailBouncedAt !== null,
	});

	it("marks the message and the address, once however often it comes", async () => {
		const sent = await send();
		for (let i = 0; i < 2; i++) {
			assert.deepEqual(await noteBounceReport(open.at(now), report(sent.id)), { messageId: sent.id });
			assert.deepEqual(await stateOf(sent), { status: "bounced", comesBack: true });
		}
		assert.equal((await messageById(open.database.db, ann, sent.id))?.problem, "5.1.1 smtp; 550 No such user");
	});

	it("leaves the address alone when only the mailbox was full", async () => {
		const sent = await send();
		await noteBounceReport(open.at(now), report(sent.id, { status: "5.2.2" }));
		assert.deepEqual(await stateOf(sent), { status: "bounced", comesBack: false });
	});

	it("changes nothing when it says that mail is late, or is about no message, or is no report", async () => {
		const sent = await send();
		const codes = [];
		for (const eml of [
			report(sent.id, { action: "delayed", status: "4.4.1" }),
			report(newId()),
			"Subject: hi\r\n\r\nhello",
			"",
		]) {
			const outcome = await noteBounceReport(open.at(now), eml);
			codes.push(isRefusal(outcome) ? outcome.code : "taken");
		}
		assert.deepEqual(codes, ["not-final", "unknown", "no-report", "no-report"]);
		assert.deepEqual(await stateOf(sent), { status: "sent", comesBack: false });
	});
});

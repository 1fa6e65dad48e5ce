import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { simpleParser } from "mailparser";
import { v7 as newId } from "uuid";
import { Bounced, type Email, Later, Refused } from "../../modules/messages/index.ts";
import { smtpCarrier } from "./index.ts";
import { type Answers, dies, type MailServer, mailServer } from "./testing.ts";

const email = (over: Partial<Email> = {}): Email => ({
	id: newId(),
	to: { name: "Jo Bloggs", address: "jo@example.org" },
	subject: "We have your report",
	text: "Hello,\n\nThank you.",
	html: "<p>Hello,</p><p>Thank you.</p>",
	sender: { name: "The council", email: "no-reply@council.example", domain: "council.example", textName: "Council" },
	at: new Date("2026-03-02T10:00:00Z"),
	...over,
});

describe("email by SMTP", () => {
	let closes: (() => unknown)[] = [];
	afterEach(async () => {
		for (const close of closes) await close();
		closes = [];
	});
	const open = async (answers: Answers = {}, options: Parameters<typeof mailServer>[1] = {}, patience = 5000) => {
		const server = await mailServer(answers, options);
		const carrier = smtpCarrier({ url: server.url, patience });
		closes.push(carrier.close, server.close);
		return { server, carrier };
	};
	const only = (server: MailServer) => {
		assert.equal(server.accepted.length, 1);
		return simpleParser(server.accepted[0] ?? "");
	};

	it("carries text and HTML, and says what it is to machines", async () => {
		const { server, carrier } = await open();
		const message = email();
		assert.deepEqual(await carrier.send(message), { carrierId: `<${message.id}@council.example>` });
		const mail = await only(server);
		assert.equal(mail.text?.trim(), message.text);
		assert.equal(mail.html && mail.html.trim(), message.html);
		assert.equal(mail.messageId, `<${message.id}@council.example>`);
		assert.equal(mail.headers.get("auto-submitted"), "auto-generated");
		assert.match(server.accepted[0] ?? "", /^List-ID: <updates\.council\.example>$/im);
		assert.deepEqual(mail.headers.get("date"), message.at);
		assert.equal(mail.from?.value[0]?.address, "no-reply@council.example");
	});

	it("carries every script", async () => {
		const { server, carrier } = await open();
		const words = { subject: "Diolch – ممتن 谢谢 🗑️", text: "Tŷ ŵyl\n\nशुक्रिया 👩🏽‍🌾" };
		await carrier.send(email({ ...words, to: { name: "Siân “李明” Łoś", address: "sian@example.org" } }));
		const mail = await only(server);
		assert.deepEqual([mail.subject, mail.text?.trim()], [words.subject, words.text]);
		assert.equal(mail.to?.value[0]?.name, "Siân “李明” Łoś");
	});

	it("lets no name or subject add a header or a recipient", async () => {
		const recipients: string[] = [];
		const { server, carrier } = await open({ recipient: (address) => void recipients.push(address) });
		const hostile = [
			"Jo\r\nBcc: victim@example.org",
			`"Jo" <victim@example.org>, x`,
			"a\nSubject: other\n\nbody",
			"=?utf-8?q?Jo=0D=0ABcc:_victim@example.org?=",
			"\u0000\u2028x; y:z,",
		];
		for (const name of hostile) await carrier.send(email({ to: { name, address: "jo@example.org" }, subject: name }));
		assert.deepEqual(
			recipients,
			hostile.map(() => "jo@example.org"),
		);
		for (const raw of server.accepted) {
			const mail = await simpleParser(raw);
			assert.deepEqual(
				mail.to?.value.map((one) => one.address),
				["jo@example.org"],
			);
			assert.equal(mail.headers.has("bcc"), false);
			assert.equal(raw.match(/^Subject:/gim)?.length, 1);
			assert.equal(mail.text?.trim(), "Hello,\n\nThank you.");
		}
	});

	it("keeps a line that begins with a full stop", async () => {
		const { server, carrier } = await open();
		await carrier.send(email({ text: "one\n.\n..two\n.three" }));
		assert.equal((await only(server)).text?.trim(), "one\n.\n..two\n.three");
	});

	it("knows an address that is gone", async () => {
		const { server, carrier } = await open({ recipient: () => "550 5.1.1 No such user" });
		await assert.rejects(
			carrier.send(email()),
			(error) => error instanceof Bounced && /No such user/.test(error.message),
		);
		assert.equal(server.accepted.length, 0);
	});

	it("does not blame the address for a policy, a full mailbox or the words", async () => {
		for (const said of ["550 5.7.1 Blocked by policy", "552 5.2.2 Mailbox full", "554 Transaction failed"]) {
			const { carrier } = await open({ recipient: () => said });
			await assert.rejects(carrier.send(email()), Refused);
		}
		const { carrier } = await open({ data: () => "554 5.7.1 Looks like spam" });
		await assert.rejects(carrier.send(email()), Refused);
	});

	it("waits when asked to, and is then delivered exactly once", async () => {
		let asked = 0;
		const later = () => (++asked === 1 ? "451 4.7.1 Greylisted, try later" : undefined);
		for (const answers of [{ recipient: later }, { data: later }]) {
			asked = 0;
			const { server, carrier } = await open(answers);
			const message = email();
			await assert.rejects(carrier.send(message), Later);
			await carrier.send(message);
			assert.equal(server.accepted.length, 1);
		}
	});

	it("is tried later when the line breaks before the message was handed over", async () => {
		let lines = 0;
		const { server, carrier } = await open({ recipient: () => (++lines === 1 ? dies : undefined) });
		await assert.rejects(carrier.send(email()), Later);
		await carrier.send(email());
		assert.equal(server.accepted.length, 1);
	});

	it("is neither sent nor given up when the line breaks after it was handed over", async () => {
		let handed = 0;
		const { carrier } = await open({ data: () => (++handed, dies) });
		await assert.rejects(carrier.send(email()), (error) => {
			assert.ok(error instanceof Error);
			return !(error instanceof Later || error instanceof Bounced || error instanceof Refused);
		});
		assert.equal(handed, 1, "it was not sent a second time");
	});

	it("goes on over a new connection when the server has closed the kept one", async () => {
		const { server, carrier } = await open();
		await carrier.send(email());
		server.cut();
		await carrier.send(email());
		assert.equal(server.accepted.length, 2);
	});

	it("is tried later when nobody is there, or the sign-in or the server's certificate is wrong", async () => {
		const { server, carrier } = await open();
		await server.close();
		await assert.rejects(carrier.send(email()), Later);
		const guarded = await open(
			{},
			{ authOptional: false, authMethods: ["PLAIN"], onAuth: (_a, _s, done) => done(new Error("no")) },
		);
		const stranger = smtpCarrier({ url: guarded.server.url.replace("//", "//user:wrong@"), patience: 5000 });
		closes.push(stranger.close);
		await assert.rejects(stranger.send(email()), Later);
		const disguised = await open({}, { disabledCommands: [] });
		await assert.rejects(disguised.carrier.send(email()), Later);
		assert.equal(guarded.server.accepted.length + disguised.server.accepted.length, 0);
	});

	it("does not wait for ever for a server that says nothing", async () => {
		let asked = 0;
		const { carrier } = await open({}, { onRcptTo: () => void asked++ }, 3_000);
		await assert.rejects(carrier.send(email()), Later);
		assert.equal(asked, 1);
	});
});

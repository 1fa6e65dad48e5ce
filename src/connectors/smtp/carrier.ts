import type { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type { Carrier, Email } from "../../modules/messages/index.ts";
import { meaning } from "./meaning.ts";

export type SmtpOptions = {
	/** `smtp://` (STARTTLS when the server offers it) or `smtps://` (TLS from the start), with user and password. */
	url: string;
	/** The sender's address, in place of the pack's. */
	from?: string | undefined;
	/** Milliseconds that one message may take in all. */
	patience?: number;
};

/** Email by SMTP over a few kept connections. `close` waits for what is under way. */
export function smtpCarrier({ url, from, patience = 4 * 60_000 }: SmtpOptions): Carrier<Email> & { close: () => void } {
	const transport = createTransport({
		url,
		pool: true,
		maxConnections: 4,
		connectionTimeout: 20_000,
		greetingTimeout: 20_000,
		socketTimeout: 60_000,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	// The bytes of the message on their way to the server: only these tell whether it may have been accepted.
	const underWay = new Map<string, Readable>();
	transport.use("stream", (mail, done) => {
		const begin = mail.message.createReadStream.bind(mail.message);
		mail.message.createReadStream = (options) => {
			const stream = begin(options);
			underWay.set(mail.message.messageId(), stream);
			return stream;
		};
		done();
	});
	return {
		name: "smtp",
		async send(email) {
			const letter = letterhead(email, from);
			try {
				const { messageId } = await transport.sendMail({ ...letter, signal: AbortSignal.timeout(patience) });
				return { carrierId: messageId };
			} catch (error) {
				throw meaning(error, underWay.get(letter.messageId)?.readableEnded ?? false);
			} finally {
				underWay.delete(letter.messageId);
			}
		},
		close: () => transport.close(),
	};
}

/**
 * Names and subjects are given as values, never as headers, so nothing in them begins a header of its own. The same message
 * has the same Message-ID however often it is tried: mail servers that keep it twice can tell.
 */
function letterhead({ id, to, subject, text, html, sender, at }: Email, from = sender.email) {
	return {
		from: { name: sender.name, address: from },
		to: { name: to.name, address: to.address },
		messageId: `<${id}@${sender.domain}>`,
		date: at,
		subject,
		text,
		html,
		headers: {
			"Auto-Submitted": "auto-generated",
			"X-Auto-Response-Suppress": "All",
			"List-ID": { prepared: true, value: `<updates.${sender.domain}>` },
		},
	};
}

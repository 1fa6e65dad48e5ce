/** A real mail server that keeps what it is given. */
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Letter = { to: string; subject: string; text: string; html: string; id: string };

export type Letterbox = {
	url: string;
	letters: readonly Letter[];
	/** Waits for a letter to an address that the check accepts; fails after 15 seconds. */
	letterTo(address: string, check?: (letter: Letter) => boolean): Promise<Letter>;
	close(): Promise<void>;
};

async function read(stream: Readable) {
	return simpleParser(await buffer(stream));
}

export async function openLetterbox(): Promise<Letterbox> {
	const letters: Letter[] = [];
	const waiting = new Set<() => void>();
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS", "AUTH"],
		onData(stream, session, done) {
			read(stream).then((mail) => {
				for (const { address } of session.envelope.rcptTo) {
					letters.push({
						to: address,
						subject: mail.subject ?? "",
						text: mail.text ?? "",
						html: mail.html || "",
						id: mail.messageId ?? "",
					});
				}
				done();
				for (const look of waiting) look();
			}, done);
		},
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address: AddressInfo | string | null = server.server.address();
	if (address === null || typeof address === "string") throw new Error("The letterbox has no port.");
	return {
		url: `smtp://127.0.0.1:${address.port}`,
		letters,
		letterTo: (to, check = () => true) =>
			new Promise((resolve, reject) => {
				const look = () => {
					const found = letters.find((letter) => letter.to === to && check(letter));
					if (!found) return;
					clearTimeout(timer);
					waiting.delete(look);
					resolve(found);
				};
				const timer = setTimeout(() => {
					waiting.delete(look);
					reject(
						new Error(`No such letter came to ${to}: ${letters.map((one) => `${one.to}: ${one.subject}`).join("; ")}`),
					);
				}, 15_000);
				waiting.add(look);
				look();
			}),
		close: () => new Promise((closed) => server.close(() => closed())),
	};
}

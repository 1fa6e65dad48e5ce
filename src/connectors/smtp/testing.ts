/** A real mail server for tests, on a free port, that does as the test says. */
import { once } from "node:events";
import type { Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type MailServer = {
	url: string;
	port: number;
	/** What it accepted, as it came over the wire. */
	accepted: string[];
	/** Breaks every open connection, as when the line goes dead. */
	cut: () => void;
	close: () => Promise<void>;
};

/** `answers` with an SMTP reply such as `451 4.7.1 Try later`, or undefined to accept. `dies` breaks the line instead. */
export type Answers = {
	recipient?: (address: string) => string | undefined;
	data?: (mail: string) => string | undefined;
};

export const dies = "dies";

export async function mailServer(answers: Answers = {}, options: SMTPServerOptions = {}): Promise<MailServer> {
	const accepted: string[] = [];
	const sockets = new Set<Socket>();
	const cut = () => {
		for (const socket of sockets) socket.destroy();
	};
	const reply = (said: string | undefined, callback: (error?: Error | null) => void) => {
		if (said === dies) return cut();
		callback(
			said === undefined ? null : Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) }),
		);
	};
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ["STARTTLS"],
		logger: false,
		onRcptTo: ({ address }, _session, callback) => reply(answers.recipient?.(address), callback),
		async onData(stream, _session, callback) {
			const mail = await buffer(stream).then(
				(bytes) => bytes.toString("utf8"),
				() => undefined,
			);
			// Whoever sent it was gone before its end: it is not accepted.
			if (mail === undefined) return;
			const said = answers.data?.(mail);
			if (said === undefined) accepted.push(mail);
			reply(said, callback);
		},
		...options,
	});
	server.on("error", () => {});
	server.server.on("connection", (socket: Socket) => {
		sockets.add(socket);
		socket.on("error", () => {});
		socket.on("close", () => sockets.delete(socket));
	});
	server.listen(0, "127.0.0.1");
	await once(server.server, "listening");
	const address = server.server.address();
	if (address === null || typeof address === "string") throw new Error("The mail server has no port.");
	const { port } = address;
	const close = () => {
		cut();
		return new Promise<void>((done) => server.close(() => done()));
	};
	return { url: `smtp://127.0.0.1:${port}`, port, accepted, cut, close };
}

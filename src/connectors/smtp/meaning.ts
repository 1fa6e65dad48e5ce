import { Bounced, Later, Refused } from "../../modules/messages/index.ts";

type Trouble = { message: string; code: string; reply: string; status: number; command: string };

/**
 * What a failed sending means. `wasHandedOver` says that all of the message was read out to the server: then, without an
 * answer, nobody knows, and the error is given back as it is. An answer is always believed: one that begins with 4 asks
 * to wait, one that begins with 5 refuses.
 */
export function meaning(error: unknown, wasHandedOver: boolean): Error {
	const trouble = read(error);
	const { status, message, code } = trouble;
	if (status >= 500) return refusal(trouble);
	if (status >= 400 || !wasHandedOver) return new Later(message);
	return error instanceof Error ? error : new Error(`${code} ${message}`);
}

function refusal({ command, code, reply, status, message }: Trouble): Error {
	if (command === "RCPT TO" && isNoMailbox(status, reply)) return new Bounced(message);
	// A refused sign-in or greeting is ours to put right, and says nothing of the message.
	return code === "EENVELOPE" || code === "EMESSAGE" ? new Refused(message) : new Later(message);
}

/** 5.1.x and 5.2.1 (RFC 3463) are about the mailbox; 5.7.x and a full mailbox are not. Without such a code, the plain ones. */
function isNoMailbox(status: number, reply: string): boolean {
	const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(reply);
	if (enhanced) return enhanced[1] === "1" || (enhanced[1] === "2" && enhanced[2] === "1");
	return status === 550 || status === 551 || status === 553;
}

function read(error: unknown): Trouble {
	const plain = { message: String(error), code: "", reply: "", status: 0, command: "" };
	if (!(error instanceof Error)) return plain;
	const text = (key: string) => (key in error ? String(Reflect.get(error, key)) : "");
	return {
		message: error.message,
		code: text("code"),
		reply: text("response"),
		status: Number(text("responseCode")) || 0,
		command: text("command"),
	};
}

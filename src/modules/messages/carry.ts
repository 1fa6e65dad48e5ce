import type { Context } from "../../platform/context/index.ts";
import { councilPart } from "../../platform/council/index.ts";
import type { Claimed } from "./delivery.ts";
import { mailHtml } from "./mail.ts";
import { messagesPart } from "./pack.ts";
import { emailPort, letterPort, type Sender, textPort } from "./port.ts";
import { nameToRepeat } from "./write.ts";

/** Hands a message to the carrier of its channel. Throws what the carrier throws. */
export async function carry(ctx: Context, message: Claimed): Promise<{ carrier: string; carrierId: string }> {
	const { id, subject, body, recipient } = message;
	const name = nameToRepeat(message.name);
	const sender = senderOf(ctx);
	const outgoing = { id, text: body, sender, at: ctx.now };
	switch (message.channel) {
		case "email": {
			const carrier = emailPort.of(ctx.house);
			const html = mailHtml({ sender: sender.name, subject, body }).text;
			const sent = await carrier.send({ ...outgoing, to: { name, address: recipient }, subject, html });
			return { carrier: carrier.name, ...sent };
		}
		case "text": {
			const carrier = textPort.of(ctx.house);
			return { carrier: carrier.name, ...(await carrier.send({ ...outgoing, to: { name, phone: recipient } })) };
		}
		case "letter": {
			const carrier = letterPort.of(ctx.house);
			const sent = await carrier.send({ ...outgoing, to: { name: message.name, address: recipient }, subject });
			return { carrier: carrier.name, ...sent };
		}
	}
}

function senderOf({ house }: Context): Sender {
	const { email, domain } = councilPart.of(house);
	return { name: email.name, email: email.address, domain, textName: messagesPart.of(house)["text-sender"] };
}

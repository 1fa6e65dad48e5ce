import { defineSlot } from "../../platform/context/index.ts";

/** What every carrier is given. `id` is the message's own: a carrier that can tell duplicates by an id is told this one. */
type Outgoing = {
	id: string;
	/** Plain text, paragraphs divided by an empty line. */
	text: string;
	sender: Sender;
	/** When this try began. */
	at: Date;
};

/** Who it is from, as the pack says. `domain` is the council's own; `textName` is what a telephone shows. */
export type Sender = { name: string; email: string; domain: string; textName: string };

export type Email = Outgoing & { to: { name: string; address: string }; subject: string; html: string };
/** `phone` is E.164; `text` is at most 459 characters: three parts. */
export type Text = Outgoing & { to: { name: string; phone: string } };
/** `address` in lines. */
export type Letter = Outgoing & { to: { name: string; address: string }; subject: string };

/**
 * What carries messages out of the house. `send` answers when the carrier has accepted the message and throws `Later`,
 * `Bounced` or `Refused` when it surely has not. Whatever else it throws means that nobody knows, and the message is not sent again
 * until a person says so.
 */
export type Carrier<M> = { readonly name: string; readonly send: (message: M) => Promise<{ carrierId: string }> };

/** The carrier has not accepted it and may do so later: it is away, busy, or asks to wait. */
export class Later extends Error {
	override readonly name = "Later";
}

/** The carrier will never take this message, for what it says or for where it is from. */
export class Refused extends Error {
	override readonly name = "Refused";
}

/** The carrier will never take anything for this recipient: the address is wrong or gone. */
export class Bounced extends Error {
	override readonly name = "Bounced";
}

export const emailPort = defineSlot<Carrier<Email>>("email carrier");
export const textPort = defineSlot<Carrier<Text>>("text carrier");
export const letterPort = defineSlot<Carrier<Letter>>("letter carrier");

import { readEmail, readPhone } from "../../platform/formats/index.ts";
import { fold } from "./name.ts";

/** What someone says of themselves. Nothing of it is proved until a message to it was answered. */
export type SaidOfThemselves = { name?: string; email?: string; phone?: string };

/** The same as it is kept and looked up. `emailKey` is lower case, `phoneKey` is E.164. */
export type Contact = {
	name: string;
	nameKey: string;
	email: string | null;
	emailKey: string | null;
	phone: string | null;
	phoneKey: string | null;
};

/** Reads what was typed; an address or number that is not one counts as not given: forms refuse it before it comes here. */
export function readContact({ name = "", email = "", phone = "" }: SaidOfThemselves): Contact {
	const address = readEmail(email) ?? null;
	const number = readPhone(phone);
	return {
		name: name.trim(),
		nameKey: fold(name),
		email: address,
		emailKey: address?.toLowerCase() ?? null,
		phone: number?.typed ?? null,
		phoneKey: number?.e164 ?? null,
	};
}

export function saysNothing(contact: Contact): boolean {
	return contact.name === "" && contact.emailKey === null && contact.phoneKey === null;
}

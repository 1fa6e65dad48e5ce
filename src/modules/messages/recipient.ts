import { readEmail, readPhone } from "../../platform/formats/index.ts";

export type Channel = "email" | "text" | "letter";

/** Whom a message is for and all the ways there are to reach them. `address` is a postal address in lines. */
export type Recipient = {
	customerId?: string | null;
	name?: string | null;
	email?: string | null;
	phone?: string | null;
	address?: string | null;
	prefers?: Channel | null;
};

export type Way =
	/** `at` is the email address, the number in E.164, or the postal address. */
	| { channel: Channel; at: string; problem?: undefined }
	/** They left an address that brings mail back and nothing else. */
	| { channel: "email"; at: string; problem: string };

/** How to reach them: as they prefer when that can be, else by email, text, letter. Undefined when they left nothing. */
export function wayTo(to: Recipient, mailComesBack: boolean): Way | undefined {
	const email = readEmail(to.email ?? "");
	const phone = readPhone(to.phone ?? "");
	const address = to.address?.trim() ?? "";
	const ways: { channel: Channel; at: string | undefined }[] = [
		{ channel: "email", at: mailComesBack ? undefined : email },
		{ channel: "text", at: phone && takesTexts(phone) ? phone.e164 : undefined },
		{ channel: "letter", at: address === "" ? undefined : address },
	];
	const preferred = ways.filter((way) => way.channel === to.prefers);
	for (const { channel, at } of [...preferred, ...ways]) if (at !== undefined) return { channel, at };
	if (email === undefined) return undefined;
	return {
		channel: "email",
		at: email,
		problem: "Mail to this address comes back, and there is no other way to reach them.",
	};
}

/** Abroad nobody can tell a mobile from its number. */
function takesTexts(phone: { e164: string; mobile: boolean }): boolean {
	return phone.mobile || !phone.e164.startsWith("+44");
}

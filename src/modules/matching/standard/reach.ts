import { readPhone } from "../../../platform/formats/index.ts";
import type { SourceRecord, StandardRecord } from "../record.ts";
import { isBlank } from "./blank.ts";

/** An address whose mailbox matters to nobody, written to get past a form. */
const nobody = /^(none|noemail|no|test|na|unknown|noreply|no-reply|a|x|email|info@example)@/;

/** Both parts without case: people write their own address in any, whatever the standard allows. */
export function standardEmail(text: string | undefined): Pick<StandardRecord, "email" | "mailbox" | "mailboxDigits"> {
	const email = (text ?? "")
		.trim()
		.toLowerCase()
		.replace(/^mailto:/, "");
	const at = email.lastIndexOf("@");
	if (at < 1 || at === email.length - 1 || /\s/.test(email) || nobody.test(email)) return {};
	const mailbox = email.slice(0, at);
	return { email, mailbox, mailboxDigits: mailbox.replace(/\D/g, "") || "-" };
}

/** E.164 where it can be read so, else its digits if there are enough to mean one line. */
export function standardPhone(text: string | undefined): string | undefined {
	if (text === undefined || isBlank(text)) return undefined;
	const read = readPhone(text);
	const digits = read?.e164 ?? text.replace(/\D/g, "");
	return digits.length < 6 || /^\+?\d*?(\d)\1{6,}$/.test(digits) ? undefined : digits;
}

/** `jg 10 37 59 a` → `jg103759a`. Nothing is refused for its form: a slip in a number is found by comparing. */
export function standardNumber(text: string | undefined): string | undefined {
	if (text === undefined || isBlank(text)) return undefined;
	const close = text
		.toLowerCase()
		.replace(/\.0$/, "")
		.replace(/[^a-z0-9]/g, "");
	const digits = close.replace(/\D/g, "");
	if (close.length < 4 || /^(.)\1*$/.test(digits) || "0123456789".includes(digits)) return undefined;
	return close;
}

export function standardReach(source: SourceRecord): StandardRecord {
	const phone = standardPhone(source.phone);
	const number = standardNumber(source.number);
	return {
		...standardEmail(source.email),
		...(phone === undefined ? {} : { phone }),
		...(number === undefined ? {} : { number }),
	};
}

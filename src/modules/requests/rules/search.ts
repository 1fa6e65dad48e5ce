import { readEmail, readPhone, readPostcode, readReference } from "../../../platform/formats/index.ts";

/** What someone typed into the search box of the queue, told by its shape. */
export type Sought =
	| { kind: "reference"; reference: string }
	| { kind: "email"; email: string }
	| { kind: "phone"; phone: string }
	| { kind: "postcode"; postcode: string }
	| { kind: "words"; words: string };

/** `prefix` is that of the council's references. Undefined when nothing was typed. */
export function sought(typed: string, prefix: string): Sought | undefined {
	const text = typed.trim();
	if (text === "") return undefined;
	const reference = readReference(text, prefix);
	if (reference) return { kind: "reference", reference };
	const email = text.includes("@") ? readEmail(text) : undefined;
	if (email) return { kind: "email", email: email.toLowerCase() };
	const phone = readPhone(text);
	if (phone) return { kind: "phone", phone: phone.e164 };
	const postcode = readPostcode(text);
	if (postcode) return { kind: "postcode", postcode };
	return { kind: "words", words: text.slice(0, 200) };
}

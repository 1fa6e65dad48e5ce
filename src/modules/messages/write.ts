import type { Channel } from "./recipient.ts";
import type { Messages } from "./pack.ts";
import { inASentence } from "./sentence.ts";
import { fill, fillText, type Variables } from "./variables.ts";

export type Written = { subject: string; body: string };

/** The words of one message as they are kept and sent. */
export function writeMessage(
	pack: Messages,
	template: string,
	{ channel, name, variables }: { channel: Channel; name: string; variables: Variables },
): Written {
	const said = { ...variables, hello: greeting(name), service: inASentence(variables.service ?? "") };
	const words = pack.templates[template];
	if (words === undefined) throw new Error(`messages.yaml has no template "${template}".`);
	const { subject, body, text } = words;
	if (channel === "text") {
		if (text === undefined) throw new Error(`messages.yaml has no text for "${template}".`);
		return { subject: "", body: fillText(text, said) };
	}
	return { subject: oneLine(fill(subject, said)), body: `${fill(body, said)}\n\n${fill(pack.foot, said)}` };
}

/**
 * Anyone can ask for a message to someone else's address and give an advertisement for a name. What could be an address of
 * a page, or is too long for a name, is not repeated.
 */
export function nameToRepeat(name: string): string {
	const isName =
		name.length <= 60 && /^[\p{L}\p{M}][\p{L}\p{M}\p{N} '’.,&()-]*$/u.test(name) && !/\.\p{L}|www/iu.test(name);
	return isName ? name : "";
}

function greeting(name: string): string {
	return `Hello ${nameToRepeat(name)}`.trimEnd();
}

/** A name or a summary that someone typed may not begin a header of its own. */
function oneLine(text: string): string {
	return text.replace(/\s+/g, " ");
}

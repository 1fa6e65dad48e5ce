import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, type Outcome, refuse } from "../../../platform/refusal/index.ts";

/** The most that a message, a note or what a customer adds may hold; some two pages. */
export const mostWritten = 4000;

/** What was written, tidied; `what` names the field for the words of the refusal. */
export function written(typed: string | undefined, what: string): Outcome<string, "too-long"> {
	const text = cleanText(typed ?? "", { max: mostWritten, lines: true });
	return isRefusal(text) ? refuse("too-long", { what, most: mostWritten }) : text;
}

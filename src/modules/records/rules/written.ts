import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, type Outcome, refuse } from "../../../platform/refusal/index.ts";

/** The most that a reason may hold. */
const mostWritten = 1_000;

/** A reason as it was written, tidied. */
export function written(typed: string): Outcome<string, "too-long"> {
	const text = cleanText(typed, { max: mostWritten, lines: true });
	return isRefusal(text) ? refuse("too-long") : text;
}

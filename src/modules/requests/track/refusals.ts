import type { Refusal } from "../../../platform/refusal/index.ts";
import type { addInformation } from "../actions/addInformation.ts";
import type { sayNotFixed } from "../actions/reopen.ts";

type Code = Extract<Awaited<ReturnType<typeof addInformation | typeof sayNotFixed>>, Refusal>["code"];

/** Why what someone said was not taken, in words for them. */
export const trackRefusals: Readonly<Record<Code, string>> = {
	"nothing-added": "Write what you want to tell us, or choose a photo",
	"reason-needed": "Tell us what is still wrong",
	"too-long": "Shorten what you wrote to 4,000 characters",
	"not-open": "This request is closed. If it is not put right, tell us under “This is not fixed”",
	"nothing-to-reopen": "We are still working on this. Use “Tell us more” instead",
	"reopened-already":
		"We have looked at this again already, so it cannot be opened once more. Our last message says what you can do next",
	"too-late-to-reopen": "It was closed too long ago to be opened again. Make a new report instead",
};

/** Why nothing was found: the same for a reference that is none and for a contact that is another's. */
export const findRefusals = {
	none: "We cannot find a request with this reference and this email address or telephone number",
	wait: "This was tried too many times. Wait an hour, or use the link in the message we sent you",
} as const;

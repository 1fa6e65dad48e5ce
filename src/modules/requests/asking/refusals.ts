/** Why a question was not asked, in words for the officer: one for each code, or it does not compile. */
import type { Refusal } from "../../../platform/refusal/index.ts";
import type { askQuestion } from "./ask.ts";

export type AskRefusal = Extract<Awaited<ReturnType<typeof askQuestion>>, Refusal>;

/** `field` is where the officer puts it right. */
export const askRefusals: Readonly<Record<AskRefusal["code"], { says: string; field?: string }>> = {
	"changed-meanwhile": {
		says: "Someone changed this request after you opened it. Nothing was asked. Look at what they did, then ask again if you still need to",
	},
	"not-open": { says: "This request is closed. Reopen it before you ask the customer" },
	"different-officer": { says: "This stage is for an officer who did not work the earlier one" },
	"no-such-question": { says: "Choose what to ask", field: "set" },
	"asked-already": { says: "The customer is being asked this already", field: "set" },
	"cannot-wait-there": {
		says: "Nothing was asked: the request cannot go where it would wait for the answer",
		field: "set",
	},
	"question-needed": { says: "Write your question", field: "question" },
	"days-needed": { says: "Enter how many days they have, from 1 to 60", field: "days" },
	"too-long": { says: "Shorten your question to 4,000 characters", field: "question" },
};

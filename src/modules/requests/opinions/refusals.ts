/** Why nobody was asked, in words for the officer: one for each code, or it does not compile. */
import type { Refusal } from "../../../platform/refusal/index.ts";
import type { askOpinion } from "./ask.ts";

export type OpinionRefusal = Extract<Awaited<ReturnType<typeof askOpinion>>, Refusal>;

/** `field` is where the officer puts it right. */
export const opinionRefusals: Readonly<Record<OpinionRefusal["code"], { says: string; field?: string }>> = {
	"changed-meanwhile": {
		says: "Someone changed this request after you opened it. Nobody was asked. Look at what they did, then ask again if you still need to",
	},
	"not-open": { says: "This request is closed. Reopen it before you ask for an opinion" },
	"opinion-needed": { says: "Choose whom you ask", field: "opinion" },
	"name-needed": { says: "Enter their name", field: "name" },
	"email-needed": { says: "Enter their email address, like name@example.com", field: "email" },
	"too-long": { says: "Shorten what you wrote to 4,000 characters", field: "words" },
};

/** How pairs and verdicts are called, and why a verdict was refused: words for each, or it does not compile. */
import type { Refusal } from "../../../platform/refusal/index.ts";
import type { judgePair } from "./judge.ts";
import type { PairState } from "./queue.ts";
import type { Verdict } from "./rules/verdict.ts";

export const stateWords: Readonly<Record<PairState, { text: string; classes: string }>> = {
	waiting: { text: "To judge", classes: "govuk-tag--blue" },
	"second-opinion": { text: "Second opinion", classes: "govuk-tag--yellow" },
	same: { text: "One customer", classes: "govuk-tag--green" },
	different: { text: "Two customers", classes: "govuk-tag--purple" },
	restricted: { text: "Kept from matching", classes: "govuk-tag--red" },
	lapsed: { text: "Left as two", classes: "govuk-tag--grey" },
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
	same: "One customer",
	different: "Two customers",
	unsure: "Cannot tell",
	restricted: "Must not be matched",
};

export type JudgeRefusal = Extract<Awaited<ReturnType<typeof judgePair>>, Refusal>;

export const judgeRefusals: Readonly<Record<JudgeRefusal["code"], { says: string; field?: string }>> = {
	"why-needed": { says: "Say why: this is not what the weights say, or it is to be looked at again", field: "why" },
	"too-long": { says: "Shorten the reason to 1,000 characters", field: "why" },
	"judged-meanwhile": {
		says: "A colleague judged this pair after you opened it. Nothing of yours was saved. Look at what they said",
	},
	"judged-already": { says: "You have judged this pair already. Now another officer looks at it" },
	"linked-meanwhile": { says: "These two are one customer by now: they were linked in another way" },
	"same-tree": { says: "These two are one customer by now: they were linked in another way" },
	apart: { says: "An officer said that these are two customers. Look at their links; who is sure may merge them" },
	restricted: { says: "One of these customers must not be matched" },
	"too-many": { says: "Together they would have more records than one customer can have. Look at their links first" },
	gone: { says: "The source no longer has one of these records" },
};

export const doneWords: Readonly<Record<PairState, string>> = {
	waiting: "Saved",
	"second-opinion": "Saved. Another officer looks at that pair next",
	same: "Saved. The two are one customer now",
	different: "Saved. The two are never suggested again",
	restricted: "Saved. What must not be matched is not shown here again",
	lapsed: "Saved. They stay two customers until more is known of them",
};

import type { Relationship } from "../../../modules/customers/index.ts";

/** What is said of a relationship that was refused, and at which box. */
export const relationProblems = {
	"no-other": { box: "other", text: "Select the other customer" },
	"no-kind": { box: "kind", text: "Select what one is to the other" },
	same: { box: "other", text: "Select somebody else: this is the same customer" },
	"no-evidence": { box: "evidence", text: "Write what you saw that shows it, such as a letter of authority" },
	"no-scope": { box: "scope", text: "Select what they may do" },
	long: { box: "evidence", text: "Write what you saw in 300 characters or fewer" },
	"bad-day": { box: "from", text: "Enter days like 2026-12-31" },
	past: { box: "until", text: "Its last day must be today or later" },
	"ends-first": { box: "until", text: "Its last day must not be before its first" },
	already: { box: "kind", text: "This is noted already" },
} as const;

export type RelationsProps = {
	reference: string;
	name: string;
	relationships: readonly Relationship[];
	mayNote: boolean;
	/** What was looked for, and who was found by it; undefined before anything was. */
	found: { q: string; customers: readonly { id: string; name: string; reach: string }[] } | undefined;
	/** `kind` is a kind and the side of this customer in it: `carer is`. */
	said: {
		other: string;
		kind: string;
		scope: readonly string[];
		evidence: string;
		fromDay: string;
		untilDay: string;
	};
	problem: keyof typeof relationProblems | undefined;
	csrf: string;
};

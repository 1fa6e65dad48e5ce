import type { Need, NeedKind, NewNeed } from "../../../modules/customers/index.ts";

/** What is said of a need that was refused, and at which box. */
const needProblems = {
	"no-need": { box: "code", text: "Select what to do differently" },
	"no-detail": { box: "detail", text: "Answer the question below what you selected" },
	"no-why": { box: "why", text: "Write why this keeps somebody safe" },
	long: { box: "code", text: "Use 80 characters or fewer for what to do, and 300 for why" },
	"bad-day": { box: "until", text: "Enter its last day like 2026-12-31" },
	past: { box: "until", text: "Its last day must be today or later" },
} as const;

/** What is said of it: of what was left open, with the question. */
export function problemOf({ problem, said, kinds }: Pick<NeedsProps, "problem" | "said" | "kinds">) {
	if (problem === undefined) return undefined;
	const { box, text } = needProblems[problem];
	const asked = kinds.find(({ code }) => code === said.code)?.detail;
	if (box !== "detail" || asked === undefined) return { box, text };
	return { box, text: `Answer “${asked}” in 80 characters or fewer` };
}

export type NeedsProps = {
	reference: string;
	name: string;
	needs: readonly Need[];
	kinds: readonly NeedKind[];
	mayNote: boolean;
	/** Whether we have a record of our own of them to note it on. */
	isOurs: boolean;
	/** `YYYY-MM-DD`. */
	today: string;
	csrf: string;
	said: NewNeed;
	problem: keyof typeof needProblems | undefined;
};

import type { cards } from "../../../modules/requests/index.ts";

/** A fact that may mean trouble, with what an officer might do; where it is seen. */
export type Signal = { text: string; href: string };

export type Signs = {
	counts: cards.AskedFor["counts"];
	/** Email addresses from which mail comes back. */
	bounced: readonly string[];
	/** Fields in which the records say two things. */
	conflicts: readonly { name: string; href: string }[];
};

const manyOpen = 3;
const manyLately = 5;

/** Kindly and in the order in which they ask for something. Each is counted from what happened; none is a judgement. */
export function signalsOf({ counts, bounced, conflicts }: Signs): Signal[] {
	const { overdue, open, reopened, lately } = counts;
	const signals: (Signal | false)[] = [
		overdue > 0 && {
			text: `We are late with ${overdue === 1 ? "one thing" : `${overdue} things`} we promised. Say sorry, and say when.`,
			href: "#promises",
		},
		reopened > 0 && {
			text: `Something was opened again in the last 30 days. Ask if it is right now.`,
			href: "?kind=requests#thread",
		},
		open >= manyOpen && {
			text: `${open} requests are open at once. It may help to go through them together.`,
			href: "#promises",
		},
		lately >= manyLately && {
			text: `They asked for something ${lately} times in 30 days. Ask what would help most.`,
			href: "?kind=requests#thread",
		},
		bounced.length > 0 && {
			text: `Mail to ${bounced.join(" and ")} comes back. Ask for an address that works.`,
			href: "#reach",
		},
		...conflicts.map(({ name, href }) => ({ text: `Records differ on their ${name}. Ask which is right.`, href })),
	];
	return signals.filter((signal) => signal !== false);
}

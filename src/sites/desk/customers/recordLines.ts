import type { ThreadAsked, ThreadLine } from "../../../platform/thread/index.ts";
import type { Need } from "../../../modules/customers/index.ts";
import { golden, type Link, type Tree } from "../../../modules/records/index.ts";
import { recordAt, valueAt } from "./addresses.ts";
import type { Sees } from "./sight.ts";

export type RecordFacts = {
	tree: Tree;
	choices: readonly golden.Choice[];
	needs: readonly Need[];
	sees: Sees;
	nameOf: (source: string) => string;
};

/** What was done with the record itself: put together, values chosen, needs noted. Of sources that may not be known of, nothing. */
export function recordLines(facts: RecordFacts, asked: ThreadAsked): ThreadLine[] {
	if (asked.kinds && !asked.kinds.includes("record")) return [];
	const words = (asked.words ?? []).map((word) => word.toLowerCase());
	return [...linkLines(facts), ...choiceLines(facts), ...needLines(facts)].filter((line) => {
		const text = `${line.title} ${line.by} ${line.words ?? ""}`.toLowerCase();
		return isBefore(line, asked.before) && words.every((word) => text.includes(word));
	});
}

function isBefore({ at, id }: ThreadLine, before: ThreadAsked["before"]): boolean {
	if (!before?.at) return true;
	return at < before.at || (at.getTime() === before.at.getTime() && id < before.id);
}

function linkLines({ tree, sees, nameOf }: RecordFacts): ThreadLine[] {
	const source = (id: string) => tree.nodes.find((node) => node.id === id)?.source ?? "";
	return tree.links.flatMap((link): ThreadLine[] => {
		const [one, other] = [source(link.a), source(link.b)];
		if (!sees(one).known || !sees(other).known) return [];
		return [
			{
				id: link.id,
				at: link.at,
				kind: "record",
				title: `${howWords[link.how]}: ${nameOf(one)} and ${nameOf(other)}`,
				href: "#sources",
				about: link.probability === null ? "" : `${(link.probability * 100).toFixed(1)} % sure`,
				by: link.how === "matched" ? "" : link.by,
				words: link.why === "" ? null : link.why,
			},
		];
	});
}

const howWords: Readonly<Record<Link["how"], string>> = {
	matched: "Records matched",
	reviewed: "Records judged to be of one customer",
	merged: "Records put together",
	begun: "Record begun from another",
};

function choiceLines({ tree, choices }: RecordFacts): ThreadLine[] {
	return choices.map(({ id, field, at, by, why, endedAt }) => ({
		id,
		at,
		kind: "record",
		title: `${golden.fieldWords[field]} chosen${endedAt === null ? "" : ", no longer"}`,
		href: valueAt(tree.head.reference, field),
		about: "",
		by,
		words: why,
	}));
}

function needLines({ tree, needs }: RecordFacts): ThreadLine[] {
	return needs.map(({ id, says, detail, notedAt, notedBy }) => ({
		id,
		at: notedAt,
		kind: "record",
		title: `Need noted: ${detail === "" ? says : `${says}, ${detail}`}`,
		href: `${recordAt(tree.head.reference)}/needs`,
		about: "",
		by: notedBy,
		words: null,
	}));
}

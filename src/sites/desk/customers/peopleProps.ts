import type { OfficerContext } from "../../../platform/context/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { relationshipWords, scopeWords } from "../../../modules/customers/index.ts";
import { recordAt } from "./addresses.ts";
import { dayInWords } from "./lineage.ts";
import type { NeedsProps } from "./needs.views.ts";
import type { Read } from "./read.ts";
import type { RelationshipsProps } from "./relationships.views.ts";

export function needsOfCustomer({ now }: OfficerContext, { tree, needs }: Read): NeedsProps {
	const today = londonDate(now);
	const lines = needs.map(({ says, detail, safety, reviewOn }) => ({
		says,
		detail,
		safety,
		review: reviewOn <= today,
	}));
	return { lines: distinct(lines), href: `${recordAt(tree.head.reference)}/needs` };
}

/** Noted on two of their records, it is one need. */
function distinct<Line extends { says: string; detail: string }>(lines: readonly Line[]): Line[] {
	return lines.filter(
		(line, at) => lines.findIndex(({ says, detail }) => says === line.says && detail === line.detail) === at,
	);
}

export function relationshipsOfCustomer({ tree, relationships }: Read): RelationshipsProps {
	const lines = relationships.map(({ kind, side, other, scope, fromDay, untilDay }) => ({
		says: relationshipWords[kind][side],
		name: other.name || "a customer without a name",
		href: recordAt(other.id),
		may: scope.map((one) => scopeWords[one]).join("; "),
		since: untilDay === null ? `Since ${dayInWords(fromDay)}` : `${dayInWords(fromDay)} to ${dayInWords(untilDay)}`,
	}));
	return { lines, href: `${recordAt(tree.head.reference)}/relationships` };
}

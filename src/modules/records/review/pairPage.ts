import { auditReading } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import { type Page, page, type Visit } from "../../../platform/http/index.ts";
import { NotFound } from "../../../platform/refusal/index.ts";
import { shortDate } from "../../../platform/time/index.ts";
import { requestsOf } from "../beside/requests.ts";
import { besideRows } from "../beside/rules/rows.ts";
import { type ShownRecord, shownRecords } from "../beside/shown.ts";
import { treeOf } from "../links/tree.ts";
import { addressOf, filterOf, type ListAsked } from "./asked.ts";
import { weighed } from "./judge.ts";
import { type Pair, pairById } from "./pair.ts";
import { pairView, type PairProps, type SideProps } from "./pair.views.ts";
import { pairPage as pairsFrom, placeOf } from "./queue.ts";
import { stepsOf } from "./rules/steps.ts";
import { needsWhy, verdicts } from "./rules/verdict.ts";
import { doneWords, type JudgeRefusal, judgeRefusals, stateWords } from "./words.ts";
import type { PairState } from "./queue.ts";

export type PairAsked = {
	id: string;
	asked: ListAsked;
	visit: Visit;
	typed?: PairProps["typed"] | undefined;
	refusal?: JudgeRefusal | "verdict-needed" | undefined;
	done?: PairState | undefined;
};

/** The page of one pair; after a refusal its form holds what was typed. To open it is to read two records, and is audited. */
export async function onePairPage(ctx: OfficerContext, given: PairAsked): Promise<Page> {
	const { id, asked, visit, refusal, done } = given;
	const { house } = ctx;
	const pair = await pairById(house.db, id);
	if (!pair) throw new NotFound("There is no such pair.");
	const shown = await shownRecords(house, house.db, [pair.a, pair.b]);
	const [left, right] = shown;
	if (!left || !right) throw new NotFound("There is no such pair.");
	await auditReading(house.db, ctx, {
		action: "pair.read",
		subject: { kind: "pair", id },
		after: { records: [pair.a, pair.b] },
		purpose: "match review",
	});
	const { evidence, alone, isEnough } = weighed(pair);
	const sides = [await sideOf(ctx, left), await sideOf(ctx, right)] as const;
	const wrong = refusal === undefined ? undefined : wordsOf(refusal);
	return page({
		title: `${left.name || left.reference} and ${right.name || right.reference}: one customer?`,
		...(wrong ? { wrong: true, status: isOvertaken(refusal) ? 409 : 422 } : {}),
		before: backLink({ text: "Back to the list", href: addressOf("/desk/pairs", asked) }),
		current: "pairs",
		wide: true,
		main: pairView({
			id,
			asked,
			csrf: visit.csrf(),
			state: pair.state,
			foundAt: pair.foundAt,
			now: ctx.now,
			sides,
			beside: {
				left: left.reference,
				right: right.reference,
				rows: besideRows([saidBy(left)], [saidBy(right)]),
				says: false,
			},
			waterfall: { steps: stepsOf(pair.reasons), weight: pair.weight, probability: pair.probability },
			asks: evidence.asks,
			isEnough,
			model: pair.modelName,
			opinions: pair.opinions,
			closed: closedBecause(ctx, pair),
			typed: given.typed ?? { verdict: "", why: "", protects: "both" },
			wrong,
			done: done && doneWords[done],
			neighbours: await neighboursOf(ctx, pair, asked),
			needsWhy: verdicts.filter((verdict) => needsWhy(verdict, evidence, alone)),
		}),
	});
}

function wordsOf(refusal: NonNullable<PairAsked["refusal"]>) {
	return refusal === "verdict-needed"
		? { says: "Choose what they are", field: "verdict" }
		: judgeRefusals[refusal.code];
}

function isOvertaken(refusal: PairAsked["refusal"]): boolean {
	if (refusal === undefined || refusal === "verdict-needed") return false;
	return judgeRefusals[refusal.code].field === undefined;
}

function closedBecause(ctx: OfficerContext, pair: Pair): string | undefined {
	if (pair.settledAt !== null) return `This pair is settled: ${stateWords[pair.state].text.toLowerCase()}.`;
	if (pair.heads[0] === pair.heads[1]) return "These two are one customer by now: they were linked in another way.";
	if (pair.isGone) return "The source no longer has one of these records, so there is nothing to judge.";
	if (pair.opinions.some(({ officerId }) => officerId === ctx.actor.id))
		return "You have judged this pair. Another officer looks at it next.";
	return undefined;
}

function saidBy({ sourceName, values }: ShownRecord) {
	return { from: sourceName, values };
}

async function sideOf(ctx: OfficerContext, record: ShownRecord): Promise<SideProps> {
	const { house } = ctx;
	const tree = await treeOf(house.db, record.id);
	const others = (tree?.nodes ?? []).filter(({ id }) => id !== record.id);
	const shown = await shownRecords(
		house,
		house.db,
		others.map(({ id }) => id),
	);
	return {
		reference: record.reference,
		name: record.name,
		sourceName: record.sourceName,
		since: shortDate(record.beganAt),
		keeps: record.keeps && keepsWords[record.keeps],
		others: shown.map(({ reference, sourceName }) => ({ reference, sourceName })),
		requests: await requestsOf(ctx, tree?.customerIds ?? []),
	};
}

const keepsWords: Readonly<Record<NonNullable<ShownRecord["keeps"]>, string>> = {
	"only-that-it-is-there": "Only that this record is there may be shown.",
	"some-fields": "Some of what it says may not be shown here. It was compared all the same.",
};

async function neighboursOf(ctx: OfficerContext, pair: Pair, asked: ListAsked): Promise<PairProps["neighbours"]> {
	const place = placeOf(pair, asked);
	const beside = async (from: { after: typeof place } | { before: typeof place }) => {
		const { rows } = await pairsFrom(ctx.house.db, ctx.actor.id, filterOf(asked), from, { size: 1 });
		return rows[0] && addressOf(`/desk/pairs/${rows[0].id}`, asked);
	};
	return { previous: await beside({ before: place }), next: await beside({ after: place }) };
}

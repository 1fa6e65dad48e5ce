import { readingNoted } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { deskRoute, page, type Route } from "../../../platform/http/index.ts";
import { sources } from "../../sources/index.ts";
import { shownRecords } from "../beside/shown.ts";
import { frontDoor } from "../nodes/node.ts";
import { addressOf, askedShape, filterOf, type ListAsked } from "./asked.ts";
import { inShort } from "./rules/evidence.ts";
import { readPlace, writePlace } from "./rules/place.ts";
import { mostCounted, type PairCounts, pairCounts, pairPage, type PairRow, type PairView } from "./queue.ts";
import { type PairRowProps, queueView } from "./queue.views.ts";
import { doneWords } from "./words.ts";

const path = "/desk/pairs";
const pageSize = 50;

export const pairsRoute: Route = deskRoute({
	method: "GET",
	path,
	may: "records.review",
	query: askedShape,
	async handle(ctx, { query: { after, before, done, ...asked } }) {
		const { db } = ctx.house;
		const [next, last] = [readPlace(after), readPlace(before)];
		const from = next ? { after: next } : last ? { before: last } : undefined;
		const noted = readingNoted(ctx, {
			action: "pairs.listed",
			subject: { kind: "pairs", id: asked.view },
			after: asked,
			purpose: "match review",
		});
		const found = await pairPage(db, ctx.actor.id, filterOf(asked), from, { size: pageSize, noted });
		const counts = await pairCounts(db, ctx.actor.id);
		return page({
			title: "Records that may be of one customer",
			current: "pairs",
			wide: true,
			main: queueView({
				views: viewsOf(asked, counts),
				asked,
				sources: sourceItems(ctx),
				rows: await rowsOf(ctx, found.rows, asked),
				next: found.next && addressOf(path, asked, { after: writePlace(found.next) }),
				previous: found.previous && addressOf(path, asked, { before: writePlace(found.previous) }),
				empty: emptyWords[asked.view],
				done: done && doneWords[done],
			}),
		});
	},
});

function viewsOf(asked: ListAsked, counts: PairCounts) {
	const count = (n: number) => (n >= mostCounted ? `${mostCounted.toLocaleString("en-GB")} or more` : String(n));
	const views: { view: PairView; text: string }[] = [
		{ view: "judge", text: `To judge (${count(counts.judge)})` },
		{ view: "second", text: `Second opinions (${count(counts.second)})` },
		{ view: "mine", text: `With colleagues (${count(counts.mine)})` },
		{ view: "judged", text: "Judged" },
	];
	return [
		...views.map(({ view, text }) => ({
			text,
			href: addressOf(path, { ...asked, view }),
			active: view === asked.view,
		})),
		{ text: "How right they are", href: `${path}/precision`, active: false },
		{ text: "What each agreement says", href: `${path}/model`, active: false },
	];
}

const emptyWords: Readonly<Record<PairView, string>> = {
	judge: "There is nothing to judge. Pairs come here when records change or a source is imported.",
	second: "No pair waits for a second opinion of yours.",
	mine: "Nothing that you judged waits for a colleague.",
	judged: "No pair has been judged yet.",
};

function sourceItems({ house }: Pick<OfficerContext, "house">): { value: string; text: string }[] {
	return [
		{ value: frontDoor, text: "Front Door" },
		...sources(house).map(({ id, name }) => ({ value: id, text: name })),
	];
}

async function rowsOf(ctx: OfficerContext, rows: readonly PairRow[], asked: ListAsked): Promise<PairRowProps[]> {
	const ids = rows.flatMap(({ a, b }) => [a, b]);
	const shown = new Map((await shownRecords(ctx.house, ctx.house.db, ids)).map((one) => [one.id, one]));
	const nameOf = (id: string) => shown.get(id)?.name || shown.get(id)?.reference || "A record";
	return rows.map(({ id, a, b, probability, reasons, state, foundAt, settledAt }) => ({
		href: addressOf(`${path}/${id}`, asked),
		names: [nameOf(a), nameOf(b)],
		sources: [shown.get(a)?.sourceName ?? "", shown.get(b)?.sourceName ?? ""],
		probability,
		inShort: inShort(reasons),
		state,
		at: settledAt ?? foundAt,
	}));
}

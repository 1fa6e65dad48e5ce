import { z } from "zod";
import {
	endNeed,
	type Need,
	needKinds,
	needsOf,
	type NewNeed,
	noteNeed,
	reviewNeed,
} from "../../../modules/customers/index.ts";
import { backLink } from "../../../platform/html/govuk/index.ts";
import {
	type Answer,
	deskRoute,
	type Page,
	page,
	redirect,
	type Route,
	type Visit,
} from "../../../platform/http/index.ts";
import { isRefusal, NotFound } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import { endView, type EndProps } from "./end.views.ts";
import type { NeedsProps } from "./needProps.ts";
import { needsView } from "./needs.views.ts";
import { noteReading, type Opened, openFor } from "./open.ts";

const at = "/desk/customers/:id/needs";
const idOf = z.object({ id: z.string().max(60) });
const params = idOf.extend({ need: z.uuid() });
const words = z
	.string()
	.catch("")
	.transform((text) => text.slice(0, 20_000));
const byCode = z.record(z.string(), words).catch({});
const form = z.object({
	code: words,
	detail: byCode,
	why: byCode,
	"said-by": z.enum(["customer", "officer"]).catch("customer"),
	until: words,
});
const nothing: NewNeed = { code: "", detail: "", saidBy: "customer", until: "", why: "" };

/** What must be done differently for a customer, noted and ended by those who may correct records. */
export const needRoutes: readonly Route[] = [
	deskRoute({
		method: "GET",
		path: at,
		may: "customers.read",
		params: idOf,
		async handle(ctx, { params: { id }, visit }) {
			const opened = await openFor(ctx, id, needsAt(id));
			if ("instead" in opened) return opened.instead;
			await noteReading(ctx, opened, "needs.read");
			return show(ctx, visit, opened, nothing, undefined);
		},
	}),
	deskRoute({
		method: "POST",
		path: at,
		may: "records.correct",
		params: idOf,
		form,
		async handle(ctx, { params: { id }, form: said, visit }) {
			const opened = await openFor(ctx, id, needsAt(id));
			if ("instead" in opened) return opened.instead;
			if (!opened.customer) throw new NotFound();
			const own = (kept: Record<string, string>) => (Object.hasOwn(kept, said.code) ? (kept[said.code] ?? "") : "");
			const { code, until } = said;
			const given = { code, until, saidBy: said["said-by"], detail: own(said.detail), why: own(said.why) };
			const noted = await noteNeed(ctx, opened.customer.id, given);
			return isRefusal(noted) ? show(ctx, visit, opened, given, noted.code) : back(opened);
		},
	}),
	deskRoute({
		method: "POST",
		path: `${at}/:need/review`,
		may: "records.correct",
		params,
		async handle(ctx, { params: { id, need } }) {
			const opened = await openFor(ctx, id, needsAt(id));
			if ("instead" in opened) return opened.instead;
			// One that has ended meanwhile, or that the pack let go of, is seen to be so on the page.
			await reviewNeed(ctx, opened.tree.customerIds, need);
			return back(opened);
		},
	}),
	deskRoute({
		method: "GET",
		path: `${at}/:need/end`,
		may: "records.correct",
		params,
		async handle(ctx, { params: { id, need }, visit }) {
			const opened = await openFor(ctx, id, needsAt(id));
			if ("instead" in opened) return opened.instead;
			const found = (await held(ctx, opened)).find((one) => one.id === need);
			return found ? ending(visit, opened, found, { why: "", problem: undefined }) : back(opened);
		},
	}),
	deskRoute({
		method: "POST",
		path: `${at}/:need/end`,
		may: "records.correct",
		params,
		form: z.object({ why: words }),
		async handle(ctx, { params: { id, need }, form: { why }, visit }) {
			const opened = await openFor(ctx, id, needsAt(id));
			if ("instead" in opened) return opened.instead;
			const ended = await endNeed(ctx, opened.tree.customerIds, { id: need, why });
			if (!isRefusal(ended) || ended.code === "ended") return back(opened);
			const found = (await held(ctx, opened)).find((one) => one.id === need);
			return found ? ending(visit, opened, found, { why, problem: ended.code }) : back(opened);
		},
	}),
];

function needsAt(reference: string): string {
	return `/desk/customers/${encodeURIComponent(reference)}/needs`;
}

function back({ tree }: Opened): Answer {
	return redirect(needsAt(tree.head.reference));
}

function held(ctx: OfficerContext, { tree }: Opened): Promise<Need[]> {
	return needsOf(ctx.house.db, ctx.house, tree.customerIds, londonDate(ctx.now));
}

async function show(
	ctx: OfficerContext,
	visit: Visit,
	opened: Opened,
	said: NewNeed,
	problem: NeedsProps["problem"],
): Promise<Page> {
	const { tree, customer } = opened;
	const { reference } = tree.head;
	const main = needsView({
		reference,
		name: customer?.name ?? "",
		needs: await held(ctx, opened),
		kinds: needKinds(ctx.house),
		mayNote: ctx.actor.permissions.has("records.correct") && customer !== undefined,
		isOurs: customer !== undefined,
		today: londonDate(ctx.now),
		csrf: visit.csrf(),
		said,
		problem,
	});
	const wrong = problem === undefined ? {} : { status: 400, wrong: true };
	const before = backLink({ text: "Back to the record", href: `/desk/customers/${reference}` });
	return page({
		title: `What to do differently · ${reference}`,
		before,
		main,
		current: "customers",
		wide: true,
		...wrong,
	});
}

function ending(
	visit: Visit,
	{ tree }: Opened,
	{ id, says, detail }: Need,
	said: Pick<EndProps, "why" | "problem">,
): Page {
	const { reference } = tree.head;
	const wrong = said.problem === undefined ? {} : { status: 400, wrong: true };
	const what = detail === "" ? says : `${says}: ${detail}`;
	const main = endView({
		...said,
		reference,
		title: "Is this no longer so?",
		what,
		ask: "Why does it end?",
		action: `${needsAt(reference)}/${id}/end`,
		csrf: visit.csrf(),
	});
	const before = backLink({ text: "Back to what to do differently", href: needsAt(reference) });
	return page({ title: "Is this no longer so?", before, main, current: "customers", ...wrong });
}

import { sql } from "kysely";
import { validate as isId, v7 as newId } from "uuid";
import type { Context } from "../../../platform/context/index.ts";
import { addDays, londonDate, startOfDay } from "../../../platform/time/index.ts";
import { type Answers, type PageOfQuestions, storedAnswers, withoutHidden } from "../../forms/index.ts";
import type { LifeEvent } from "./event.ts";

/** What one customer said of a life event, and the forms they began from it. */
export type Plan = {
	readonly id: string;
	readonly event: string;
	readonly answers: Answers;
	/** The pages that were answered. */
	readonly seen: readonly string[];
	/** The drafts that were begun, by service. */
	readonly begun: ReadonlyMap<string, string>;
};

/** Whose plan it is: the SHA-256 of the browser's cookie, 32 bytes. */
export type PlanKey = { readonly id: string; readonly browserHash: Buffer };

/** Days that a plan is kept after its last change: as long as the drafts that are begun from it. */
const daysKept = 28;

function keptSince(now: Date): Date {
	return startOfDay(addDays(londonDate(now), -daysKept));
}

export async function startPlan({ house, now }: Context, event: string, browserHash: Buffer): Promise<Plan> {
	const id = newId();
	await house.db
		.insertInto("services.plan")
		.values({ id, browser_hash: browserHash, event, started_at: now, changed_at: now })
		.execute();
	return { id, event, answers: {}, seen: [], begun: new Map() };
}

/** This browser's plan; undefined for another's, for one too old, and for one that never was. */
export async function planOf({ house, now }: Context, { id, browserHash }: PlanKey): Promise<Plan | undefined> {
	if (!isId(id)) return undefined;
	const row = await house.db
		.selectFrom("services.plan")
		.select(["id", "event", "answers", "seen"])
		.where("id", "=", id)
		.where("browser_hash", "=", browserHash)
		.where("changed_at", ">=", keptSince(now))
		.executeTakeFirst();
	if (!row) return undefined;
	const forms = await house.db
		.selectFrom("services.plan_form")
		.select(["service_id", "draft_id"])
		.where("plan_id", "=", id)
		.execute();
	const begun = new Map(forms.map((form) => [form.service_id, form.draft_id]));
	return { id: row.id, event: row.event, answers: storedAnswers(row.answers), seen: row.seen, begun };
}

/** Keeps the answers of one page in place of those given there before, and drops those that they now hide. */
export async function answerPlan(
	ctx: Context,
	key: PlanKey,
	{ form }: LifeEvent,
	page: PageOfQuestions,
	answers: Answers,
): Promise<Pick<Plan, "answers" | "seen"> | undefined> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const row = await tx
			.selectFrom("services.plan")
			.select(["answers", "seen"])
			.where("id", "=", key.id)
			.where("browser_hash", "=", key.browserHash)
			.forUpdate()
			.executeTakeFirst();
		if (!row) return undefined;
		const here = new Set(page.questions.map(({ id }) => id));
		const before = Object.entries(storedAnswers(row.answers)).filter(([id]) => !here.has(id));
		const kept = withoutHidden(form, { ...Object.fromEntries(before), ...answers }).answers;
		const seen = [...new Set([...row.seen, page.id])];
		await tx
			.updateTable("services.plan")
			.set({ answers: JSON.stringify(kept), seen, changed_at: ctx.now })
			.where("id", "=", key.id)
			.execute();
		return { answers: kept, seen };
	});
}

/**
 * Notes a draft that was begun from a plan, and answers which one counts: of two begun at once the first. One that is gone is
 * named as `instead`, and gives way.
 */
export async function noteBegun(
	{ house }: Context,
	plan: Pick<Plan, "id">,
	{ service, draft, instead }: { service: string; draft: string; instead: string | undefined },
): Promise<string> {
	const { rows } = await sql<{ draft_id: string }>`
		insert into services.plan_form as held (plan_id, service_id, draft_id) values (${plan.id}, ${service}, ${draft})
		on conflict (plan_id, service_id) do update set draft_id =
			case when held.draft_id = ${instead ?? null}::uuid then excluded.draft_id else held.draft_id end
		returning draft_id`.execute(house.db);
	return rows[0]?.draft_id ?? draft;
}

/** The plan that a draft was begun from, for the way back to it. */
export async function planOfDraft({ house }: Context, draft: string): Promise<Pick<Plan, "id" | "event"> | undefined> {
	return house.db
		.selectFrom("services.plan_form as form")
		.innerJoin("services.plan as plan", "plan.id", "form.plan_id")
		.select(["plan.id", "plan.event"])
		.where("form.draft_id", "=", draft)
		.executeTakeFirst();
}

/** Forgets plans that nobody has touched for four weeks. */
export async function sweepPlans({ house, now }: Context): Promise<void> {
	await house.db.deleteFrom("services.plan").where("changed_at", "<", keptSince(now)).execute();
}

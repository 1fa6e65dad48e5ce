import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, NotFound, type Outcome, type Refusal, refuse } from "../../../platform/refusal/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { sourceOf } from "../pack/source.ts";
import { readValue } from "../reading/value.ts";
import type { CorrectionState } from "./correction.ts";

export type TellRefusal = "gone" | "no-field" | "no-value" | "not-right" | "no-reason" | "says-so" | "told-already";
export type AnswerRefusal = "not-yours" | "answered" | "no-reason";

const longest = 500;

/**
 * Tells the team that keeps a source what it has wrong of somebody; an officer with `records.correct` does. The source's record
 * here stays as it says it until the source says otherwise. Throws `NotFound` for no record.
 */
export async function tellSource(
	ctx: OfficerContext,
	given: { recordId: string; field: string; ought: string; why: string },
): Promise<Outcome<{ id: string }, TellRefusal>> {
	const why = cleanText(given.why, { max: longest, lines: false });
	return ctx.house.db.transaction().execute(async (tx) => {
		const { rows } = await sql<{ source: string; said: Record<string, string>; gone: boolean }>`select source, said,
			gone_at is not null as gone from sources.record where id = ${given.recordId} for share`.execute(tx);
		const [record] = rows;
		const source = record && sourceOf(ctx.house, record.source);
		if (!source) throw new NotFound();
		if (record.gone) return refuse("gone");
		const field = source.fields.find((one) => one.id === given.field && one.shown !== "never");
		if (!field) return refuse("no-field");
		const ought = readValue(field.kind, given.ought, londonDate(ctx.now));
		if (ought === undefined) return refuse("no-value");
		if ("fault" in ought) return refuse("not-right");
		if (isRefusal(why) || why === "") return refuse("no-reason");
		const says = record.said[field.id] ?? "";
		// What may only be checked is not to be guessed here.
		const isOpen = field.shown === true && field.law === undefined;
		if (isOpen && says === ought.value) return refuse("says-so");
		const id = newId();
		const told =
			await sql`insert into sources.correction (id, record_id, source, field, says, ought, why, state, team_id,
				told_at, told_by, told_by_name)
			values (${id}, ${given.recordId}, ${source.id}, ${field.id}, ${says}, ${ought.value}, ${why}, 'told',
				${source.team}, ${ctx.now}, ${ctx.actor.id}, ${ctx.actor.name})
			on conflict (record_id, field) where state = 'told' do nothing returning id`.execute(tx);
		if (told.rows.length === 0) return refuse("told-already");
		await audit(tx, ctx, {
			action: "correction.told",
			subject: { kind: "source-record", id: given.recordId },
			after: { correction: id, source: source.id, field: field.id, team: source.team },
		});
		return { id };
	});
}

/** The team that keeps the source says that it is put right there. Throws `NotFound`. */
export function acceptCorrection(ctx: OfficerContext, id: string, words: string) {
	return answer(ctx, id, "accepted", words);
}

/** The team that keeps the source says that it stays as it is, and why. Throws `NotFound`. */
export function refuseCorrection(ctx: OfficerContext, id: string, words: string) {
	return answer(ctx, id, "refused", words);
}

async function answer(
	ctx: OfficerContext,
	id: string,
	state: "accepted" | "refused",
	words: string,
): Promise<undefined | Refusal<AnswerRefusal>> {
	const said = cleanText(words, { max: longest, lines: false });
	return ctx.house.db.transaction().execute(async (tx) => {
		const one = await lockCorrection(tx, id);
		const { teams, permissions } = ctx.actor;
		if (!teams.includes(one.teamId) && !permissions.has("sources.manage")) return refuse("not-yours");
		if (one.state !== "told") return refuse("answered");
		if (isRefusal(said) || (said === "" && state === "refused")) return refuse("no-reason");
		return close(tx, ctx, id, one.recordId, state, said);
	});
}

/** Whoever told it, or who looks after sources, takes it back. Twice is once. Throws `NotFound`. */
export async function withdrawCorrection(
	ctx: OfficerContext,
	id: string,
): Promise<undefined | Refusal<"not-yours" | "answered">> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const one = await lockCorrection(tx, id);
		if (one.toldBy !== ctx.actor.id && !ctx.actor.permissions.has("sources.manage")) return refuse("not-yours");
		if (one.state === "withdrawn") return undefined;
		if (one.state !== "told") return refuse("answered");
		return close(tx, ctx, id, one.recordId, "withdrawn", "");
	});
}

type Locked = { teamId: string; state: CorrectionState; toldBy: string; recordId: string };

async function lockCorrection(tx: Tx, id: string): Promise<Locked> {
	const { rows } = await sql<Locked>`select team_id as "teamId", state, told_by as "toldBy", record_id as "recordId"
		from sources.correction where id = ${id} for update`.execute(tx);
	if (!rows[0]) throw new NotFound();
	return rows[0];
}

async function close(
	tx: Tx,
	ctx: OfficerContext,
	id: string,
	recordId: string,
	state: Exclude<CorrectionState, "told">,
	words: string,
): Promise<undefined> {
	await sql`update sources.correction set state = ${state}, answered_at = ${ctx.now}, answered_by = ${ctx.actor.id},
		answered_by_name = ${ctx.actor.name}, answer = ${words} where id = ${id}`.execute(tx);
	await audit(tx, ctx, {
		action: `correction.${state}`,
		subject: { kind: "source-record", id: recordId },
		after: { correction: id },
	});
}

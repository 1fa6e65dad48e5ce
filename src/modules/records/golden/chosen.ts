import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Handle } from "../../../platform/db/connect.ts";
import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal, NotFound, type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { holdTrees } from "../links/hold.ts";
import { type ChosenValue, type GoldenField, isGoldenField } from "./value.ts";

/** A choice with when it ended and by whom; null while it stands. */
export type Choice = ChosenValue & { endedAt: Date | null; endedBy: string | null };

/** Every choice ever made of these records, the latest first. */
export async function choicesOf(db: Handle, recordIds: readonly string[]): Promise<Choice[]> {
	if (recordIds.length === 0) return [];
	const rows = await db
		.selectFrom("records.chosen")
		.select([
			"id",
			"record_id as recordId",
			"field",
			"value",
			"why",
			"officer_name as by",
			"at",
			"ended_at as endedAt",
			"ended_by_name as endedBy",
		])
		.where("record_id", "in", [...recordIds])
		.orderBy("at", "desc")
		.orderBy("id", "desc")
		.execute();
	return rows.flatMap(({ field, ...row }) => (isGoldenField(field) ? [{ ...row, field }] : []));
}

const longestValue = 300;
const longestWhy = 1_000;

/**
 * An officer holds a value to be right of a customer, whatever the records say, until the choice is ended. `recordId`: the
 * record that says it, or any of the customer's; when the customer is parted from another, the choice goes with that record. An
 * earlier choice for the field ends. Throws `NotFound`.
 */
export async function chooseValue(
	ctx: OfficerContext,
	given: { recordId: string; field: GoldenField; value: string; why: string },
): Promise<Outcome<ChosenValue, "value-needed" | "why-needed" | "too-long">> {
	const value = cleanText(given.value, { max: longestValue, lines: false });
	const why = cleanText(given.why, { max: longestWhy, lines: true });
	if (isRefusal(value) || isRefusal(why)) return refuse("too-long");
	if (value === "") return refuse("value-needed");
	if (why === "") return refuse("why-needed");
	return ctx.house.db.transaction().execute(async (tx) => {
		const [tree] = await holdTrees(tx, [given.recordId]);
		if (!tree) throw new NotFound("There is no such record.");
		const { field, recordId } = given;
		const ids = tree.nodes.map(({ id }) => id);
		const ended = await endThose(tx, ctx, ids, field);
		const chosen = { id: newId(), recordId, field, value, why, by: ctx.actor.name, at: ctx.now };
		await tx
			.insertInto("records.chosen")
			.values({
				id: chosen.id,
				record_id: recordId,
				field,
				value,
				why,
				officer_id: ctx.actor.id,
				officer_name: ctx.actor.name,
				at: ctx.now,
			})
			.execute();
		await audit(tx, ctx, {
			action: "records.value-chosen",
			subject: { kind: "record", id: tree.head.id },
			before: { ended },
			after: { chosen: chosen.id, field, why },
		});
		return chosen;
	});
}

/** The records decide again. Throws `NotFound` for a choice that is not of these records. */
export async function endChoice(
	ctx: OfficerContext,
	recordIds: readonly string[],
	id: string,
): Promise<Outcome<GoldenField, "ended">> {
	return ctx.house.db.transaction().execute(async (tx) => {
		const row = await tx
			.selectFrom("records.chosen")
			.select(["field", "record_id", "ended_at"])
			.where("id", "=", id)
			.forUpdate()
			.executeTakeFirst();
		if (!row || !recordIds.includes(row.record_id) || !isGoldenField(row.field)) throw new NotFound();
		if (row.ended_at !== null) return refuse("ended");
		await tx
			.updateTable("records.chosen")
			.set({ ended_at: ctx.now, ended_by_name: ctx.actor.name })
			.where("id", "=", id)
			.execute();
		await audit(tx, ctx, {
			action: "records.choice-ended",
			subject: { kind: "record", id: row.record_id },
			before: { chosen: id, field: row.field },
		});
		return row.field;
	});
}

async function endThose(
	tx: Handle,
	ctx: OfficerContext,
	recordIds: readonly string[],
	field: GoldenField,
): Promise<string[]> {
	const rows = await tx
		.updateTable("records.chosen")
		.set({ ended_at: ctx.now, ended_by_name: ctx.actor.name })
		.where("record_id", "in", [...recordIds])
		.where("field", "=", field)
		.where("ended_at", "is", null)
		.returning("id")
		.execute();
	return rows.map(({ id }) => id);
}

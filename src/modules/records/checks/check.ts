import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit } from "../../../platform/audit/index.ts";
import type { OfficerContext } from "../../../platform/context/index.ts";
import type { Handle, Tx } from "../../../platform/db/connect.ts";
import { type Outcome, refuse } from "../../../platform/refusal/index.ts";
import { sourceRecords } from "../../sources/index.ts";
import type { Tree } from "../links/link.ts";
import { liveFor, type LookUp } from "../lookUps/lookUp.ts";
import { type CheckField, checkFields } from "./fields.ts";
import { type Answer, answerTo, standardOf } from "./standard.ts";

/** So often may an officer compare within the time of one look-up, however many they state: enough to hear, too few to guess. */
export const mostTries = 5;

/**
 * Compares what a customer says of themselves with what the records hold that the look-up lets compare. Neither is shown, and what
 * was said is not kept. Refused with `no-field`, `unreadable` (which is no try), and `too-many`.
 */
export async function checkSaid(
	ctx: OfficerContext,
	tree: Tree,
	lookUp: LookUp,
	{ field: id, said }: { field: string; said: string },
): Promise<Outcome<Answer, "no-field" | "unreadable" | "too-many">> {
	const field = checkFields(ctx.house, tree, lookUp).find((one) => one.id === id);
	if (!field) return refuse("no-field");
	const standard = said.length > 300 ? undefined : standardOf(field.kind, said);
	if (standard === undefined) return refuse("unreadable");
	return ctx.house.db.transaction().execute(async (tx) => {
		await sql`select pg_advisory_xact_lock(hashtextextended(${ctx.actor.id}, 6))`.execute(tx);
		if ((await triesOf(tx, ctx, tree)) >= mostTries) return refuse("too-many");
		const answer = answerTo(standard, await recordedIn(tx, tree, field));
		await tx
			.insertInto("records.asked")
			.values({ id: newId(), look_up_id: lookUp.id, field: id, answer, at: ctx.now })
			.execute();
		await audit(tx, ctx, {
			action: "look-up.compared",
			subject: { kind: "record", id: tree.head.id },
			purpose: lookUp.purpose.id,
			after: { lookUp: lookUp.id, field: id, answer },
		});
		return answer;
	});
}

/** How often the officer compared anything of this customer lately, by any look-up. */
export async function triesOf(db: Handle, { actor, now }: OfficerContext, tree: Tree): Promise<number> {
	const ids = tree.nodes.map((node) => node.id);
	const { rows } = await sql<{ tries: number }>`select count(*) as tries from records.asked a
			join records.look_up l on l.id = a.look_up_id
		where l.officer_id = ${actor.id} and l.record_ids && ${ids}::uuid[]
			and a.at > ${new Date(now.getTime() - liveFor)}`.execute(db);
	return rows[0]?.tries ?? 0;
}

/** What the records that are still kept hold, in the form that is compared. */
async function recordedIn(tx: Tx, tree: Tree, { id, kind, sources }: CheckField): Promise<string[]> {
	const ids = tree.nodes.filter((node) => sources.includes(node.source)).map((node) => node.id);
	const records = (await sourceRecords(tx, ids)).filter(({ goneAt }) => goneAt === null);
	return records.flatMap(({ said }) => {
		const value = said[id];
		const standard = value === undefined ? undefined : standardOf(kind, value);
		return standard === undefined ? [] : [standard];
	});
}

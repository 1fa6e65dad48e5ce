import { createHash } from "node:crypto";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { audit, type AuditEntry } from "../../../platform/audit/index.ts";
import type { Context } from "../../../platform/context/index.ts";
import type { Tx } from "../../../platform/db/connect.ts";
import { record } from "../../../platform/events/index.ts";
import { londonDate } from "../../../platform/time/index.ts";
import { sourceImported } from "../events.ts";
import { type Incoming, takeTurn, upsert } from "../imports/upsert.ts";
import type { Source } from "../pack/source.ts";
import { readFields } from "../reading/line.ts";

/** Records as another system sends them: each field by its id. `gone`: numbers of records that it no longer has. */
export type Delivery = { records: readonly Readonly<Record<string, string>>[]; gone: readonly string[] };

/** What is wrong with one record, by its place from 0. One that is left out was not taken in. */
export type DeliveryFault = { record: number; key: string | null; says: string; leftOut: boolean };

export type Delivered = { added: number; changed: number; unchanged: number; gone: number; faults: DeliveryFault[] };

/** Takes in what another system sent of a source, all in one transaction. To send it again changes nothing. */
export async function deliver(ctx: Context, source: Source, delivery: Delivery): Promise<Delivered> {
	const { incoming, faults } = readDelivery(source, delivery, londonDate(ctx.now));
	const leftOut = faults.filter((one) => one.leftOut).length;
	return ctx.house.db.transaction().execute(async (tx) => {
		await takeTurn(tx, source.id);
		const id = newId();
		const digest = createHash("sha256").update(JSON.stringify(delivery)).digest();
		const lines = delivery.records.length;
		await sql`insert into sources.import (id, source, file_name, digest, whole, columns, state, lines, done, faulty, actor_kind,
				actor_id, actor_name, staged_at, began_at, ended_at)
			values (${id}, ${source.id}, ${`Sent by ${ctx.actor.name}`}, ${digest}, false, '{"headings":[],"fields":{}}', 'done',
				${lines}, ${lines - leftOut}, ${leftOut}, ${ctx.actor.kind}, ${ctx.actor.id}, ${ctx.actor.name}, ${ctx.now},
				${ctx.now}, ${ctx.now})`.execute(tx);
		const counts = await upsert(tx, source, { importId: id, now: ctx.now, records: incoming });
		const { rows } = await sql`update sources.record set gone_at = ${ctx.now}, changed_at = ${ctx.now},
				turn = nextval('sources.turn')
			where source = ${source.id} and key = any(${[...delivery.gone]}::text[]) and gone_at is null returning id`.execute(
			tx,
		);
		const done = { ...counts, gone: rows.length };
		await sql`update sources.import set added = ${done.added}, changed = ${done.changed}, unchanged = ${done.unchanged},
			gone = ${done.gone} where id = ${id}`.execute(tx);
		await keepFaults(tx, id, faults);
		const entry: AuditEntry = {
			action: "source-import.sent",
			subject: { kind: "source-import", id },
			after: { source: source.id, ...done, leftOut },
		};
		if (done.added + done.changed + done.gone === 0) await audit(tx, ctx, entry);
		else
			await record(tx, ctx, entry, { event: sourceImported, subject: id, data: { importId: id, source: source.id } });
		return { ...done, faults };
	});
}

function readDelivery(source: Source, { records }: Delivery, today: string) {
	const faults: DeliveryFault[] = [];
	const incoming = new Map<string, Incoming>();
	for (const [at, sent] of records.entries()) {
		const { key, said, fromDay, untilDay, faults: wrong, leftOut } = readFields(source, (id) => sent[id], today);
		const name = key ?? null;
		const why =
			leftOut ??
			(key !== undefined && incoming.has(key) ? "It stands in this delivery before, which was taken." : undefined);
		if (why !== undefined || key === undefined) {
			faults.push({ record: at, key: name, says: why ?? "It has no key.", leftOut: true });
			continue;
		}
		const unknown = Object.keys(sent).filter((id) => !source.fields.some((field) => field.id === id));
		const sentences = [...Object.values(wrong), ...unknown.map((id) => `There is no field “${id}”.`)];
		faults.push(...sentences.map((says) => ({ record: at, key: name, says, leftOut: false })));
		incoming.set(key, { key, said, fromDay, untilDay, faults: wrong, line: null });
	}
	return { incoming: [...incoming.values()], faults };
}

/** The sender is answered all of them; what is kept is for whoever looks at the source. */
const mostKept = 200;

async function keepFaults(tx: Tx, importId: string, faults: readonly DeliveryFault[]): Promise<void> {
	for (const [number, { record: at, says, leftOut }] of faults.slice(0, mostKept).entries())
		await sql`insert into sources.fault (import_id, line, number, sentence, left_out)
			values (${importId}, ${at + 1}, ${number}, ${says}, ${leftOut})`.execute(tx);
}

import type { OfficerContext } from "../../../platform/context/index.ts";
import { poundsAndPence } from "../../../platform/money/index.ts";
import { ago, isDate, shortDate } from "../../../platform/time/index.ts";
import { frontDoor } from "../../../modules/records/index.ts";
import { type Field, sourceOf, type SourceRecord } from "../../../modules/sources/index.ts";
import type { Read } from "./read.ts";
import type { SourceLine } from "./sources.views.ts";

const dayLong = 86_400_000;

/** Front Door first, then the others by their names; of one that nobody declares any more, only that it is there. */
export function sourceLines(ctx: OfficerContext, { tree, records, sees, customers }: Read): SourceLine[] {
	const [first] = customers;
	const own = first && tree.nodes.some(({ source }) => source === frontDoor);
	const many = customers.length === 1 ? "" : `, ${customers.length} records`;
	const ours: SourceLine[] = own
		? [{ ...bare, id: frontDoor, name: "Front Door", fresh: `since ${shortDate(first.since)}${many}` }]
		: [];
	const others = records.map((record) => lineOf(ctx, record, sees(record.source)));
	return [...ours, ...others.toSorted((a, b) => a.name.localeCompare(b.name, "en"))];
}

const bare = { stale: false, gone: null, facts: [], faults: [], verify: [], flag: false } as const;

function lineOf({ house, now }: OfficerContext, record: SourceRecord, sight: ReturnType<Read["sees"]>): SourceLine {
	const { id, source, said, faults, seenAt, goneAt } = record;
	const declared = sourceOf(house, source);
	const name = declared?.name ?? source;
	const fields = declared?.fields ?? [];
	const fresh = `said ${ago(seenAt, now)}`;
	const stale = goneAt === null && now.getTime() - seenAt.getTime() > (declared?.fresh ?? 0) * dayLong;
	const gone = goneAt && `since ${shortDate(goneAt)}`;
	if (sight.shown.length === 0 && sight.verify.length === 0)
		return { ...bare, id, name, fresh, stale, gone, flag: true };
	return {
		id,
		name,
		fresh,
		stale,
		gone,
		facts: fields.flatMap((field) => {
			const value = said[field.id];
			return value === undefined || value === "" ? [] : [{ name: field.name, value: inWords(field, value) }];
		}),
		faults: Object.values(faults),
		verify: fields.filter(({ id: field }) => sight.verify.includes(field)).map((field) => field.name.toLowerCase()),
		flag: false,
	};
}

function inWords({ kind }: Field, value: string): string {
	if (isDate(value)) return shortDate(value);
	if (kind === "yes-no")
		return value === "yes" || value === "true" ? "Yes" : value === "no" || value === "false" ? "No" : value;
	if (kind === "money" && /^-?\d+(\.\d{1,2})?$/.test(value)) return poundsAndPence(Math.round(Number(value) * 100));
	return value;
}

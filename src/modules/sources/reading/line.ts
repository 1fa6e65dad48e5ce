import type { Columns } from "../columns/columns.ts";
import type { FieldKind } from "../pack/field.ts";
import type { Source } from "../pack/source.ts";
import { readValue } from "./value.ts";

/** What a source says in one record, read by what it declares. */
export type Reading = {
	/** Undefined where it has none, or none that can be kept. */
	key: string | undefined;
	said: Readonly<Record<string, string>>;
	fromDay: string | null;
	untilDay: string | null;
	/** Fields that cannot be right, by id, as sentences. */
	faults: Readonly<Record<string, string>>;
	/** Why the record cannot be taken in. */
	leftOut: string | undefined;
};

/** The kinds whose values are known when they are seen: where most of them are wrong, columns have moved. */
const telling: ReadonlySet<FieldKind> = new Set([
	"date",
	"born",
	"email",
	"phone",
	"nino",
	"uprn",
	"postcode",
	"money",
	"yes-no",
	"day-from",
	"day-until",
]);

/** Reads the cells of one line. `today` is the day by the council's calendar. */
export function readLine(source: Source, columns: Columns, cells: readonly string[], today: string): Reading {
	return readFields(
		source,
		(id) => {
			const at = columns[id];
			return at === undefined ? undefined : cells[at];
		},
		today,
	);
}

/** Reads one record, however its fields came. */
export function readFields(source: Source, textOf: (id: string) => string | undefined, today: string): Reading {
	const said: Record<string, string> = {};
	const faults: Record<string, string> = {};
	let filled = 0;
	let wrong = 0;
	for (const { id, name, kind } of source.fields) {
		const read = readValue(kind, textOf(id) ?? "", today);
		if (read === undefined) continue;
		if (telling.has(kind)) {
			filled++;
			if ("fault" in read) wrong++;
		}
		if ("value" in read) said[id] = read.value;
		else faults[id] = `${name}: ${read.fault}.`;
	}
	const key = said[source.key];
	const from = dayOf(source, said, "day-from");
	const until = dayOf(source, said, "day-until");
	if (from && until && until.day <= from.day) {
		faults[until.id] = `${until.name}: “${until.day}” is not after the day it begins, ${from.day}.`;
		delete said[until.id];
	}
	return {
		key,
		said,
		fromDay: from?.day ?? null,
		untilDay: until && said[until.id] !== undefined ? until.day : null,
		faults,
		leftOut: whyLeftOut(source, key, faults, filled, wrong),
	};
}

function whyLeftOut(
	source: Source,
	key: string | undefined,
	faults: Readonly<Record<string, string>>,
	filled: number,
	wrong: number,
): string | undefined {
	if (key === undefined) {
		const name = source.fields.find(({ id }) => id === source.key)?.name ?? source.key;
		return faults[source.key] ?? `It has no ${name.toLowerCase()}.`;
	}
	if (wrong >= 2 && wrong * 2 > filled) return `Its columns seem to have moved: ${Object.values(faults).join(" ")}`;
	return undefined;
}

function dayOf(source: Source, said: Readonly<Record<string, string>>, kind: "day-from" | "day-until") {
	const field = source.fields.find((one) => one.kind === kind);
	const day = field && said[field.id];
	return day === undefined ? undefined : { id: field?.id ?? "", name: field?.name ?? "", day };
}

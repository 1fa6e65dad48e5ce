import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { type Context, type House, systemContext } from "../platform/context/index.ts";
import { intakeSlot } from "../platform/files/index.ts";
import { isRefusal } from "../platform/refusal/index.ts";
import { addDays, londonDate } from "../platform/time/index.ts";
import { beginImport, type Field, type Source, sources, stageFile, takeInNext } from "../modules/sources/index.ts";
import { type Chance, chance } from "./chance.ts";
import type { DemoData } from "./data.ts";
import { birthday, folkOf, type Person } from "./folk.ts";

/** Brings in what every source of the pack says of the demonstration's people: some of them, with slips, and not all of it new. */
export async function tellSources(house: House, data: DemoData): Promise<void> {
	const luck = chance(4_501);
	const now = new Date();
	const folk = await folkOf(systemContext(house, "Demonstration", now), data, luck);
	for (const [at, source] of sources(house).entries()) {
		// One source is behind with its deliveries.
		const daysAgo = at === 4 ? source.fresh + 9 : Math.min(source.fresh - 1, at % 4);
		const ctx = systemContext(house, "Demonstration", new Date(now.getTime() - daysAgo * 86_400_000));
		await bringIn(ctx, source, rowsOf(source, folk, { data, luck, today: londonDate(ctx.now) }));
	}
}

async function bringIn(ctx: Context, source: Source, rows: readonly (readonly string[])[]): Promise<void> {
	const name = `${source.id}-${londonDate(ctx.now)}.csv`;
	const path = join(intakeSlot.of(ctx.house).spool, name);
	const heads = source.fields.map((field) => field.columns[0] ?? field.name);
	writeFileSync(path, stringify([heads, ...rows]));
	const staged = await stageFile(ctx, { source: source.id, path, name, whole: true });
	if (isRefusal(staged)) throw new Error(`The demonstration's records of ${source.name} were refused: ${staged.code}.`);
	const { id } = staged.import;
	await beginImport(ctx, id, { sure: true });
	for (let { state } = staged.import; state !== "done"; ) ({ state } = await takeInNext(ctx, id));
}

type Making = { data: DemoData; luck: Chance; today: string };

/** The share of people of whom a source knows. */
const known: Readonly<Record<Source["kind"], number>> = { person: 0.45, organisation: 1 };

function rowsOf(source: Source, folk: readonly Person[], making: Making): string[][] {
	const { luck, data } = making;
	if (source.kind === "organisation")
		return data.businesses.map((name, number) =>
			source.fields.map((field) => valueOf(source, field, luck.pick(folk), { ...making, number, business: name })),
		);
	const share = source.flag ? 0.06 : known.person;
	const some = folk.filter(() => luck.happens(share));
	return some.map((person, number) => {
		const said = withSlips(person, luck);
		return source.fields.map((field) => valueOf(source, field, said, { ...making, number, business: "" }));
	});
}

/** As somebody typed it: now and then a letter short, day and month swapped, by the old address, by another email. */
function withSlips(person: Person, luck: Chance): Person {
	const { surname, born, home, before, email } = person;
	const slipped = luck.between(1, Math.max(1, surname.length - 2));
	const [year = "", month = "", day = ""] = born.split("-");
	return {
		...person,
		surname: luck.happens(0.08) ? surname.slice(0, slipped) + surname.slice(slipped + 1) : surname,
		born: luck.happens(0.05) && day <= "12" ? `${year}-${day}-${month}` : born,
		home: before && luck.happens(0.4) ? before : home,
		email: luck.happens(0.3) ? undefined : email,
	};
}

/** What a source says in one field, by what the field is. */
function valueOf(
	source: Source,
	field: Field,
	person: Person,
	{ data, luck, today, number, business }: Making & { number: number; business: string },
): string {
	const { given, surname, born, email = "", phone = "", home } = person;
	const words = data.said[field.id];
	if (field.id === source.key) return `${source.id.slice(0, 2).toUpperCase()}${String(700_100 + number * 37)}`;
	if (field.id === "organisation") return business;
	switch (field.kind) {
		case "given":
			return given;
		case "surname":
			return surname;
		case "name":
			return `${given} ${surname}`;
		case "born":
			return born;
		case "email":
			return email;
		case "phone":
			return phone;
		case "nino":
			return person.number;
		case "uprn":
			return home.uprn;
		case "postcode":
			return home.postcode;
		case "address":
			return [...home.lines, home.town].join(", ");
		case "money":
			return luck.happens(0.7) ? "0.00" : `${luck.between(8, 640)}.${luck.between(10, 99)}`;
		case "yes-no":
			return luck.happens(0.25) ? "Yes" : "No";
		case "date":
		case "day-from":
			return addDays(today, -luck.between(20, 2_400));
		case "day-until":
			return "";
		case "text":
			return words ? luck.pick(words) : birthday(luck, 1, 9).replaceAll("-", "");
	}
}

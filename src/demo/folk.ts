import type { Context } from "../platform/context/index.ts";
import { councilPart } from "../platform/council/index.ts";
import { addressesAt, isAway, type RegisterAddress, sectorNames } from "../modules/places/index.ts";
import type { Chance } from "./chance.ts";
import type { DemoData } from "./data.ts";

/** Somebody of the demonstration's town, as they are; what other systems say of them has slips in it. */
export type Person = {
	given: string;
	surname: string;
	/** A day, 1984-02-29. */
	born: string;
	email: string | undefined;
	phone: string | undefined;
	/** Of those that were never given to anybody. */
	number: string;
	home: RegisterAddress;
	/** Where they lived until a year ago. */
	before: RegisterAddress | undefined;
};

/** The customers of the demonstration with homes and birthdays, some with a partner, and one with a twin and a son of one name. */
export async function folkOf(ctx: Context, data: DemoData, luck: Chance): Promise<Person[]> {
	const homes = await homesOf(ctx, data.customers.length * 2, luck);
	const nextHome = () => homes.shift() ?? luck.pick(homes);
	const folk: Person[] = [];
	const add = (given: string, surname: string, more: Partial<Person> = {}) => {
		const person: Person = {
			given,
			surname,
			born: birthday(luck, 1940, 2004),
			email: `${given}.${surname}`.toLowerCase().replaceAll(/[^a-z]+/g, ".") + "@mail.example",
			phone: undefined,
			number: `QQ${String(100_000 + folk.length * 7_919).slice(0, 6)}A`,
			home: nextHome(),
			before: luck.happens(0.15) ? nextHome() : undefined,
			...more,
		};
		folk.push(person);
		return person;
	};
	for (const [at, name] of data.customers.entries()) {
		const words = name.split(" ");
		const phone = `07700 900${String(100 + at).padStart(3, "0")}`;
		const one = add(words.slice(0, -1).join(" "), words.at(-1) ?? "", luck.happens(0.6) ? { phone } : {});
		const other = luck.pick(data.customers).split(" ")[0] ?? "";
		if (luck.happens(0.25)) add(other, one.surname, { home: one.home, before: one.before });
	}
	const [first, second] = folk;
	if (first) add("Amelia", first.surname, { born: first.born, home: first.home, phone: first.phone });
	if (second) add(second.given, second.surname, { born: "2003-05-17", home: second.home, email: undefined });
	return folk;
}

export function birthday(luck: Chance, first: number, last: number): string {
	const two = (number: number) => String(number).padStart(2, "0");
	return `${luck.between(first, last)}-${two(luck.between(1, 12))}-${two(luck.between(1, 28))}`;
}

/** Doors that the register of addresses has; in words where there is no register. */
async function homesOf(ctx: Context, wanted: number, luck: Chance): Promise<RegisterAddress[]> {
	const homes: RegisterAddress[] = [];
	const sectors = sectorNames(ctx.house);
	for (let tries = 0; homes.length < wanted && tries < wanted * 4; tries++) {
		const postcode = `${luck.pick(sectors)}${luck.pick([..."ABDEFGHJLNPQRSTUWXYZ"])}${luck.pick([..."ABDEFGHJ"])}`;
		const there = await addressesAt(ctx, postcode);
		if (isAway(there) || there.length === 0) continue;
		homes.push(luck.pick(there));
	}
	const { area } = councilPart.of(ctx.house);
	while (homes.length < wanted)
		homes.push({
			uprn: "",
			lines: [`${homes.length + 1} Demonstration Road`],
			town: area,
			postcode: `${luck.pick(sectors)}AA`,
			inArea: true,
		});
	return homes;
}

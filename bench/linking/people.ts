/** Invented residents in as many records as are asked for: some stand there more than once, as other systems would have them. */
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { slips } from "./slips.ts";

export type Chance = () => number;

/** The same numbers every time (a linear congruential generator, Numerical Recipes' constants), so that runs compare. */
function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

const given =
	"Olivia George Amelia Arthur Isla Noah Ava Muhammad Ivy Leo Freya Oscar Lily Harry Florence Archie Mia Jack Willow Henry Sophie Charlie Grace Freddie Emily Theodore Ella James William Margaret John Mary David Susan Michael Patricia Peter Jean Robert Linda Paul Christine Andrew Barbara Mark Karen Stephen Julie Richard Helen Kenneth Ann Ian Elizabeth Alan Catherine Brian Jacqueline Anthony Sandra Kevin Angela Christopher Deborah Keith Janet Philip Carol Derek Alison Colin Jennifer Graham Sarah Aisha Fatima Ahmed Ali Zainab Piotr Agnieszka Siobhan Niamh Cerys Rhys Angus Fiona Priya Arjun Harpreet Gurpreet Wei Ming Chidi Ngozi Elena Andrei Victoria Daniel Thomas Edward Rebecca Samuel Joseph Alexander Benjamin Katherine Dorothy Frederick Albert".split(
		" ",
	);
const starts =
	"Ash Bar Brad Carl Cart Dal Dar Ed Farn Gar Hal Har Hol Hut Kirk Lam Lang Leigh Mar Mor New Nor Oak Pem Pres Rad Ram Rich Rob Rud Sand Shel Stan Stock Sut Thorn Tur Wal War Wat Wel West Whit Wil Win Wood Wor Yar".split(
		" ",
	);
const ends = "ton ley son by ford ham well wood man field worth er s ing shaw croft dale bury more land".split(" ");
const middles = ["", "er", "en", "ing", "ow"];
const kinds = "Road Street Avenue Close Lane Drive Crescent Gardens Terrace Way".split(" ");
const letters = [..."ABDEFGHJLNPQRSTUWXY"];
const towns =
	"Eastham Westerby Northwick Southorpe Ulfby Grangeworth Lintham Marske Brotton Saltwick Hutby Skelborough".split(" ");
const columns = "id,person,first_name,surname,dob,house_number,street,town,postcode,phone,email,nino".split(",");

export type Person = string[];

/** Common names are common and most are rare: the commonest surname has about one in seventy, as Smith has. */
function commonFirst(chance: Chance, most: number, power: number): number {
	return Math.floor(most * chance() ** power);
}

function one(list: readonly string[], at: number): string {
	return list[at % list.length] ?? "";
}

/** One to five people at one address, most of one surname; a few are twins, a few are named after a parent. */
function household(chance: Chance, size: number): Person[] {
	const whole = (most: number) => Math.floor(chance() * most);
	const digits = (count: number) => String(whole(10 ** count)).padStart(count, "0");
	const surname = () => {
		const at = commonFirst(chance, starts.length * ends.length * middles.length, 2);
		return one(starts, at * 7) + one(middles, Math.floor(at / 960)) + one(ends, at * 3 + Math.floor(at / 48));
	};
	const home = homeOf(chance, size);
	const [shared, landline] = [surname(), `01632 ${digits(6)}`];
	const people: Person[] = [];
	for (let count = 1 + commonFirst(chance, 5, 1.3); count > 0; count--) {
		const before = people[0];
		const named = before && chance() < 0.02 ? (before[0] ?? "") : one(given, commonFirst(chance, given.length, 1.3));
		const family = chance() < 0.85 ? shared : surname();
		const twin = before && chance() < 0.02 ? before[2] : undefined;
		const born = twin ?? new Date(Date.UTC(1930 + whole(85), whole(12), 1 + whole(28))).toISOString().slice(0, 10);
		const host = one(["example.com", "example.org", "example.net"], whole(3));
		const phone = chance() < 0.4 ? landline : chance() < 0.6 ? `07${digits(9)}` : "";
		const email = chance() < 0.6 ? `${named}.${family}${whole(100)}@${host}`.toLowerCase() : "";
		const nino = chance() < 0.4 ? `${one(prefixes, whole(49))}${digits(6)}${one([..."ABCD"], whole(4))}` : "";
		people.push([named, family, born, ...home, phone, email, nino]);
	}
	return people;
}

const prefixes = [..."ABCEGHJ"].flatMap((first) => [..."ABCEGHJ"].map((second) => first + second));

function homeOf(chance: Chance, size: number): string[] {
	// Some thirty people have one postcode, and two postcodes make a street.
	const area = Math.floor(chance() * Math.max(40, size / 30));
	const road = Math.floor(area / 2) * 7;
	const inside = Math.floor(area / 120);
	const end = `${inside % 10}${one(letters, Math.floor(inside / 10))}${one(letters, Math.floor(inside / 190))}`;
	return [
		String(1 + Math.floor(chance() * 30)),
		`${one(starts, road)}${one(ends, Math.floor(road / 48))} ${one(kinds, road)}`,
		one(towns, area),
		`${one(["ZA", "ZB", "ZC", "ZD"], area)}${1 + (area % 30)} ${end}`,
	];
}

/** Writes `size` records, of which about a fifth are of somebody who already stands there, with two slips each on average. */
export async function writePeople(path: string, size: number, seed = 1): Promise<void> {
	const chance = chanceFrom(seed);
	const file = createWriteStream(path);
	let text = `${columns.join(",")}\n`;
	const kept: { number: number; person: Person }[] = [];
	let waiting: Person[] = [];
	for (let id = 0; id < size; id++) {
		const again = chance() < 0.2 ? kept[Math.floor(chance() * kept.length)] : undefined;
		if (waiting.length === 0) waiting = household(chance, size);
		const now = again ?? { number: id, person: waiting.pop() ?? [] };
		const cells = again ? slips(chance, again.person) : now.person;
		// Enough to come back to, spread over the file, without holding it all.
		if (!again) kept[kept.length < 100_000 ? kept.length : Math.floor(chance() * kept.length)] = now;
		text += `R${id},P${now.number},${cells.join(",")}\n`;
		if (text.length > 1 << 16) {
			if (!file.write(text)) await once(file, "drain");
			text = "";
		}
	}
	file.end(text);
	await once(file, "close");
}

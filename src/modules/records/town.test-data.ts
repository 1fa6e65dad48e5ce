import type { Told } from "./testing.ts";

const names =
	"Amelia Arthur Isla Noah Ivy Leo Freya Oscar Lily Harry Archie Jack Grace Peter Jean Linda Paul Karen Ian Aisha".split(
		" ",
	);
const starts = "Ash Brad Carl Dal Farn Hal Kirk Lang Nor Oak Pem Rad Shel Thorn Wal Whit Yar".split(" ");
const ends = "ton ley son by ford ham well wood field worth".split(" ");

/** Records of `size` people, a third of whom stand there twice with a slip; `twice` are the places of those two. */
export function town(size: number): { told: Told[]; twice: [number, number][] } {
	let state = 11;
	const below = (most: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * most);
	};
	const pick = (list: readonly string[]) => list[below(list.length)] ?? "";
	const told: Told[] = [];
	const twice: [number, number][] = [];
	for (let person = 0; person < size; person++) {
		const said = {
			given: pick(names),
			surname: pick(starts) + pick(ends),
			born: `${1940 + below(70)}-${String(1 + below(12)).padStart(2, "0")}-${String(10 + below(18))}`,
			house: String(1 + below(90)),
			street: `${pick(starts)}${pick(ends)} Road`,
			postcode: `ZA${1 + below(9)} ${below(10)}AB`,
			phone: `0163296${String(1000 + person)}`,
		};
		told.push({ key: `t${person}`, said });
		if (below(3) > 0) continue;
		const { phone: _, ...quiet } = said;
		const slips = [
			{ ...quiet, surname: said.surname.slice(0, -1) },
			{ ...said, given: said.given.slice(0, 1) },
			{ ...said, born: said.born.replace(/\d$/, "1") },
			{ ...quiet, given: said.surname, surname: said.given },
			{ ...quiet, house: "3", street: "Elsewhere Road", postcode: "ZZ9 9ZZ" },
		];
		twice.push([told.length - 1, told.length]);
		told.push({ key: `d${person}`, said: slips[below(slips.length)] ?? said });
	}
	return { told, twice };
}

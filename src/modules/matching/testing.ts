/** Invented people of a small town for tests: some stand there twice, with a slip. The same each time. */

const given =
	"Amelia Arthur Isla Noah Ava Ivy Leo Freya Oscar Lily Harry Archie Mia Jack Henry Sophie Grace Ella Peter Jean Linda Paul Mark Karen Helen Ian Alan Brian Sandra Kevin Angela Keith Janet Carol Colin Sarah Aisha Omar Priya Wei".split(
		" ",
	);
const starts = "Ash Brad Carl Dal Ed Farn Hal Kirk Lang Mor Nor Oak Pem Rad Shel Thorn Wal Wat Whit Yar".split(" ");
const ends = "ton ley son by ford ham well wood field worth".split(" ");

/** `lines` as id, first name, surname, date of birth, house, street, postcode, phone, email, nino; `pairs` of ids that are one. */
export function smallTown(size: number): { lines: string[]; pairs: string[] } {
	let state = 7;
	const below = (most: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * most);
	};
	const pick = (list: readonly string[]) => list[below(list.length)] ?? "";
	const lines: string[] = [];
	const pairs: string[] = [];
	for (let id = 0; id < size; id++) {
		const [name, surname] = [pick(given), pick(starts) + pick(ends)];
		const born = `${1940 + below(70)}-${String(1 + below(12)).padStart(2, "0")}-${String(10 + below(18))}`;
		const street = `${pick(starts)}${pick(ends)} Road`;
		const home = `${1 + below(90)},${street},ZA${1 + below(9)} ${below(10)}AB`;
		const phone = `0163296${String(1000 + id)}`;
		lines.push(`t${id},${name},${surname},${born},${home},${phone},,`);
		if (below(3) > 0) continue;
		const slipped = [
			[name, surname.slice(0, -1), born, home, ""],
			[name.slice(0, 1), surname, born, home, phone],
			[name, surname, born.replace(/\d$/, "1"), home, phone],
			[surname, name, born, home, ""],
			[name, surname, born, "3,Elsewhere Road,ZZ9 9ZZ", ""],
		][below(5)];
		lines.push(`d${id},${slipped?.slice(0, 4).join(",")},${slipped?.[4]},,`);
		pairs.push(`t${id},d${id}`);
	}
	return { lines, pairs };
}

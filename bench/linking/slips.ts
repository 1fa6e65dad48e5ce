import type { Chance, Person } from "./people.ts";

const short: Record<string, string> = {
	William: "Bill",
	Margaret: "Peggy",
	Robert: "Bob",
	Elizabeth: "Liz",
	Richard: "Dick",
	Michael: "Mike",
	Susan: "Sue",
	Thomas: "Tom",
	Katherine: "Kate",
	Edward: "Ted",
	Anthony: "Tony",
	Deborah: "Debbie",
	Patricia: "Pat",
	James: "Jim",
};

/** The same person as another system has them: moved, abbreviated, mistyped, half filled in. Columns as in `people.ts`. */
export function slips(chance: Chance, person: Person): Person {
	const cells = [...person];
	const change = (at: number, how: (cell: string) => string) => {
		cells[at] = how(cells[at] ?? "");
	};
	if (chance() < 0.12) change(0, (name) => short[name] ?? name.slice(0, 1));
	if (chance() < 0.15) change(0, (name) => typo(chance, name));
	if (chance() < 0.15) change(1, (name) => typo(chance, name));
	if (chance() < 0.03) [cells[0], cells[1]] = [cells[1] ?? "", cells[0] ?? ""];
	if (chance() < 0.04) change(1, (name) => `${name}-Marsh`);
	if (chance() < 0.05) change(2, (born) => born.replace(/-(\d\d)-(\d\d)$/, "-$2-$1"));
	if (chance() < 0.08) change(2, (born) => typo(chance, born, "0123456789"));
	if (chance() < 0.2)
		[cells[3], cells[4], cells[6]] = [String(1 + Math.floor(chance() * 90)), "Elsewhere Road", "ZZ1 1AA"];
	if (chance() < 0.3)
		change(4, (street) =>
			street
				.replace(/ Road$/, " Rd")
				.replace(/ Street$/, " St")
				.replace(/ Avenue$/, " Ave"),
		);
	if (chance() < 0.1) change(6, (postcode) => typo(chance, postcode, "0123456789"));
	for (const [at, share] of [
		[2, 0.04],
		[6, 0.08],
		[7, 0.4],
		[8, 0.4],
		[9, 0.3],
	] as const)
		if (chance() < share) cells[at] = "";
	if (chance() < 0.1) change(1, (name) => name.toUpperCase());
	return cells;
}

/** One letter more, less or other, or two neighbours swapped. */
function typo(chance: Chance, text: string, alphabet = "abcdefghijklmnoprstuvwy"): string {
	if (text.length < 2) return text;
	const at = Math.floor(chance() * (text.length - 1));
	const letter = alphabet[Math.floor(chance() * alphabet.length)] ?? "";
	const [before, after] = [text.slice(0, at), text.slice(at)];
	const kind = Math.floor(chance() * 4);
	if (kind === 0) return before + letter + after;
	if (kind === 1) return before + after.slice(1);
	if (kind === 2) return before + letter + after.slice(1);
	return before + (after[1] ?? "") + (after[0] ?? "") + after.slice(2);
}

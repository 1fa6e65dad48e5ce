/** Text as it is compared: without accents, case, punctuation, and what different alphabets' spellings of one name differ in. */

/** Letters that carry no mark to strip, as passports write them (ICAO 9303, part 3, section 6). */
const spelt: Record<string, string> = {
	ß: "ss",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ð: "d",
	þ: "th",
	ł: "l",
	đ: "d",
	ħ: "h",
	ı: "i",
	ŋ: "n",
};

/** Cyrillic and Greek, letter by letter; good enough to find a pair that a person then reads. */
const cyrillic =
	"а=a б=b в=v г=g ґ=g д=d е=e є=ie ё=e ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia";
const greek = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o";
const letters = new Map([
	...Object.entries(spelt),
	...`${cyrillic} ${greek}`.split(" ").map((pair): [string, string] => {
		const [from = "", to = ""] = pair.split("=");
		return [from, to];
	}),
]);

const plain = /^[\x20-\x7e]*$/;

/** `Siân O’Brien-Núñez` → `sian obrien nunez`: lower-case letters, digits and single spaces. */
export function fold(text: string): string {
	const latin = plain.test(text) ? text.toLowerCase() : inLatin(text);
	return latin
		.replace(/['`´’‘]/g, "")
		.replace(/[^a-z0-9]+/g, " ")
		.trim();
}

function inLatin(text: string): string {
	const bare = text
		.toLowerCase()
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "");
	return bare.replace(/[^\x00-\x7f]/g, (letter) => letters.get(letter) ?? letter).replace(/[’‘ʼ]/g, "");
}

/** Words that say nothing about what is wanted. Those of English full text search are left out by the database as well. */
const empty = new Set(
	"a an and about are as at be been being by can could did didnt do does doesnt dont for from get getting got had has hasnt have havent how i id if im in is isnt it its ive just let like me my need not of on or our please report someone somebody something still tell that the their them then there they this to too up us want wants was wasnt we went were what when where which who why will wont with would you your".split(
		" ",
	),
);

const longest = 200;
const most = 12;

/** The words of a text, in small letters and without accents or apostrophes: those that say something, or all when none does. */
export function wordsOf(text: string): string[] {
	const all = writtenAs(text)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== "" && word.length <= 40);
	const some = all.filter((word) => !empty.has(word));
	return some.length > 0 ? some : all;
}

/** Small letters without accents or apostrophes. */
export function writtenAs(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[\p{M}'’‘`]/gu, "")
		.toLowerCase();
}

/** What was typed, as far as it is read: a long text is cut, a word said twice counts once. */
export function askedWords(typed: string): string[] {
	return [...new Set(wordsOf(typed.slice(0, longest)))].slice(0, most);
}

/** Neighbours as one word: "pot hole" is also "pothole". */
export function joined(words: readonly string[]): string[] {
	return words.slice(1).map((word, at) => `${words[at]}${word}`);
}

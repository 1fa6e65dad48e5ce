/** Letters that are one letter to those who type them elsewhere and do not come apart into a letter and an accent. */
const single: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/**
 * A name as it is matched: no case, no accents, no punctuation, single spaces. `Seán  O’Brien-Łoś` → `sean obrien los`.
 * What people are called is shown as they typed it; this is never shown.
 */
export function fold(name: string): string {
	return name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[ßæœøłđðþı]/g, (letter) => single[letter] ?? letter)
		.replace(/['’‘ʼ`]/g, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

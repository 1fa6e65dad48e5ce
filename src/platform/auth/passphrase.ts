import { randomBytes } from "node:crypto";

const consonants = "bdfghjklmnprstvz";
const vowels = "aiou";

/** A first password that can be read out on the telephone: four words of five letters, 64 random bits. */
export function newPassphrase(): string {
	const bytes = randomBytes(8);
	return [0, 2, 4, 6].map((at) => word(bytes.readUInt16BE(at))).join("-");
}

/** Sixteen bits as consonant, vowel, consonant, vowel, consonant. */
function word(bits: number): string {
	const letter = (letters: string, shift: number) => letters.charAt((bits >> shift) & (letters.length - 1));
	return (
		letter(consonants, 12) + letter(vowels, 10) + letter(consonants, 6) + letter(vowels, 4) + letter(consonants, 0)
	);
}

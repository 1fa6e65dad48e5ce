/** Passwords: hashed with argon2id, judged by length and by what people guess first, never by kinds of characters. */
import { hash, verify } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import { refuse } from "../refusal/index.ts";
import { commonWords, runs } from "./commonPasswords.ts";

export const leastPassword = 12;
/** Longer ones only cost us time. */
export const mostPassword = 200;

/** 19 MiB, 2 passes, 1 lane: OWASP's first choice; about 22 ms on one core. Argon2id is what the package makes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
	return hash(plain(password), cost);
}

let nobodys: Promise<string> | undefined;

/** Whether it is the password of this hash. Without a hash it is not, after the same work, so that time tells nothing. */
export async function passwordMatches(known: string | null | undefined, password: string): Promise<boolean> {
	nobodys ??= hashPassword(randomBytes(32).toString("hex"));
	const matches = await verify(known ?? (await nobodys), plain(password));
	return matches && typeof known === "string";
}

export type PasswordRefusal = "password-short" | "password-long" | "password-common" | "password-about-you";

/** Refuses a password that would be guessed. `about` is what others know of its owner: name and address. */
export function judgePassword(password: string, about: readonly string[]) {
	const text = plain(password);
	if ([...text].length < leastPassword) return refuse("password-short");
	if (text.length > mostPassword) return refuse("password-long");
	const folded = text.toLowerCase();
	if (isCommon(folded)) return refuse("password-common");
	if (isAbout(folded, about)) return refuse("password-about-you");
	return undefined;
}

function isCommon(folded: string): boolean {
	if (new Set(folded).size < 5) return true;
	if (isRepeated(folded) || runs.some((run) => run.includes(folded) || folded.includes(run.slice(0, 12)))) return true;
	return [folded, unmasked(folded.replace(/^[^a-z]+|[^a-z]+$/g, ""))].some((text) => {
		const words = text.split(/[^a-z]+/).filter(Boolean);
		return words.every((word) => commonWords.has(word)) || commonWords.has(words.join(""));
	});
}

/** The same few characters over and over. */
function isRepeated(text: string): boolean {
	return /^(.{1,6}?)\1{2,}$/u.test(text) || /^(.{3,})\1$/u.test(text);
}

/** "P4$$w0rd" is "password" to whoever guesses. */
function unmasked(text: string): string {
	const masks: Record<string, string> = {
		"0": "o",
		"1": "i",
		"3": "e",
		"4": "a",
		"5": "s",
		"7": "t",
		"@": "a",
		$: "s",
	};
	return text.replace(/[013457@$]/g, (mark) => masks[mark] ?? mark);
}

/** What is left without name and address must still be long enough to be a secret. */
function isAbout(folded: string, about: readonly string[]): boolean {
	const known = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 3);
	const left = known.reduce((text, word) => text.replaceAll(word, ""), folded);
	return left !== folded && [...left].length < 8;
}

/** One text for every way a keyboard may have made the same letters (NIST SP 800-63B 3.1.1.2). */
function plain(password: string): string {
	return password.normalize("NFKC");
}

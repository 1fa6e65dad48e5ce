/**
 * References that people read out over the telephone: `SR-7K4M-9QXD`. No vowels, so that no word appears; no two characters that
 * look alike, so that none is misread. That leaves 23, a prime, with which one check character finds every single
 * wrong character and every swap of two neighbours.
 */

import { randomBytes } from "node:crypto";

const alphabet = "23456789CDFHJKMNPQRTVWX";
const prime = alphabet.length;
const length = 8;
const valueOf = new Map([...alphabet].map((character, value) => [character, value]));

/** Letters that are not used, as what was meant by them. */
const misread: Record<string, string> = { B: "8", G: "6", S: "5", Z: "2" };

/**
 * A new reference, one of 3.4 thousand million. Two may meet by chance (1 in 170,000 per reference among 20,000), so the table
 * holds them unique and the caller tries again.
 */
export function newReference(prefix: string, random: (bytes: number) => Uint8Array = randomBytes): string {
	let body = "";
	while (body.length < length - 1) {
		for (const byte of random(16)) {
			// 253 is 11 × 23: the bytes above it would make some characters likelier.
			if (byte < 253 && body.length < length - 1) body += alphabet[byte % prime];
		}
	}
	return written(prefix, body + checkOf(body));
}

/** A reference in whatever case and spacing it was typed, with or without its prefix; undefined when it cannot be one of ours. */
export function readReference(typed: string, prefix: string): string | undefined {
	if (typed.length > 60) return undefined;
	const close = typed.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
	const front = close.slice(0, -length);
	if (front !== "" && front !== prefix) return undefined;
	const body = close.slice(-length).replace(/[BGSZ]/g, (letter) => misread[letter] ?? letter);
	const isOurs = body.length === length && [...body].every((character) => valueOf.has(character));
	return isOurs && checkOf(body.slice(0, -1)) === body.at(-1) ? written(prefix, body) : undefined;
}

const codeLength = 12;

/**
 * A code of 49 bits for people to write down or say, `7K4M-9QXD-HJ3T`, in the same characters: eleven made from `bytes`, of
 * which there are 16 at least, and the one that checks them.
 */
export function codeFrom(bytes: Uint8Array): string {
	let rest = BigInt(`0x${Buffer.from(bytes.subarray(0, 16)).toString("hex")}`);
	let body = "";
	while (body.length < codeLength - 1) {
		body += alphabet[Number(rest % BigInt(prime))];
		rest /= BigInt(prime);
	}
	return inFours(body + checkOf(body));
}

/** A code in whatever case and spacing it was typed; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
	if (typed.length > 60) return undefined;
	const close = typed.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
	const body = close.replace(/[BGSZ]/g, (letter) => misread[letter] ?? letter);
	const isOurs = body.length === codeLength && [...body].every((character) => valueOf.has(character));
	return isOurs && checkOf(body.slice(0, -1)) === body.at(-1) ? inFours(body) : undefined;
}

function inFours(body: string): string {
	return (body.match(/.{4}/g) ?? []).join("-");
}

/** Weights from the length down to 2 before the check character's own 1: all differ and none is 0, modulo a prime. */
function checkOf(body: string): string {
	let sum = 0;
	for (let i = 0; i < body.length; i++) sum += (body.length + 1 - i) * (valueOf.get(body[i] ?? "") ?? 0);
	return alphabet[(prime - (sum % prime)) % prime] ?? "";
}

function written(prefix: string, body: string): string {
	return `${prefix}-${body.slice(0, 4)}-${body.slice(4)}`;
}

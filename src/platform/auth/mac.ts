import { createHmac, timingSafeEqual } from "node:crypto";
import { defineSlot, type House } from "../context/index.ts";

/** The deployment's secret, at least 32 characters; put in place at start-up. */
export const secretSlot = defineSlot<string>("secret");

/**
 * A code that only this deployment can make for these parts (HMAC-SHA256, 32 bytes). `use` keeps a code made for one thing
 * from being good for another.
 */
export function mac(house: House, use: string, ...parts: readonly (string | Uint8Array)[]): Buffer {
	const hmac = createHmac("sha256", secretSlot.of(house));
	// Each part is preceded by its length, so that no two lists of parts are the same text.
	for (const part of [use, ...parts]) {
		const bytes = typeof part === "string" ? Buffer.from(part) : part;
		hmac.update(`${bytes.length}:`).update(bytes);
	}
	return hmac.digest();
}

/** Compares without telling by its time where they differ. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && timingSafeEqual(one, other);
}

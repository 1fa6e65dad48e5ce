/** The link in each message: whoever holds it may follow the request, add to it and say that it is not put right. */

import { mac, sameBytes } from "../../platform/auth/index.ts";
import { configSlot } from "../../platform/config/index.ts";
import type { House } from "../../platform/context/index.ts";

/** 128 bits: short enough for a text message, and nobody guesses it. */
const keyBytes = 16;

/** The key in the link; another salt makes another key, so that one person's link can be withdrawn alone. */
function linkKey(house: House, reference: string, salt: Uint8Array): string {
	return mac(house, "track", reference, salt).subarray(0, keyBytes).toString("base64url");
}

export function opens(house: House, reference: string, salt: Uint8Array, key: string): boolean {
	return sameBytes(Buffer.from(linkKey(house, reference, salt)), Buffer.from(key));
}

/** `/track/SR-…/key`. */
export function trackPath(house: House, reference: string, salt: Uint8Array): string {
	return `/track/${reference}/${linkKey(house, reference, salt)}`;
}

/** The whole address, for messages. */
export function trackLink(house: House, reference: string, salt: Uint8Array): string {
	const { PUBLIC_URL, PORT } = configSlot.of(house);
	return new URL(trackPath(house, reference, salt), PUBLIC_URL ?? `http://localhost:${PORT}`).href;
}

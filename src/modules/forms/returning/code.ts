import { randomBytes } from "node:crypto";
import { mac } from "../../../platform/auth/index.ts";
import type { House } from "../../../platform/context/index.ts";
import { codeFrom } from "../../../platform/formats/index.ts";

/** Salts are 128 bits; another one makes another code. */
export function newSalt(): Buffer {
	return randomBytes(16);
}

/** The code of a draft, `7K4M-9QXD-HJ3T`: the same each time for the same salt, so that it is kept nowhere and can be shown again. */
export function codeOf(house: House, draftId: string, salt: Uint8Array): string {
	return codeFrom(mac(house, "draft code", draftId, salt));
}

/** How a code is found. Not a plain hash: there are few enough codes to try them all on one. */
export function codeHash(house: House, code: string): Buffer {
	return mac(house, "draft code kept", code);
}

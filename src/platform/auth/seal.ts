import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { House } from "../context/index.ts";
import { secretSlot } from "./mac.ts";

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Makes `plain` unreadable without the deployment's secret (AES-256-GCM under a key derived by HKDF for this `use`). `boundTo`
 * names the row it belongs to: moved to another row it does not open.
 */
export function seal(house: House, use: string, boundTo: string, plain: string): Buffer {
	const nonce = randomBytes(nonceBytes);
	const cipher = createCipheriv("aes-256-gcm", keyFor(house, use), nonce).setAAD(Buffer.from(boundTo));
	const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
	return Buffer.concat([Buffer.of(version), nonce, sealed, cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws when it was changed, belongs elsewhere or was sealed with another secret. */
export function unseal(house: House, use: string, boundTo: string, sealed: Uint8Array): string {
	const bytes = Buffer.from(sealed);
	if (bytes[0] !== version || bytes.length < 1 + nonceBytes + tagBytes) throw new Error("This was not sealed by us.");
	const nonce = bytes.subarray(1, 1 + nonceBytes);
	const decipher = createDecipheriv("aes-256-gcm", keyFor(house, use), nonce, { authTagLength: tagBytes });
	decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(-tagBytes));
	return Buffer.concat([decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]).toString("utf8");
}

function keyFor(house: House, use: string): Uint8Array {
	return new Uint8Array(hkdfSync("sha256", secretSlot.of(house), "", `seal ${use}`, 32));
}

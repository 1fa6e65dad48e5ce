import { createHash, randomBytes } from "node:crypto";

/** 256 random bits in 43 characters that need no escaping. Whoever holds it is let in, so only its hash is kept. */
export function newToken(): string {
	return randomBytes(32).toString("base64url");
}

/** What is stored in place of a token (SHA-256, 32 bytes); undefined for text that cannot be one. */
export function tokenHash(token: string): Buffer | undefined {
	return /^[A-Za-z0-9_-]{43}$/.test(token) ? createHash("sha256").update(token).digest() : undefined;
}

import { createHash, randomBytes } from "node:crypto";
import type { Visit } from "../../../platform/http/index.ts";

const name = "browser";
const shape = /^[A-Za-z0-9_-]{43}$/;
const days28 = 28 * 86_400;

/** The browser that drafts belong to, as the hash of its cookie; undefined when it has none. */
export function browserOf(visit: Visit): Buffer | undefined {
	const token = visit.cookie(name);
	return token !== undefined && shape.test(token) ? hash(token) : undefined;
}

/** The same, giving the browser a cookie of 256 random bits when it has none, and keeping one it has for four weeks more. */
export function knownBrowser(visit: Visit): Buffer {
	const held = visit.cookie(name);
	const token = held !== undefined && shape.test(held) ? held : randomBytes(32).toString("base64url");
	visit.setCookie(name, token, days28);
	return hash(token);
}

function hash(token: string): Buffer {
	return createHash("sha256").update(token).digest();
}

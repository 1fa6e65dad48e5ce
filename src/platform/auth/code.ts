/** One-time codes from an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds, which every app can do). */
import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const period = 30;
/** One code before and one after are good too: telephones' clocks differ. */
const slack = 1;

/** 160 random bits in base32. */
export function newCodeSecret(): string {
	return new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;
}

/** The `otpauth://` address that the app reads from the QR code. */
export function codeAddress(secret: string, council: string, account: string): string {
	return totp(secret, { issuer: council, label: account }).toString();
}

/** The number of the 30 seconds that `at` lies in. */
export function stepAt(at: Date): number {
	return Math.floor(at.getTime() / 1000 / period);
}

/** The code of a step. */
export function codeOf(secret: string, step: number): string {
	return totp(secret).generate({ timestamp: step * period * 1000 });
}

/**
 * The step whose code was typed, near `now`; undefined when it is none. Whoever accepts it must keep the step and refuse it
 * and all before it from then on.
 */
export function stepOfCode(secret: string, typed: string, now: Date): number | undefined {
	const token = typed.replace(/[\s-]/g, "");
	if (!/^\d{6}$/.test(token)) return undefined;
	const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: slack });
	return delta === null ? undefined : stepAt(now) + delta;
}

function totp(secret: string, names: { issuer?: string; label?: string } = {}): TOTP {
	return new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period });
}

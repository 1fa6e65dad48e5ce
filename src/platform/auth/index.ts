/** Who someone is: passwords, one-time codes, OpenID Connect, sessions, and the slowing down of guesses. */
export { challengeOf, type ChallengeKind, countTry, endChallenge, startChallenge } from "./challenge.ts";
export { codeAddress, codeOf, newCodeSecret, stepAt, stepOfCode } from "./code.ts";
export { officerCookie } from "./cookie.ts";
export { mac, sameBytes, secretSlot } from "./mac.ts";
export { type ProvedBy, providerName, returnFromProvider, visitProvider } from "./openid.ts";
export { newPassphrase } from "./passphrase.ts";
export {
	hashPassword,
	judgePassword,
	leastPassword,
	mostPassword,
	passwordMatches,
	type PasswordRefusal,
} from "./password.ts";
export { type Permission, permissions } from "./permissions.ts";
export { seal, unseal } from "./seal.ts";
export {
	endSession,
	endSessionsOf,
	keepSession,
	type LiveSession,
	sessionId,
	sessionsOf,
	type SignInMethod,
	startSession,
	type Subject,
} from "./session.ts";
export { sweepSignIns } from "./sweep.ts";
export { countAttempt, forget, forgive, throttleKey, throttleRules } from "./throttle.ts";
export { newToken, tokenHash } from "./token.ts";

/**
 * Signing in through another organisation's OpenID Connect provider: authorisation code with PKCE, state and nonce. The one
 * place outside jobs and connectors that waits for the network: nobody can be let in before the provider has answered.
 */
import * as oidc from "openid-client";
import { configSlot } from "../config/index.ts";
import type { House } from "../context/index.ts";
import { refuse } from "../refusal/index.ts";

/** What must be kept between sending someone to the provider and their coming back. */
export type ProviderVisit = { state: string; nonce: string; verifier: string };

export type ProvedBy = {
	issuer: string;
	subject: string /** Lower case; only when the provider has verified it. */;
	email?: string;
};

const callback = "/desk/sign-in/openid/callback";
const patienceSeconds = 8;

/** What the button calls the provider; undefined when the deployment has none. */
export function providerName(house: House): string | undefined {
	const config = configSlot.of(house);
	return config.OPENID_ISSUER === undefined ? undefined : config.OPENID_NAME;
}

/** Where to send someone, and what to keep till they are back. Refused with `provider-away`. */
export async function visitProvider(house: House) {
	const provider = await providerOf(house).catch(() => undefined);
	if (!provider) return refuse("provider-away");
	const visit: ProviderVisit = {
		state: oidc.randomState(),
		nonce: oidc.randomNonce(),
		verifier: oidc.randomPKCECodeVerifier(),
	};
	const address = oidc.buildAuthorizationUrl(provider, {
		redirect_uri: new URL(callback, baseOf(house)).href,
		scope: "openid email",
		state: visit.state,
		nonce: visit.nonce,
		code_challenge: await oidc.calculatePKCECodeChallenge(visit.verifier),
		code_challenge_method: "S256",
	});
	return { address: address.href, visit };
}

/**
 * Who came back, from the address they came back to (`path` and query). Refused with `provider-refused` when the provider
 * did not let them in, `provider-unsure` when its answer is not one to trust, `provider-away` when it cannot be reached.
 */
export async function returnFromProvider(house: House, path: string, visit: ProviderVisit) {
	try {
		const provider = await providerOf(house);
		const tokens = await oidc.authorizationCodeGrant(provider, new URL(path, baseOf(house)), {
			expectedState: visit.state,
			expectedNonce: visit.nonce,
			pkceCodeVerifier: visit.verifier,
			idTokenExpected: true,
		});
		const claims = tokens.claims();
		if (!claims) return refuse("provider-unsure");
		const email = verifiedEmail(claims) ?? (await emailAsked(provider, tokens.access_token, claims.sub));
		const proved: ProvedBy = { issuer: claims.iss, subject: claims.sub, ...(email ? { email } : {}) };
		return proved;
	} catch (error) {
		if (error instanceof oidc.AuthorizationResponseError) return refuse("provider-refused");
		if (error instanceof oidc.ClientError && error.code === "OAUTH_TIMEOUT") return refuse("provider-away");
		if (error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError) return refuse("provider-unsure");
		if (error instanceof TypeError || isTimeout(error)) return refuse("provider-away");
		throw error;
	}
}

function verifiedEmail({ email, email_verified: verified }: Readonly<Record<string, unknown>>): string | undefined {
	return verified === true && typeof email === "string" ? email.toLowerCase() : undefined;
}

/** Many providers say the address only when asked for it with the access token. */
async function emailAsked(provider: oidc.Configuration, token: string, subject: string): Promise<string | undefined> {
	if (provider.serverMetadata().userinfo_endpoint === undefined) return undefined;
	return verifiedEmail(await oidc.fetchUserInfo(provider, token, subject));
}

function isTimeout(error: unknown): boolean {
	return error instanceof DOMException && (error.name === "TimeoutError" || error.name === "AbortError");
}

const providers = new WeakMap<House, Promise<oidc.Configuration>>();

/** The provider's own description of itself, read once; read again when it could not be had. */
function providerOf(house: House): Promise<oidc.Configuration> {
	const known = providers.get(house);
	if (known) return known;
	const asked = discover(house);
	providers.set(house, asked);
	asked.catch(() => providers.delete(house));
	return asked;
}

async function discover(house: House): Promise<oidc.Configuration> {
	const { OPENID_ISSUER, OPENID_CLIENT_ID, OPENID_CLIENT_SECRET } = configSlot.of(house);
	if (!OPENID_ISSUER || !OPENID_CLIENT_ID) throw new Error("No OpenID provider is set.");
	const issuer = new URL(OPENID_ISSUER);
	return oidc.discovery(issuer, OPENID_CLIENT_ID, OPENID_CLIENT_SECRET, undefined, {
		timeout: patienceSeconds,
		// Without TLS only on this machine, where nobody can listen.
		execute: isThisMachine(issuer) ? [oidc.allowInsecureRequests] : [],
	});
}

function isThisMachine({ protocol, hostname }: URL): boolean {
	return protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function baseOf(house: House): string {
	const { PUBLIC_URL, PORT } = configSlot.of(house);
	return PUBLIC_URL ?? `http://127.0.0.1:${PORT}`;
}

/** A real OpenID provider on a free port, and a person who signs in there. */
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { CookieJar } from "../http/testing.ts";

export type Account = { sub: string; email: string; email_verified: boolean };

export async function startProvider(redirect: string, accounts: readonly Account[]) {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The provider does not listen.");
	const issuer = `http://127.0.0.1:${address.port}`;
	const provider = new Provider(issuer, {
		clients: [{ client_id: "front-door", client_secret: "not much of a secret", redirect_uris: [redirect] }],
		claims: { openid: ["sub"], email: ["email", "email_verified"] },
		features: { devInteractions: { enabled: true } },
		cookies: { keys: ["a key"] },
		pkce: { required: () => true },
		ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
		findAccount: (_: unknown, id: string) => {
			const account = accounts.find(({ sub }) => sub === id);
			return account && { accountId: id, claims: () => account };
		},
	});
	server.on("request", provider.callback());
	const close = async () => {
		server.closeAllConnections();
		await new Promise((closed) => server.close(closed));
	};
	return { issuer, close, [Symbol.asyncDispose]: close };
}

/** Signs in at the provider as this person, from the address we sent them to, and gives the address they come back to. */
export async function signInThere(from: string, back: string, sub: string): Promise<string> {
	const jar = new CookieJar();
	const ask = async (url: string, init: RequestInit = {}) =>
		jar.keep(await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie: jar.header } }));
	let answer = await ask(from);
	let at = from;
	for (let step = 0; step < 20; step++) {
		const location = answer.headers.get("location");
		if (location !== null) {
			at = new URL(location, at).href;
			if (at.startsWith(back)) return at;
			answer = await ask(at);
			continue;
		}
		const form = await answer.text();
		const prompt = /name="prompt" value="(\w+)"/.exec(form)?.[1];
		const action = /action="([^"]+)"/.exec(form)?.[1];
		if (!prompt || !action) throw new Error(`The provider showed no form: ${form.slice(0, 300)}`);
		const body = new URLSearchParams({ prompt, ...(prompt === "login" ? { login: sub, password: "any" } : {}) });
		answer = await ask(new URL(action, at).href, { method: "POST", body });
	}
	throw new Error("The provider went round in circles.");
}

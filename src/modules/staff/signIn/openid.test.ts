import assert from "node:assert/strict";
import { test } from "node:test";
import { configSlot, readConfig } from "../../../platform/config/index.ts";
import { officerLeaves } from "../index.ts";
import type { TestBrowser } from "../../../platform/http/testBrowser.ts";
import { openDoors } from "../testing.ts";
import { signInThere, startProvider } from "../../../platform/auth/testProvider.ts";

const accounts = [
	{ sub: "a-1", email: "Ada@council.example", email_verified: true },
	{ sub: "a-2", email: "ada@council.example", email_verified: true },
	{ sub: "u-1", email: "ada@council.example", email_verified: false },
	{ sub: "e-1", email: "eve@elsewhere.example", email_verified: true },
];

async function openWithProvider() {
	const council = await openDoors();
	const back = `${council.server.url}/desk/sign-in/openid/callback`;
	const provider = await startProvider(back, accounts);
	const settings = {
		RATE_LIMIT: "100000",
		PUBLIC_URL: council.server.url,
		OPENID_ISSUER: provider.issuer,
		OPENID_CLIENT_ID: "front-door",
		OPENID_CLIENT_SECRET: "not much of a secret",
		OPENID_NAME: "the council's account",
	};
	configSlot.put(council.house, readConfig(settings));
	/** From our sign-in page to the provider and back. */
	const come = async (browser: TestBrowser, sub: string, next = "/desk/queue") => {
		const sent = await browser.ask(`/desk/sign-in/openid?${new URLSearchParams({ next })}`);
		return browser.ask(await signInThere(sent.to ?? "", back, sub));
	};
	const close = async () => {
		await provider.close();
		await council.close();
	};
	return { ...council, provider, back, come, close, [Symbol.asyncDispose]: close };
}

test("an officer comes in through the council's OpenID provider, linked at first by the address it has verified", async () => {
	await using council = await openWithProvider();
	const browser = council.browser();
	assert.match((await browser.ask("/desk/sign-in")).text, /Sign in with the council&#39;s account/);
	const first = await council.come(browser, "a-1");
	assert.deepEqual([first.status, first.to], [303, "/desk/queue"]);
	assert.equal((await browser.ask("/desk/sign-in")).to, "/desk");
	await council.db.updateTable("staff.officer").set({ email: "ada.lovelace@council.example" }).execute();
	assert.equal((await council.come(council.browser(), "a-1", "//elsewhere.example")).to, "/desk");
	assert.deepEqual(await council.ledger(), [
		"officer.added",
		"officer.openid-linked",
		"officer.signed-in",
		"officer.signed-in",
	]);
	const { method } = await council.db.selectFrom("auth.session").select("method").executeTakeFirstOrThrow();
	assert.equal(method, "openid");
});

test("an address the provider has not verified, or that is no officer's, lets nobody in", async () => {
	await using council = await openWithProvider();
	for (const sub of ["u-1", "e-1"]) {
		const browser = council.browser();
		assert.match((await council.come(browser, sub)).text, /There is no officer here/);
		assert.equal(browser.jar.get("officer"), undefined);
	}
	assert.equal((await council.ledger()).filter((action) => action === "officer.sign-in-failed").length, 2);
});

test("another account with the same address does not take an officer over", async () => {
	await using council = await openWithProvider();
	await council.come(council.browser(), "a-1");
	const browser = council.browser();
	assert.match((await council.come(browser, "a-2")).text, /with another account/);
	assert.equal(browser.jar.get("officer"), undefined);
});

test("an officer who left does not come in through the provider either", async () => {
	await using council = await openWithProvider();
	await council.come(council.browser(), "a-1");
	await officerLeaves(council.ctx(), council.ada);
	assert.match((await council.come(council.browser(), "a-1")).text, /There is no officer here/);
});

test("an answer of the provider is good once, and only in the browser that went there", async () => {
	await using council = await openWithProvider();
	const browser = council.browser();
	const sent = await browser.ask("/desk/sign-in/openid");
	const returned = await signInThere(sent.to ?? "", council.back, "a-1");
	assert.match((await council.browser().ask(returned)).text, /Begin again/, "without the browser's token");
	const other = council.browser();
	await other.ask("/desk/sign-in/openid");
	assert.match((await other.ask(returned)).text, /cannot be trusted/, "with the token of another visit");
	assert.equal((await browser.ask(returned)).status, 303);
	assert.match((await council.browser().ask(returned)).text, /Begin again/);
	const token = browser.jar.get("officer");
	assert.match((await browser.ask(returned)).text, /Begin again/);
	assert.equal(browser.jar.get("officer"), token);
});

test("what the provider refuses, and what is only made up, is said plainly", async () => {
	await using council = await openWithProvider();
	const stateOf = (to: string | null) => new URL(to ?? "").searchParams.get("state") ?? "";
	const answers: [query: (state: string) => string, says: RegExp][] = [
		[
			(state) => `?error=access_denied&state=${state}&iss=${encodeURIComponent(council.provider.issuer)}`,
			/did not let you in/,
		],
		[(state) => `?code=made-up&state=${state}&iss=${encodeURIComponent(council.provider.issuer)}`, /cannot be trusted/],
		[() => "?code=made-up&state=made-up", /cannot be trusted/],
		[() => "", /cannot be trusted/],
		[(state) => `?code=a&code=b&state=${state}`, /cannot be trusted/],
	];
	for (const [query, says] of answers) {
		const browser = council.browser();
		const sent = await browser.ask("/desk/sign-in/openid");
		assert.match((await browser.ask(`/desk/sign-in/openid/callback${query(stateOf(sent.to))}`)).text, says);
		assert.equal(browser.jar.get("officer"), undefined);
	}
});

test("when the provider does not answer, the page says so and the password still works", async () => {
	await using council = await openWithProvider();
	await council.provider.close();
	const { status, text } = await council.browser().ask("/desk/sign-in/openid");
	assert.deepEqual([status, /does not answer/.test(text)], [200, true]);
	assert.match(text, /name="password"/);
});

test("without a provider there is no button, and its address leads to the sign-in page", async () => {
	await using council = await openDoors();
	assert.doesNotMatch((await council.browser().ask("/desk/sign-in")).text, /openid/);
	assert.equal((await council.browser().ask("/desk/sign-in/openid")).to, "/desk/sign-in");
});

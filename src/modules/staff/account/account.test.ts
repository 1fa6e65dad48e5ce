import assert from "node:assert/strict";
import { test } from "node:test";
import { type LiveSession, startSession } from "../../../platform/auth/index.ts";
import { browserInWords } from "../sessions.views.ts";
import { openDoors, password } from "../testing.ts";

const other = "seven gulls over teesport";

async function openSignedIn() {
	const council = await openDoors();
	const session = { subject: { kind: "officer", id: council.ada }, method: "password-and-code" } as const;
	const signedIn = async (agent = "Firefox") => {
		const browser = council.browser();
		browser.jar.set("officer", await startSession(council.db, new Date(), { ...session, agent }));
		return browser;
	};
	return { ...council, signedIn };
}

test("an officer sees where they are signed in, and ends the others", async () => {
	await using council = await openSignedIn();
	const here = await council.signedIn();
	const there = await council.signedIn("Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537");
	const page = await here.ask("/desk/account");
	assert.match(page.text, /Chrome on Windows/);
	assert.match(page.text, /This one/);
	assert.match(page.text, /Trees/);
	const ended = await here.send("/desk/account", { session: "others" }, "/desk/account/ended-sessions");
	assert.equal(ended.to, "/desk/account?done=sessions");
	assert.equal((await there.ask("/desk/account")).to, "/desk/sign-in?next=%2Fdesk%2Faccount");
	assert.equal((await here.ask("/desk/account")).status, 200);
});

test("a session is ended by its own button, and only an own one", async () => {
	await using council = await openSignedIn();
	const bob = await council.add("bob");
	const subject = { kind: "officer", id: bob } as const;
	const bobs = council.browser();
	bobs.jar.set("officer", await startSession(council.db, new Date(), { subject, method: "openid", agent: "" }));
	const here = await council.signedIn();
	await council.signedIn();
	await council.signedIn();
	const idIn = (text: string): LiveSession["id"] => /name="session" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? "";
	const own = idIn((await here.ask("/desk/account")).text);
	await here.send("/desk/account", { session: own }, "/desk/account/ended-sessions");
	assert.doesNotMatch((await here.ask("/desk/account")).text, new RegExp(own));
	await bobs.ask("/desk/account");
	const adas = idIn((await here.ask("/desk/account")).text);
	await bobs.send("/desk/account", { session: adas }, "/desk/account/ended-sessions");
	assert.match((await here.ask("/desk/account")).text, new RegExp(adas));
	const odd = await here.send("/desk/account", { session: "'; drop" }, "/desk/account/ended-sessions");
	assert.equal(odd.status, 400);
});

test("another password ends every session, and goes on with a new one here", async () => {
	await using council = await openSignedIn();
	const here = await council.signedIn();
	const stolen = council.browser();
	stolen.jar.set("officer", here.jar.get("officer") ?? "");
	const change = (current: string, chosen: string) =>
		here.send("/desk/account", { current, password: chosen }, "/desk/account/password");
	assert.match((await change("not the right one", other)).text, /not the password you have now/);
	assert.match((await change(password, "Password2026!")).text, /harder to guess/);
	assert.match((await change(password, "short")).text, /at least 12 characters/);
	assert.equal((await change(password, other)).to, "/desk/account?done=password");
	assert.equal((await here.ask("/desk/account")).status, 200);
	assert.equal((await stolen.ask("/desk/account")).status, 302);
	const ledger = await council.db.selectFrom("audit.entry").selectAll().execute();
	assert.ok(!JSON.stringify(ledger).includes(other) && !JSON.stringify(ledger).includes(password));
	assert.equal(
		(await council.browser().send("/desk/sign-in", { email: "ada@council.example", password: other })).status,
		303,
	);
});

test("of two who change the same password at once, one does", async () => {
	await using council = await openSignedIn();
	const browsers = [await council.signedIn(), await council.signedIn()];
	const pages = await Promise.all(browsers.map((browser) => browser.ask("/desk/account")));
	const answers = await Promise.all(
		browsers.map((browser, at) => {
			const token = /name="_csrf" value="([^"]+)"/.exec(pages[at]?.text ?? "")?.[1] ?? "";
			const body = new URLSearchParams({ current: password, password: `${other} ${at}`, _csrf: token });
			return browser.ask("/desk/account/password", { method: "POST", body });
		}),
	);
	assert.equal(answers.filter(({ to }) => to === "/desk/account?done=password").length, 1);
});

test("an officer with a first password is asked to choose their own", async () => {
	await using council = await openSignedIn();
	await council.db.updateTable("staff.officer").set({ password_is_first: true }).execute();
	const here = await council.signedIn();
	assert.match((await here.ask("/desk/account")).text, /Choose a password of your own/);
	await here.send("/desk/account", { current: password, password: other }, "/desk/account/password");
	assert.doesNotMatch((await here.ask("/desk/account")).text, /Choose a password of your own/);
});

test("a browser is called by its name", () => {
	assert.equal(
		browserInWords("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
		"Firefox on Linux",
	);
	assert.equal(
		browserInWords("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1"),
		"Safari on iPhone or iPad",
	);
	assert.equal(browserInWords(""), "A browser");
});

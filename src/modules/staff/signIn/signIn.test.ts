import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, sessionsOf, stepAt } from "../../../platform/auth/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { addOfficer, currentCode, enrolCode, officerLeaves } from "../index.ts";
import type { TestBrowser } from "../../../platform/http/testBrowser.ts";
import { openDoors, password } from "../testing.ts";
import { checkPassword } from "./password.ts";

const email = "ada@council.example";
const ada = { email, password };

async function openWithCode() {
	const council = await openDoors();
	const { secret } = await enrolCode(council.ctx(), council.ada);
	const code = async () => (await currentCode(council.house, email)) ?? assert.fail("no code");
	const signIn = async (browser: TestBrowser, next = "/desk/queue") => {
		await browser.send("/desk/sign-in", { ...ada, next });
		return browser.send("/desk/sign-in/code", { code: await code() });
	};
	return { ...council, secret, code, signIn };
}

test("an officer signs in with a password and a code, and goes on to where they were going", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	const first = await browser.send("/desk/sign-in?next=/desk/queue?team=trees", {
		...ada,
		next: "/desk/queue?team=trees",
	});
	assert.deepEqual([first.status, first.to], [303, "/desk/sign-in/code"]);
	assert.equal(browser.jar.get("officer"), undefined, "the password alone opens nothing");
	const second = await browser.send("/desk/sign-in/code", { code: await council.code() });
	assert.deepEqual([second.status, second.to], [303, "/desk/queue?team=trees"]);
	assert.match(browser.jar.get("officer") ?? "", /^[\w-]{43}$/);
	assert.equal(browser.jar.get("sign-in"), undefined);
	assert.equal((await browser.ask("/desk/sign-in")).to, "/desk");
	const cookie = second.answer.headers.getSetCookie().find((line) => line.startsWith("officer="));
	assert.match(cookie ?? "", /HttpOnly/);
	assert.match(cookie ?? "", /SameSite=Lax/);
	assert.deepEqual(await council.ledger(), ["officer.added", "officer.code-enrolled", "officer.signed-in"]);
});

test("a wrong password and an address that is nobody's are refused in the same words", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	const typed = { password: "not the right one at all" };
	const wrong = await browser.send("/desk/sign-in", { ...typed, email });
	const unknown = await browser.send("/desk/sign-in", { ...typed, email: "eve@council.example" });
	const plain = (text: string) => text.replaceAll("eve@", "ada@").replace(/value="[^"]{20,}"/, "");
	assert.equal(plain(unknown.text), plain(wrong.text));
	assert.match(wrong.text, /do not belong together/);
	const entries = await council.db
		.selectFrom("audit.entry")
		.selectAll()
		.where("action", "=", "officer.sign-in-failed")
		.execute();
	assert.equal(entries.length, 2);
	const ledger = JSON.stringify(entries);
	assert.ok(!ledger.includes(typed.password) && !ledger.includes("eve@council.example"));
});

test("an address that is nobody's costs the same work as a wrong password", async () => {
	await using council = await openWithCode();
	/** The processor's milliseconds, which do not depend on who else uses the machine. */
	const workFor = async (address: string) => {
		const before = process.cpuUsage();
		const given = { email: address, password: "not the right one at all", address: "192.0.2.1", next: "/desk" };
		const outcome = await checkPassword(council.ctx(), given);
		assert.equal(isRefusal(outcome) && outcome.code, "wrong");
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	};
	await workFor("warm-up@council.example");
	const known = [await workFor(email), await workFor(email), await workFor(email)];
	const unknown = [await workFor("eve1@x.example"), await workFor("eve2@x.example"), await workFor("eve3@x.example")];
	assert.ok(Math.min(...unknown) > Math.min(...known) / 2, JSON.stringify({ known, unknown }));
});

test("after five wrong passwords the right one waits too, and is told until when", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	for (let guess = 0; guess < 5; guess++)
		await browser.send("/desk/sign-in", { email, password: `guess number ${guess}` });
	const right = await browser.send("/desk/sign-in", { ...ada, email: "ADA@council.example" });
	assert.match(right.text, /There were too many tries\. Try again after /);
	assert.equal(browser.jar.get("sign-in"), undefined);
	await addOfficer(council.ctx(), { email: "bob@council.example", name: "Bob", roles: [], teams: [], password });
	const other = await browser.send("/desk/sign-in", { email: "bob@council.example", password });
	assert.equal(other.to, "/desk/sign-in/set-up", "another account is not held up");
});

test("twenty guesses sent at once are no better than five", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	const page = await browser.ask("/desk/sign-in");
	const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
	const guesses = await Promise.all(
		Array.from({ length: 20 }, (_, guess) => {
			const body = new URLSearchParams({ email, password: `guess number ${guess}`, _csrf: token });
			return browser.ask("/desk/sign-in", { method: "POST", body });
		}),
	);
	assert.equal(guesses.filter(({ text }) => /do not belong together/.test(text)).length, 5);
	assert.equal(guesses.filter(({ text }) => /too many tries/.test(text)).length, 15);
});

test("a code seen over a shoulder lets nobody in a second time", async () => {
	await using council = await openWithCode();
	const code = await council.code();
	const mine = council.browser();
	await mine.send("/desk/sign-in", ada);
	assert.equal((await mine.send("/desk/sign-in/code", { code })).status, 303);
	const theirs = council.browser();
	await theirs.send("/desk/sign-in", ada);
	const again = await theirs.send("/desk/sign-in/code", { code });
	assert.match(again.text, /That code was used already/);
	assert.equal(theirs.jar.get("officer"), undefined);
	const earlier = codeOf(council.secret, stepAt(new Date()) - 1);
	assert.match((await theirs.send("/desk/sign-in/code", { code: earlier })).text, /used already|not the code/);
});

test("the same code sent eight times at once lets one in", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	await browser.send("/desk/sign-in", ada);
	const code = await council.code();
	const page = await browser.ask("/desk/sign-in/code");
	const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
	const cookie = browser.jar.header;
	const answers = await Promise.all(
		Array.from({ length: 8 }, () =>
			council.server.ask("/desk/sign-in/code", {
				method: "POST",
				headers: { cookie },
				body: new URLSearchParams({ code, _csrf: token }),
			}),
		),
	);
	assert.equal(answers.filter(({ status }) => status === 303).length, 1);
	assert.equal((await sessionsOf(council.db, new Date(), { kind: "officer", id: council.ada })).length, 1);
});

test("after five wrong codes the password is asked for again", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	await browser.send("/desk/sign-in", ada);
	for (let guess = 0; guess < 4; guess++) {
		assert.match((await browser.send("/desk/sign-in/code", { code: "000000" })).text, /not the code/);
	}
	await browser.send("/desk/sign-in/code", { code: "000000" });
	assert.equal((await browser.ask("/desk/sign-in/code")).to, "/desk/sign-in");
	await browser.send("/desk/sign-in", ada);
	const right = await browser.send("/desk/sign-in/code", { code: await council.code() });
	assert.match(right.text, /too many tries/, "beginning again does not give five more guesses");
});

test("who signs in for the first time sets up a code from a picture or a key in text", async () => {
	await using council = await openDoors();
	const browser = council.browser();
	const first = await browser.send("/desk/sign-in", { ...ada, next: "/desk/queue" });
	assert.equal(first.to, "/desk/sign-in/set-up");
	const page = await browser.ask("/desk/sign-in/set-up");
	assert.match(page.text, /<svg/);
	assert.doesNotMatch(page.text, /style=/);
	const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1]?.replaceAll(" ", "") ?? "";
	assert.equal(secret.length, 32);
	const challenge = await council.db.selectFrom("auth.challenge").select("data").executeTakeFirstOrThrow();
	assert.ok(!JSON.stringify(challenge).includes(secret));
	assert.match((await browser.send("/desk/sign-in/set-up", { code: "12" })).text, /not the code/);
	const done = await browser.send("/desk/sign-in/set-up", { code: codeOf(secret, stepAt(new Date())) });
	assert.deepEqual([done.status, done.to], [303, "/desk/queue"]);
	const other = council.browser();
	assert.equal((await other.send("/desk/sign-in", ada)).to, "/desk/sign-in/code");
});

test("of two who set up a code for the same account at once, one has it", async () => {
	await using council = await openDoors();
	const enrol = async () => {
		const browser = council.browser();
		await browser.send("/desk/sign-in", ada);
		const { text } = await browser.ask("/desk/sign-in/set-up");
		const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1]?.replaceAll(" ", "") ?? "";
		return { browser, secret, token: /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? "" };
	};
	const both = [await enrol(), await enrol()];
	const answers = await Promise.all(
		both.map(({ browser, secret, token }) => {
			const body = new URLSearchParams({ code: codeOf(secret, stepAt(new Date())), _csrf: token });
			return browser.ask("/desk/sign-in/set-up", { method: "POST", body });
		}),
	);
	assert.deepEqual(
		answers.map(({ status }) => status).sort((one, other) => one - other),
		[200, 303],
	);
});

test("a session planted in the browser is not the one that signing in opens, and is over", async () => {
	await using council = await openWithCode();
	const attacker = council.browser();
	await council.signIn(attacker);
	const planted = attacker.jar.get("officer") ?? "";
	const victim = council.browser();
	await victim.send("/desk/sign-in", ada);
	const step = victim.jar.get("sign-in") ?? "";
	await victim.send("/desk/sign-in", ada);
	assert.notEqual(victim.jar.get("sign-in"), step, "each step has a token of its own");
	victim.jar.set("officer", planted);
	const page = await victim.ask("/desk/sign-in/code");
	assert.equal(page.status, 200);
	await council.db.updateTable("staff.officer").set({ code_used_step: null }).execute();
	const done = await victim.send("/desk/sign-in/code", { code: await council.code() });
	assert.equal(done.status, 303);
	assert.notEqual(victim.jar.get("officer"), planted);
	assert.equal((await attacker.ask("/desk/sign-in")).status, 200, "the planted session is over");
});

test("who signs out is out at the next click, also in a copy of the browser", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	const page = await council.signIn(browser).then(() => browser.ask("/desk/account"));
	const copy = council.browser();
	copy.jar.set("officer", browser.jar.get("officer") ?? "");
	assert.equal((await copy.ask("/desk/sign-in")).to, "/desk");
	const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
	const out = await browser.ask("/desk/sign-out", { method: "POST", body: new URLSearchParams({ _csrf: token }) });
	assert.equal(out.to, "/desk/sign-in?signed=out");
	assert.equal(browser.jar.get("officer"), undefined);
	assert.equal((await copy.ask("/desk/sign-in")).status, 200);
	assert.ok((await council.ledger()).includes("officer.signed-out"));
});

test("an officer who left is nobody, at the password and at the code", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	await browser.send("/desk/sign-in", ada);
	const code = await council.code();
	await officerLeaves(council.ctx(), council.ada);
	assert.match((await browser.send("/desk/sign-in", ada)).text, /do not belong together/);
	const { text, status } = await browser.send("/desk/sign-in", { code }, "/desk/sign-in/code");
	assert.deepEqual([status, /Begin again/.test(text)], [200, true]);
});

test("signing in never leads away from the council", async () => {
	await using council = await openWithCode();
	for (const next of [
		"https://elsewhere.example/",
		"//elsewhere.example",
		"/\\elsewhere.example",
		"javascript:alert(1)",
	]) {
		const browser = council.browser();
		await council.db.updateTable("staff.officer").set({ code_used_step: null }).execute();
		assert.equal((await council.signIn(browser, next)).to, "/desk");
		const page = await council.browser().ask(`/desk/sign-in?${new URLSearchParams({ next })}`);
		assert.doesNotMatch(page.text, /elsewhere|javascript:/);
	}
});

test("whatever is typed into the boxes is only text", async () => {
	await using council = await openWithCode();
	const browser = council.browser();
	const odd = [
		"'; drop table staff.officer; --",
		'"><script>alert(1)</script>',
		"\u0000\u0007",
		"x".repeat(20_000),
		"%",
		"🦊",
	];
	for (const text of odd) {
		const answer = await browser.send("/desk/sign-in", { email: text, password: text });
		assert.equal(answer.status, 200);
		assert.doesNotMatch(answer.text, /<script>alert/);
		browser.jar.set("sign-in", text.replace(/[^\w-]/g, "_").slice(0, 100));
		browser.jar.set("officer", "x".repeat(43));
		assert.equal((await browser.send("/desk/sign-in", { code: text }, "/desk/sign-in/code")).status, 200);
	}
	const twice = new URLSearchParams([
		["email", "a"],
		["email", "b"],
		["password[x]", "c"],
	]);
	assert.equal((await browser.send("/desk/sign-in", twice)).status, 200);
	const forged = await browser.ask("/desk/sign-in", { method: "POST", body: new URLSearchParams(ada) });
	assert.equal(forged.status, 403, "a form that did not come from our page");
	assert.ok(!isRefusal(await enrolCode(council.ctx(), council.ada)));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { startSession } from "../../../platform/auth/index.ts";
import { officerById } from "../index.ts";
import { openDoors } from "../testing.ts";

const list = "/desk/admin/officers";

async function openManaged() {
	const council = await openDoors();
	const manager = await council.add("mo", ["admin"]);
	const signedIn = async (id: string) => {
		const browser = council.browser();
		const session = { subject: { kind: "officer", id }, method: "openid", agent: "Firefox" } as const;
		browser.jar.set("officer", await startSession(council.db, new Date(), session));
		return browser;
	};
	const at = `${list}/${council.ada}`;
	return { ...council, manager, signedIn, at, browser: await signedIn(manager) };
}

test("only who manages officers comes to their pages", async () => {
	await using council = await openManaged();
	const ada = await council.signedIn(council.ada);
	for (const path of [list, `${list}/new`, council.at]) assert.equal((await ada.ask(path)).status, 403, path);
	assert.equal((await ada.send("/desk/account", {}, `${council.at}/leaving`)).status, 403);
	const page = await council.browser.ask(list);
	assert.match(page.text, /ada@council\.example/);
	assert.match(page.text, /Trees/);
	assert.equal((await council.browser.ask(`${list}/0195d5a0-0000-7000-8000-00000000000f`)).status, 404);
	assert.equal((await council.browser.ask(`${list}/nobody`)).status, 400);
});

test("an officer is added, and the first password shown once lets them in to set up their code", async () => {
	await using council = await openManaged();
	const fields = new URLSearchParams([
		["name", "Bob Birch"],
		["email", "bob@council.example"],
		["roles", "officer"],
		["teams", "trees"],
		["teams", "roads"],
	]);
	const added = await council.browser.send(`${list}/new`, fields, list);
	const password = /<strong>([a-z-]{23})<\/strong>/.exec(added.text)?.[1] ?? assert.fail(added.text);
	assert.equal(added.answer.headers.get("cache-control"), "no-store");
	const bob = await council.browser.send("/desk/account", { email: "bob@council.example", password }, "/desk/sign-in");
	assert.equal(bob.to, "/desk/sign-in/set-up");
	const again = await council.browser.send(`${list}/new`, fields, list);
	assert.match(again.text, /already/);
	assert.match(again.text, /value="Bob Birch"/);
});

test("what is wrong with a new officer is said beside the field, and what was typed stays", async () => {
	await using council = await openManaged();
	const typed = { name: "<b>Bob</b>", email: "not an address", roles: "officer" };
	const page = await council.browser.send(`${list}/new`, typed, list);
	assert.match(page.text, /href="#email"/);
	assert.match(page.text, /value="&lt;b&gt;Bob&lt;\/b&gt;"/);
	assert.match(page.text, /value="officer"[^>]* checked/);
	const king = await council.browser.send(`${list}/new`, { ...typed, email: "b@c.example", roles: "king" }, list);
	assert.match(king.text, /roles is not known/);
});

test("roles and teams are changed with boxes, also to none at all", async () => {
	await using council = await openManaged();
	const fields = new URLSearchParams([
		["roles", "auditor"],
		["teams", "roads"],
		["teams", "centre"],
	]);
	assert.equal((await council.browser.send(council.at, fields, `${council.at}/place`)).to, `${council.at}?done=place`);
	const ada = await officerById(council.db, council.ada);
	assert.deepEqual([ada?.roles, ada?.teams], [["auditor"], ["centre", "roads"]]);
	await council.browser.send(council.at, {}, `${council.at}/place`);
	assert.deepEqual((await officerById(council.db, council.ada))?.roles, []);
	const [change] = await council.db
		.selectFrom("audit.entry")
		.selectAll()
		.where("action", "=", "officer.changed")
		.execute();
	assert.deepEqual([change?.actor_id, change?.before], [council.manager, { roles: ["officer"], teams: ["trees"] }]);
});

test("who manages officers ends their sessions, lets them start again, and lets them go", async () => {
	await using council = await openManaged();
	const ada = await council.signedIn(council.ada);
	await council.browser.send(council.at, { session: "all" }, `${council.at}/ended-sessions`);
	assert.equal((await ada.ask("/desk/account")).status, 302);
	const again = await council.browser.send(council.at, {}, `${council.at}/fresh-start`);
	assert.match(again.text, /<strong>[a-z-]{23}<\/strong>/);
	const back = await council.signedIn(council.ada);
	assert.equal((await council.browser.send(council.at, {}, `${council.at}/leaving`)).to, `${council.at}?done=left`);
	assert.equal((await back.ask("/desk/account")).status, 302);
	assert.equal((await council.browser.send("/desk/account", {}, `${council.at}/leaving`)).status, 404);
	assert.match((await council.browser.ask(council.at)).text, /no longer sign in/);
});

test("nobody manages themselves", async () => {
	await using council = await openManaged();
	const own = `${list}/${council.manager}`;
	for (const what of ["place", "leaving", "fresh-start"]) {
		const answer = await council.browser.send("/desk/account", {}, `${own}/${what}`);
		assert.match(answer.text, /Somebody else must do this for you/, what);
	}
	assert.deepEqual((await officerById(council.db, council.manager))?.roles, ["admin"]);
});

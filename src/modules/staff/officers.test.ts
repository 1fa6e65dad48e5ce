import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { endSessionsOf, passwordMatches, startSession } from "../../platform/auth/index.ts";
import { isRefusal, NotFound } from "../../platform/refusal/index.ts";
import {
	addOfficer,
	changeOfficer,
	currentCode,
	enrolCode,
	officerById,
	officerLeaves,
	officersOf,
	resolveOfficer,
	rolesPart,
	setPassword,
	staffModule,
	startAgain,
	teamsPart,
} from "./index.ts";
import { credentialsById } from "./queries.ts";
import { openCouncil, password, someTeams } from "./testing.ts";

const nobody = "0195d5a0-0000-7000-8000-00000000000f";

test("an officer is added with a first password that is good, and only its hash is kept", async () => {
	await using council = await openCouncil();
	const added = await addOfficer(council.ctx(), {
		email: " Bob.Birch@Council.Example ",
		name: "Bob  Birch",
		roles: ["auditor", "officer", "officer"],
		teams: ["trees", "roads"],
	});
	assert.ok(!isRefusal(added));
	const officer = await officerById(council.db, added.id);
	assert.deepEqual(officer, {
		id: added.id,
		email: "bob.birch@council.example",
		name: "Bob Birch",
		roles: ["auditor", "officer"],
		teams: ["roads", "trees"],
		leftAt: null,
	});
	const known = await credentialsById(council.db, added.id);
	assert.equal(known?.passwordIsFirst, true);
	assert.equal(await passwordMatches(known?.passwordHash, added.password), true);
	const entries = await council.db.selectFrom("audit.entry").selectAll().execute();
	assert.ok(!JSON.stringify(entries).includes(added.password));
});

test("an officer is refused for what is wrong with them, by name", async () => {
	await using council = await openCouncil();
	const good = { email: "cy@council.example", name: "Cy", roles: ["officer"], teams: ["trees"] };
	const codeFor = async (change: Partial<Parameters<typeof addOfficer>[1]>) => {
		const outcome = await addOfficer(council.ctx(), { ...good, ...change });
		return isRefusal(outcome) ? outcome.code : "added";
	};
	assert.equal(await codeFor({ email: "not an address" }), "email");
	assert.equal(await codeFor({ name: "  " }), "name");
	assert.equal(await codeFor({ roles: ["king"] }), "unknown-role");
	assert.equal(await codeFor({ roles: ["constructor"] }), "unknown-role");
	assert.equal(await codeFor({ teams: ["nowhere"] }), "unknown-team");
	assert.equal(await codeFor({ password: "short" }), "password-short");
	assert.equal(await codeFor({ email: "ADA@council.example" }), "taken");
	assert.equal(await codeFor({}), "added");
});

test("of ten who add the same officer at once, one does", async () => {
	await using council = await openCouncil();
	const officer = { email: "dee@council.example", name: "Dee", roles: [], teams: ["trees"], password };
	const outcomes = await Promise.all(Array.from({ length: 10 }, () => addOfficer(council.ctx(), officer)));
	assert.equal(outcomes.filter((outcome) => !isRefusal(outcome)).length, 1);
});

test("a session's token brings its officer with teams and permissions, until it is ended", async () => {
	await using council = await openCouncil();
	const now = new Date();
	const resolve = resolveOfficer(council.house);
	const subject = { kind: "officer", id: council.ada } as const;
	const token = await startSession(council.db, now, { subject, method: "openid", agent: "" });
	const ada = await resolve(token, now);
	assert.deepEqual(ada, {
		kind: "officer",
		id: council.ada,
		name: "ada",
		email: "ada@council.example",
		roles: ["officer"],
		teams: ["trees"],
		permissions: new Set(["requests.read", "requests.work"]),
	});
	assert.equal(await resolve(`${token}=`, now), undefined);
	assert.equal(await resolve("", now), undefined);
	assert.equal(await resolve(token.toLowerCase(), now), undefined);
	assert.equal(await resolve(token, new Date(now.getTime() + 3_600_000)), undefined, "an hour idle");
	await endSessionsOf(council.db, now, subject, "all");
	assert.equal(await resolve(token, now), undefined);
});

test("a session in use goes on past an hour, and ends after twelve however busy", async () => {
	await using council = await openCouncil();
	const resolve = resolveOfficer(council.house);
	const began = new Date();
	const at = (minutes: number) => new Date(began.getTime() + minutes * 60_000);
	const subject = { kind: "officer", id: council.ada } as const;
	const token = await startSession(council.db, began, { subject, method: "openid", agent: "" });
	for (let minutes = 50; minutes < 720; minutes += 50) assert.ok(await resolve(token, at(minutes)), `${minutes}`);
	assert.ok(await resolve(token, at(719)));
	assert.equal(await resolve(token, at(720)), undefined);
});

test("roles and teams that are taken away are gone at the next click", async () => {
	await using council = await openCouncil();
	const now = new Date();
	const resolve = resolveOfficer(council.house);
	const subject = { kind: "officer", id: council.ada } as const;
	const token = await startSession(council.db, now, { subject, method: "openid", agent: "" });
	assert.ok(!isRefusal(await changeOfficer(council.ctx(), council.ada, { roles: ["auditor"], teams: ["roads"] })));
	const ada = await resolve(token, now);
	assert.deepEqual([ada?.teams, [...(ada?.permissions ?? [])]], [["roads"], ["requests.read", "audit.read"]]);
	await officerLeaves(council.ctx(), council.ada);
	assert.equal(await resolve(token, now), undefined);
	assert.deepEqual(await officersOf(council.db, { team: "roads" }), []);
	await assert.rejects(changeOfficer(council.ctx(), council.ada, { roles: [], teams: [] }), NotFound);
	assert.deepEqual(await council.ledger(), ["officer.added", "officer.changed", "officer.left"]);
});

test("nobody takes away their own roles or leaves by their own hand", async () => {
	await using council = await openCouncil();
	const session = { subject: { kind: "officer", id: council.ada }, method: "openid", agent: "" } as const;
	const actor = await resolveOfficer(council.house)(await startSession(council.db, new Date(), session), new Date());
	assert.ok(actor);
	const ctx = { ...council.ctx(), actor };
	for (const outcome of [
		await changeOfficer(ctx, council.ada, { roles: [], teams: [] }),
		await officerLeaves(ctx, council.ada),
	])
		assert.equal(isRefusal(outcome) && outcome.code, "own-account");
});

test("another password ends every session, and one that would be guessed is refused", async () => {
	await using council = await openCouncil();
	const now = new Date();
	const session = { subject: { kind: "officer", id: council.ada }, method: "openid", agent: "" } as const;
	const token = await startSession(council.db, now, session);
	const refused = await setPassword(council.ctx(), council.ada, "Password2026!");
	assert.equal(isRefusal(refused) && refused.code, "password-common");
	assert.ok(await resolveOfficer(council.house)(token, now));
	assert.ok(!isRefusal(await setPassword(council.ctx(), council.ada, "seven gulls over teesport")));
	assert.equal(await resolveOfficer(council.house)(token, now), undefined);
	await assert.rejects(setPassword(council.ctx(), nobody, "seven gulls over teesport"), NotFound);
});

test("a one-time code is sealed for its officer, and one already used is not offered again", async () => {
	await using council = await openCouncil();
	assert.equal(await currentCode(council.house, "ada@council.example"), undefined);
	const { secret } = await enrolCode(council.ctx(), council.ada);
	const known = await credentialsById(council.db, council.ada);
	assert.ok(known?.codeSecret && !known.codeSecret.includes(secret));
	const first = await currentCode(council.house, "ADA@council.example");
	assert.match(first ?? "", /^\d{6}$/);
	const step = Math.floor(Date.now() / 30_000) + 1;
	await council.db.updateTable("staff.officer").set({ code_used_step: step }).execute();
	assert.notEqual(await currentCode(council.house, "ada@council.example"), first);
	assert.equal(await currentCode(council.house, "nobody@council.example"), undefined);
});

test("who lost both starts again: a first password, no code, no session", async () => {
	await using council = await openCouncil();
	await enrolCode(council.ctx(), council.ada);
	const again = await startAgain(council.ctx(), council.ada);
	assert.ok(!isRefusal(again));
	const known = await credentialsById(council.db, council.ada);
	assert.deepEqual([known?.codeSecret, known?.passwordIsFirst], [null, true]);
	assert.equal(await passwordMatches(known?.passwordHash, again.password), true);
	assert.equal(await passwordMatches(known?.passwordHash, password), false);
});

test("teams follow the pack: a new name is taken, one that is gone is retired and can come back", async () => {
	await using council = await openCouncil();
	const rows = () =>
		council.db.selectFrom("staff.team_view").select(["id", "name", "retired_at"]).orderBy("id").execute();
	const opened = await rows();
	await staffModule.opens?.(council.ctx());
	assert.ok(isDeepStrictEqual(await rows(), opened));
	const [centre, trees] = someTeams;
	assert.ok(centre && trees);
	teamsPart.put(council.house, [centre, { ...trees, name: "Trees and woodland" }]);
	const now = new Date();
	await staffModule.opens?.(council.ctx(now));
	assert.deepEqual(await rows(), [
		{ id: "centre", name: "Customer centre", retired_at: null },
		{ id: "roads", name: "Roads", retired_at: now },
		{ id: "trees", name: "Trees and woodland", retired_at: null },
	]);
	teamsPart.put(council.house, someTeams);
	await Promise.all([staffModule.opens?.(council.ctx()), staffModule.opens?.(council.ctx())]);
	assert.deepEqual(await rows(), opened);
});

test("a role the pack no longer has allows nothing", async () => {
	await using council = await openCouncil();
	const session = { subject: { kind: "officer", id: council.ada }, method: "openid", agent: "" } as const;
	const token = await startSession(council.db, new Date(), session);
	rolesPart.put(council.house, { auditor: { name: "Auditor", may: ["audit.read"] } });
	const ada = await resolveOfficer(council.house)(token, new Date());
	assert.deepEqual([...(ada?.permissions ?? ["?"])], []);
});

/** What is done to officers by whoever manages them. */
import { v7 as newId } from "uuid";
import {
	codeOf,
	endSessionsOf,
	hashPassword,
	judgePassword,
	newCodeSecret,
	newPassphrase,
	stepAt,
} from "../../platform/auth/index.ts";
import { audit } from "../../platform/audit/index.ts";
import { type Context, type House, systemContext } from "../../platform/context/index.ts";
import type { Tx } from "../../platform/db/connect.ts";
import { isRefusal, NotFound, refuse } from "../../platform/refusal/index.ts";
import { credentialsByEmail, openCodeSecret, sealCodeSecret } from "./queries.ts";
import { type Placed, readEmail, readName, readPlace } from "./rules.ts";

/**
 * Adds an officer and gives the password to tell them: a first one, made here, unless one is given. Refused with `email`,
 * `name`, `unknown-role`, `unknown-team`, `taken`, or what is wrong with the password.
 */
export async function addOfficer(ctx: Context, given: Placed & { email: string; name: string; password?: string }) {
	const email = readEmail(given.email);
	if (isRefusal(email)) return email;
	const name = readName(given.name);
	if (isRefusal(name)) return name;
	const place = readPlace(ctx.house, given);
	if (isRefusal(place)) return place;
	const wrong = given.password === undefined ? undefined : judgePassword(given.password, [email, name]);
	if (wrong) return wrong;
	const password = given.password ?? newPassphrase();
	const officer = {
		id: newId(),
		email,
		name,
		roles: place.roles,
		password_hash: await hashPassword(password),
		password_is_first: given.password === undefined,
		created_at: ctx.now,
	};
	return ctx.house.db.transaction().execute(async (tx) => {
		const added = await tx
			.insertInto("staff.officer")
			.values(officer)
			.onConflict((on) => on.column("email").doNothing())
			.returning("id")
			.executeTakeFirst();
		if (!added) return refuse("taken");
		await join(tx, added.id, place.teams);
		await audit(tx, ctx, {
			action: "officer.added",
			subject: { kind: "officer", id: added.id },
			after: { name, ...place },
		});
		return { id: added.id, password };
	});
}

/** Gives an officer another password and ends their sessions. Refused with what is wrong with it. */
export async function setPassword(ctx: Context, id: string, password: string) {
	return changePassword(ctx, id, password, false);
}

/** Gives an officer who lost theirs a first password again, to be told to them, and has them set up a new one-time code. */
export async function startAgain(ctx: Context, id: string) {
	const password = newPassphrase();
	const changed = await changePassword(ctx, id, password, true);
	return isRefusal(changed) ? changed : { password };
}

async function changePassword(ctx: Context, id: string, password: string, isFirst: boolean) {
	return ctx.house.db.transaction().execute(async (tx) => {
		const officer = await lockOfficer(tx, id);
		if (isFirst && ctx.actor.id === id) return refuse("own-account");
		const wrong = judgePassword(password, [officer.email, officer.name]);
		if (wrong) return wrong;
		await tx
			.updateTable("staff.officer")
			.set({ password_hash: await hashPassword(password), password_is_first: isFirst })
			.$if(isFirst, (update) => update.set({ code_secret: null, code_used_step: null }))
			.where("id", "=", id)
			.execute();
		await endSessionsOf(tx, ctx.now, { kind: "officer", id }, "all");
		await audit(tx, ctx, {
			action: isFirst ? "officer.started-again" : "officer.password-set",
			subject: { kind: "officer", id },
		});
		return { id };
	});
}

/** Sets up a one-time code for an officer outside the browser, in place of any they had; base32. */
export async function enrolCode(ctx: Context, id: string): Promise<{ secret: string }> {
	const secret = newCodeSecret();
	await ctx.house.db.transaction().execute(async (tx) => {
		await lockOfficer(tx, id);
		await tx
			.updateTable("staff.officer")
			.set({ code_secret: sealCodeSecret(ctx.house, id, secret), code_used_step: null })
			.where("id", "=", id)
			.execute();
		await audit(tx, ctx, { action: "officer.code-enrolled", subject: { kind: "officer", id } });
	});
	return { secret };
}

/** The one-time code that would be taken now; undefined when nobody of that address has set one up. */
export async function currentCode(house: House, email: string): Promise<string | undefined> {
	const officer = await credentialsByEmail(house.db, email);
	if (!officer?.codeSecret) return undefined;
	const step = stepAt(systemContext(house, "Command line").now);
	// One that was used is not taken again; the next is, since clocks differ.
	const good = officer.codeUsedStep !== null && officer.codeUsedStep >= step ? step + 1 : step;
	return codeOf(openCodeSecret(house, officer.id, officer.codeSecret), good);
}

/** Gives an officer other roles and teams, from the next click on. */
export async function changeOfficer(ctx: Context, id: string, given: Placed) {
	const place = readPlace(ctx.house, given);
	if (isRefusal(place)) return place;
	return ctx.house.db.transaction().execute(async (tx) => {
		const before = await lockOfficer(tx, id);
		if (ctx.actor.id === id) return refuse("own-account");
		await tx.updateTable("staff.officer").set({ roles: place.roles }).where("id", "=", id).execute();
		const left = await tx
			.deleteFrom("staff.membership")
			.where("officer_id", "=", id)
			.returning("team_id as team")
			.execute();
		await join(tx, id, place.teams);
		await audit(tx, ctx, {
			action: "officer.changed",
			subject: { kind: "officer", id },
			before: { roles: before.roles, teams: left.map(({ team }) => team).sort() },
			after: place,
		});
		return { id };
	});
}

/** An officer leaves: their sessions end and they can no longer sign in; what they did keeps their name. */
export async function officerLeaves(ctx: Context, id: string) {
	return ctx.house.db.transaction().execute(async (tx) => {
		await lockOfficer(tx, id);
		if (ctx.actor.id === id) return refuse("own-account");
		await tx
			.updateTable("staff.officer")
			.set({ left_at: ctx.now, password_hash: null, code_secret: null, code_used_step: null })
			.where("id", "=", id)
			.execute();
		const ended = await endSessionsOf(tx, ctx.now, { kind: "officer", id }, "all");
		await audit(tx, ctx, { action: "officer.left", subject: { kind: "officer", id }, after: { sessionsEnded: ended } });
		return { id };
	});
}

async function join(tx: Tx, officerId: string, teams: readonly string[]): Promise<void> {
	if (teams.length === 0) return;
	const rows = teams.map((team) => ({ officer_id: officerId, team_id: team }));
	await tx.insertInto("staff.membership").values(rows).execute();
}

/** The row of an officer who has not left, locked. Throws `NotFound`. */
async function lockOfficer(tx: Tx, id: string) {
	const officer = await tx
		.selectFrom("staff.officer")
		.select(["id", "name", "email", "roles", "password_hash as passwordHash"])
		.where("id", "=", id)
		.where("left_at", "is", null)
		.forUpdate()
		.executeTakeFirst();
	if (!officer) throw new NotFound();
	return officer;
}

import { sql } from "kysely";
import { seal, unseal } from "../../platform/auth/index.ts";
import type { House } from "../../platform/context/index.ts";
import type { Handle } from "../../platform/db/connect.ts";

export type Officer = {
	id: string;
	email: string;
	name: string;
	roles: string[];
	teams: string[];
	leftAt: Date | null;
};

const held = sql<string[]>`array(select m.team_id from staff.membership m where m.officer_id = officer.id order by 1)`;

function officers(db: Handle) {
	return db
		.selectFrom("staff.officer as officer")
		.select(["officer.id", "officer.email", "officer.name", "officer.roles", "officer.left_at as leftAt"])
		.select(held.as("teams"));
}

/** The officers of a team who have not left, by name. */
export async function officersOf(db: Handle, { team }: { team: string }): Promise<Officer[]> {
	return officers(db)
		.innerJoin("staff.membership as membership", "membership.officer_id", "officer.id")
		.where("membership.team_id", "=", team)
		.where("officer.left_at", "is", null)
		.orderBy("officer.name")
		.execute();
}

/** Every officer, those who left last. */
export async function allOfficers(db: Handle): Promise<Officer[]> {
	return officers(db)
		.orderBy("officer.left_at", (by) => by.asc().nullsFirst())
		.orderBy("officer.name")
		.execute();
}

export async function officerById(db: Handle, id: string): Promise<Officer | undefined> {
	return officers(db).where("officer.id", "=", id).executeTakeFirst();
}

/** What signing in needs to know of an officer. */
export type Credentials = {
	id: string;
	name: string;
	email: string;
	roles: string[];
	passwordHash: string | null;
	passwordIsFirst: boolean;
	codeSecret: Buffer | null;
	codeUsedStep: number | null;
};

function credentials(db: Handle) {
	return db
		.selectFrom("staff.officer")
		.select([
			"id",
			"name",
			"email",
			"roles",
			"password_hash as passwordHash",
			"password_is_first as passwordIsFirst",
			"code_secret as codeSecret",
			"code_used_step as codeUsedStep",
		])
		.where("left_at", "is", null);
}

/** By address in any case, unless they have left. */
export async function credentialsByEmail(db: Handle, email: string): Promise<Credentials | undefined> {
	return credentials(db).where("email", "=", email.trim().toLowerCase()).executeTakeFirst();
}

export async function credentialsById(db: Handle, id: string): Promise<Credentials | undefined> {
	return credentials(db).where("id", "=", id).executeTakeFirst();
}

const use = "one-time code";

export function sealCodeSecret(house: House, officerId: string, secret: string): Buffer {
	return seal(house, use, officerId, secret);
}

export function openCodeSecret(house: House, officerId: string, sealed: Uint8Array): string {
	return unseal(house, use, officerId, sealed);
}

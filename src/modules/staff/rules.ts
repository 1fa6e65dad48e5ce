import type { House } from "../../platform/context/index.ts";
import { refuse } from "../../platform/refusal/index.ts";
import { roles, teams } from "./pack.ts";

/** Where an officer stands: which roles they hold and which teams they belong to, by id. */
export type Placed = { roles: readonly string[]; teams: readonly string[] };

/** The address an officer signs in with, in lower case. */
export function readEmail(typed: string) {
	const email = typed.trim().toLowerCase();
	return email.length <= 254 && /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)*$/.test(email) ? email : refuse("email");
}

export function readName(typed: string) {
	const name = typed.trim().replace(/\s+/g, " ");
	return name !== "" && name.length <= 100 ? name : refuse("name");
}

/** Each role and team once; refused when the pack does not know one of them. */
export function readPlace(house: House, given: Placed) {
	const knownRoles = new Set(roles(house).map((role) => role.id));
	const knownTeams = new Set(teams(house).map((team) => team.id));
	const role = given.roles.find((one) => !knownRoles.has(one));
	if (role !== undefined) return refuse("unknown-role", role);
	const team = given.teams.find((one) => !knownTeams.has(one));
	if (team !== undefined) return refuse("unknown-team", team);
	return { roles: [...new Set(given.roles)].sort(), teams: [...new Set(given.teams)].sort() };
}

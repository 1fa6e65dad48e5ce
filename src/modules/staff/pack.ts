import { z } from "zod";
import { type Permission, permissions } from "../../platform/auth/index.ts";
import type { House } from "../../platform/context/index.ts";
import { definePackPart } from "../../platform/module/index.ts";

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "is small letters, digits and hyphens");

const teamShape = z.strictObject({
	id,
	name: z.string().min(1).max(80),
	email: z.email().optional(),
	phone: z.string().optional(),
	tier: z.number().int().min(0).max(3).describe("0 self-serve, 1 a person to talk to, 2 processing team, 3 specialist"),
});

export type Team = z.infer<typeof teamShape>;

/** `teams.yaml`: the teams that work requests. */
export const teamsPart = definePackPart(
	"teams.yaml",
	z
		.array(teamShape)
		.min(1)
		.check((checked) => {
			for (const [at, team] of checked.value.entries()) {
				if (checked.value.findIndex((one) => one.id === team.id) === at) continue;
				checked.issues.push({
					code: "custom",
					input: team.id,
					path: [at, "id"],
					message: `there are two teams called ${team.id}`,
				});
			}
		}),
);

const roleShape = z.strictObject({
	name: z.string().min(1).max(60),
	may: z.array(z.enum(permissions)),
});

/** `roles.yaml`: what the officers of each role may do. */
export const rolesPart = definePackPart("roles.yaml", z.record(id, roleShape));

export type Role = { id: string; name: string; may: readonly Permission[] };

/** The council's teams, in the pack's order. */
export function teams(house: House): readonly Team[] {
	return teamsPart.of(house);
}

export function roles(house: House): readonly Role[] {
	return Object.entries(rolesPart.of(house)).map(([role, { name, may }]) => ({ id: role, name, may }));
}

/** What people call these teams; one the pack no longer has is called by its id. */
export function teamNames(house: House, ids: readonly string[]): string[] {
	return ids.map((one) => teams(house).find((team) => team.id === one)?.name ?? one);
}

export function roleNames(house: House, ids: readonly string[]): string[] {
	return ids.map((one) => roles(house).find((role) => role.id === one)?.name ?? one);
}

const known = new WeakMap<object, Map<string, ReadonlySet<Permission>>>();

/** All that officers of these roles may do. A role the pack no longer has allows nothing. The same set for the same roles. */
export function permissionsOf(house: House, held: readonly string[]): ReadonlySet<Permission> {
	const pack = rolesPart.of(house);
	let sets = known.get(pack);
	if (!sets) known.set(pack, (sets = new Map<string, ReadonlySet<Permission>>()));
	const key = held.join(" ");
	let set = sets.get(key);
	if (!set)
		sets.set(key, (set = new Set(held.flatMap((role) => (Object.hasOwn(pack, role) ? (pack[role]?.may ?? []) : [])))));
	return set;
}

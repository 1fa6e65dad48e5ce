import { type Law, laws } from "./gateways.ts";
import type { Grant, Purpose, Sight } from "./purpose.ts";

/** As much of a source's declaration as decides what may be seen of it. */
export type Declared = {
	readonly id: string;
	/** Nothing of it but that it has a record is for anybody here. */
	readonly flag?: boolean | undefined;
	readonly fields: readonly DeclaredField[];
};

export type DeclaredField = {
	readonly id: string;
	readonly shown: true | "verify" | "never";
	/** The law that lends it for some purposes only. */
	readonly law?: Law | undefined;
};

/** What of a source may be seen: each field is in one of the three lists. */
export type Seen = {
	/** Whether even its having a record may be known. */
	known: boolean;
	shown: readonly string[];
	/** May be compared with what the customer says, and not shown. */
	verify: readonly string[];
	hidden: readonly string[];
};

/** What officers of these roles may see of a source for a purpose: never more than the pack grants, and nothing by default. */
export function seen(purpose: Purpose, roles: readonly string[], source: Declared): Seen {
	const sights = mayState(purpose, roles) ? sightsOf(purpose.sources[source.id], roles) : [];
	const open = sights.some((sight) => sight !== "flag") && source.flag !== true;
	const shown: string[] = [];
	const verify: string[] = [];
	const hidden: string[] = [];
	for (const field of source.fields) {
		const lawful = open && isLawful(purpose, field);
		const granted = sights.some((sight) => sight === "all" || (sight !== "flag" && sight.includes(field.id)));
		if (lawful && granted && field.shown === true) shown.push(field.id);
		else if (lawful && field.shown !== "never" && purpose.verify.includes(field.id)) verify.push(field.id);
		else hidden.push(field.id);
	}
	return { known: sights.length > 0, shown, verify, hidden };
}

export function mayState(purpose: Purpose, roles: readonly string[]): boolean {
	return purpose.roles.some((role) => roles.includes(role));
}

/** Each sight that a grant gives to one of these roles. */
export function sightsOf(grant: Grant | undefined, roles: readonly string[]): Sight[] {
	if (grant === undefined) return [];
	if (typeof grant === "string" || Array.isArray(grant)) return [grant];
	return Object.entries(grant).flatMap(([role, sight]) => (roles.includes(role) ? [sight] : []));
}

/** A field that a law lends is for a purpose that comes through a gateway of that law. */
export function isLawful({ gateways }: Purpose, { law }: DeclaredField): boolean {
	return law === undefined || (laws.includes(law) && gateways[law] !== undefined);
}

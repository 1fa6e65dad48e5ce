import type { Permission } from "../auth/permissions.ts";

export type OfficerActor = {
	readonly kind: "officer";
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly teams: readonly string[];
	/** What the pack calls what they do; a definition may keep a step for some of them. */
	readonly roles: readonly string[];
	readonly permissions: ReadonlySet<Permission>;
};

/** Someone using the public site; `id` is known once they have signed in or come by a link that was sent to them. */
export type CustomerActor = { readonly kind: "customer"; readonly id: string | null; readonly name: string };

/** Another system that holds an API key. */
export type ClientActor = { readonly kind: "client"; readonly id: string; readonly name: string };

/** Front Door itself, doing what time or an event asks. */
export type SystemActor = { readonly kind: "system"; readonly id: null; readonly name: string };

export type Actor = OfficerActor | CustomerActor | ClientActor | SystemActor;

export const visitor: CustomerActor = { kind: "customer", id: null, name: "Customer" };

export function systemActor(name: string): SystemActor {
	return { kind: "system", id: null, name };
}

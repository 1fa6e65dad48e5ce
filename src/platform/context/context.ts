import { randomUUID } from "node:crypto";
import { type Actor, type OfficerActor, systemActor } from "./actor.ts";
import type { House } from "./house.ts";

/** Who acts, when, and in which house. Time and the actor enter through this and nowhere else. */
export type Context = {
	readonly house: House;
	readonly actor: Actor;
	/** The instant the work began; all that it writes carries this time. */
	readonly now: Date;
	/** Joins log lines, audit entries and events of one piece of work. */
	readonly correlation: string;
	/** Why personal data is looked at, where the work states it. */
	readonly purpose?: string;
};

export type OfficerContext = Context & { readonly actor: OfficerActor };

/** A context for work that no person asked for just now: jobs, start-up, the command line. */
export function systemContext(house: House, name: string, now = new Date()): Context {
	return { house, actor: systemActor(name), now, correlation: randomUUID() };
}

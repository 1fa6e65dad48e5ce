import type { Listener } from "../events/index.ts";
import type { Route } from "../http/route.ts";
import type { AnyJob } from "../jobs/job.ts";
import type { Context, House } from "../context/index.ts";
import type { Fault } from "./fault.ts";
import type { AnyPackPart } from "./pack.ts";

/** A fault of what one part of the pack says, seen beside the others. */
export type PartFault = Fault & { readonly part: AnyPackPart };

/** What a module says of the personal data it holds, so that subject access and erasure cannot forget it. */
export type PersonalData = {
	/** A table and what in it is personal. */
	table: string;
	what: string;
	purpose: string;
	/** The article and law it rests on. */
	basis: string;
	/** How long it is kept, in words. */
	kept: string;
};

export type Module = {
	readonly name: string;
	readonly routes: readonly Route[];
	readonly hears: readonly Listener[];
	readonly jobs: readonly AnyJob[];
	/** Work done on a clock: a crontab line in UTC and a sentence. */
	readonly daily: readonly { at: string; does: string; run: (ctx: Context) => Promise<void> }[];
	readonly personalData: readonly PersonalData[] | "none";
	readonly pack: readonly AnyPackPart[];
	/**
	 * What is wrong with what the pack says, beyond the shape of its parts. Asked once all are read; a part that could not be
	 * read is not in its place (`part.filled`).
	 */
	readonly faults: (house: House) => readonly PartFault[];
	/** What could be said more plainly; keeps nothing from opening. Asked by `pack check` only. */
	readonly advice: (house: House) => readonly PartFault[];
	/** Done once at every start, after the pack is read and the database is up to date. Must be quick and safe to repeat. */
	readonly opens?: (ctx: Context) => Promise<void>;
};

export function defineModule(module: {
	name: string;
	routes?: readonly Route[];
	hears?: readonly Listener[];
	jobs?: readonly AnyJob[];
	daily?: Module["daily"];
	personalData: readonly PersonalData[] | "none";
	pack?: readonly AnyPackPart[];
	faults?: Module["faults"];
	advice?: Module["advice"];
	opens?: (ctx: Context) => Promise<void>;
}): Module {
	const none = () => [];
	return { routes: [], hears: [], jobs: [], daily: [], pack: [], faults: none, advice: none, ...module };
}

import type { z } from "zod";
import type { Context } from "../context/index.ts";

/** Something that happened, in the past tense, with what a listener needs to begin. Never personal data. */
export type EventType<T> = { readonly name: string; readonly data: z.ZodType<T> };

export function defineEvent<T>(name: string, data: z.ZodType<T>): EventType<T> {
	return { name, data };
}

/** One listener, run as a job of its own: it may touch the network, and must be safe to run twice. */
export type Listener = {
	readonly event: string;
	/** What it does, in the words of the map of events. */
	readonly does: string;
	/** The job's name: `hear <event>: <does>`. */
	readonly job: string;
	readonly run: (ctx: Context, data: unknown) => Promise<void>;
};

export function hear<T>(event: EventType<T>, does: string, run: (ctx: Context, data: T) => Promise<void>): Listener {
	return {
		event: event.name,
		does,
		job: `hear ${event.name}: ${does}`,
		run: (ctx, data) => run(ctx, event.data.parse(data)),
	};
}

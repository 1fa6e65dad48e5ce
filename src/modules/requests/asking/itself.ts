import { type Context, systemActor } from "../../../platform/context/index.ts";

/** The same work, done by nobody: a request that goes on by itself. */
export function byItself(ctx: Context): Context {
	return { ...ctx, actor: systemActor("The system") };
}

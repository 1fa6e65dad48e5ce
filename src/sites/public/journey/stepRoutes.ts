import type { z } from "zod";
import type { Context } from "../../../platform/context/index.ts";
import { type Answer, deskRoute, route, type Route, type Upload, type Visit } from "../../../platform/http/index.ts";
import type { Limit } from "../../../platform/http/route.ts";

type Spec<P, Q, F> = {
	method: "GET" | "POST";
	/** From the draft on: `/:draft/answers`. */
	path: string;
	params: z.ZodType<P>;
	query?: z.ZodType<Q>;
	form?: z.ZodType<F>;
	files?: { most: number; bytes: number };
	limit?: Limit;
	handle: (
		ctx: Context,
		asked: { params: P; query: Q; form: F; files: readonly Upload[]; visit: Visit },
	) => Answer | Promise<Answer>;
};

/** A page of a journey: on the website for the customer, and at the desk for an officer who goes through it with them. */
export function stepRoutes<P, Q = Record<never, never>, F = Record<never, never>>({
	path,
	...spec
}: Spec<P, Q, F>): Route[] {
	return [
		route({ ...spec, may: "anyone", site: "public", path: `/services/:service/form${path}` }),
		deskRoute({
			...spec,
			may: "forms.fill",
			path: `/desk/forms/:service${path}`,
			handle: async (ctx, asked) => atDesk(await spec.handle(ctx, asked)),
		}),
	];
}

/** The same page among those of the desk. */
function atDesk(answer: Answer): Answer {
	return answer.kind === "page" ? { ...answer, current: "forms" } : answer;
}

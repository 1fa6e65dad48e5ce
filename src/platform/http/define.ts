import type { z } from "zod";
import type { Context, OfficerContext } from "../context/index.ts";
import { Forbidden } from "../refusal/index.ts";
import { type DeskSpec, type May, type OpenSpec, type RawInput, type Route, WrongShape } from "./route.ts";

type Nothing = Record<never, never>;

/** A route that anyone may use. */
export function route<P = Nothing, Q = Nothing, F = Nothing>(spec: OpenSpec<P, Q, F>): Route {
	return {
		...shape(spec),
		site: spec.site,
		crossSite: spec.crossSite ?? false,
		run: (ctx, raw) => answer(ctx, spec, raw),
	};
}

/** A route of the desk: without a permission to hold it does not compile. */
export function deskRoute<P = Nothing, Q = Nothing, F = Nothing>(spec: DeskSpec<P, Q, F>): Route {
	return {
		...shape(spec),
		site: "desk",
		crossSite: false,
		run: (ctx, raw) => answer(asOfficer(ctx, spec.may), spec, raw),
	};
}

/** The officer's context, when the actor is one and holds the permission; otherwise `Forbidden` is thrown. */
function asOfficer(ctx: Context, may: May): OfficerContext {
	const { actor } = ctx;
	if (actor.kind !== "officer") throw new Forbidden("not signed in");
	if (may !== "officer" && may !== "anyone" && !actor.permissions.has(may)) throw new Forbidden(may);
	return { ...ctx, actor };
}

function shape<P, Q, F>(spec: OpenSpec<P, Q, F> | DeskSpec<P, Q, F>) {
	const { method, path, may, files, limit, trouble } = spec;
	return {
		method,
		path,
		may,
		takesForm: method === "POST",
		...(files ? { files } : {}),
		...(limit ? { limit } : {}),
		...(trouble ? { trouble } : {}),
	};
}

type Asked<P, Q, F> = { params?: z.ZodType<P>; query?: z.ZodType<Q>; form?: z.ZodType<F> };

function answer<P, Q, F, C, A>(
	ctx: C,
	spec: Asked<P, Q, F> & {
		handle: (ctx: C, input: { params: P; query: Q; form: F } & Pick<RawInput, "files" | "visit">) => A;
	},
	raw: RawInput,
): A {
	return spec.handle(ctx, {
		params: check(spec.params, raw.params),
		query: check(spec.query, raw.query),
		form: check(spec.form, raw.form),
		files: raw.files,
		visit: raw.visit,
	});
}

function check<T>(schema: z.ZodType<T> | undefined, value: unknown): T {
	// A route that asks for nothing gets nothing: without a schema T is the empty record, which only its author can see.
	// oxlint-disable-next-line typescript/consistent-type-assertions -- the compiler cannot know which T has no schema
	if (!schema) return {} as T;
	const checked = schema.safeParse(value);
	if (checked.success) return checked.data;
	throw new WrongShape(checked.error.issues.map((issue) => `${issue.path.join(".") || "it"}: ${issue.message}`));
}

import type { z } from "zod";
import type { Permission } from "../auth/permissions.ts";
import type { Context, OfficerContext } from "../context/index.ts";
import type { Upload } from "./upload.ts";
import type { Answer } from "./answer.ts";

/** Who may use a route. `officer` is any officer who is signed in; a route without this does not compile. */
export type May = "anyone" | "officer" | Permission;

/** Which shell goes round its pages and which words its errors have. */
export type Site = "public" | "account" | "desk" | "api";

/** The parts of the request that a handler may want beside its checked input. */
export type Visit = {
	/** The path and query as asked for, for links that come back here. */
	readonly url: string;
	/**
	 * The caller's address, for counting; never stored readable, never logged. A home's IPv6 network is one address: it has
	 * 2^64 to be a stranger with each time.
	 */
	readonly address: string;
	readonly agent: string;
	/** A token for the forms on this page; asking for it sets the cookie it is checked against. */
	csrf(): string;
	cookie(name: string): string | undefined;
	/** Sets a cookie for the whole site: HttpOnly, SameSite=Lax, Secure under https. `seconds` 0 forgets it. */
	setCookie(name: string, value: string, seconds?: number): void;
};

/** Why a request was turned away before its handler could answer. */
export type Trouble = {
	status: 400 | 403 | 404 | 405 | 413 | 414 | 415 | 429 | 500 | 503;
	/** For 403: the form was too old or came from another site; the officer is no longer signed in; or it is not allowed. */
	because?: "form" | "signed-out" | "not-allowed";
	/** For 400: what was wrong, field by field. */
	problems: readonly string[];
	correlation: string;
};

export type Limit =
	/** Asks that cost something to answer or that create something: few a minute from one address. */
	| "submission"
	/** Guessing is worth something here. */
	| "sign-in";

/** Takes multipart files; how many at most and how large each may be. */
export type Takes = {
	readonly most: number;
	readonly bytes: number;
	/** Asked before the first file is taken in, with the fields that came before it: why nothing is taken from this sender. */
	readonly refuses?: (ctx: Context, fields: Readonly<Record<string, unknown>>) => Promise<string | undefined>;
};

type Spec<P, Q, F, C extends Context> = {
	method: "GET" | "POST";
	/** Fastify's form: `/desk/requests/:reference`. A noun; a change of state is a thing that is POSTed. */
	path: string;
	params?: z.ZodType<P>;
	query?: z.ZodType<Q>;
	/** The body of a POST from a form. Fields named twice arrive as arrays, `a[b]` as objects (qs). Text is cleaned. */
	form?: z.ZodType<F>;
	files?: Takes;
	limit?: Limit;
	/** APIs say what is wrong in their own format. */
	trouble?: (trouble: Trouble, url: string) => Answer;
	handle: (
		ctx: C,
		input: { params: P; query: Q; form: F; files: readonly Upload[]; visit: Visit },
	) => Answer | Promise<Answer>;
};

/** A route that anyone may use; who they are, if it matters, the handler asks for itself. */
export type OpenSpec<P, Q, F> = Spec<P, Q, F, Context> & {
	may: "anyone";
	site: Site;
	/** Other systems post here and hold no cookie: no CSRF token is asked for. Never on a route that reads a session. */
	crossSite?: boolean;
};

/** A route for officers who are signed in and hold the permission. */
export type DeskSpec<P, Q, F> = Spec<P, Q, F, OfficerContext> & { may: Exclude<May, "anyone"> };

/** A route as the server holds it. */
export type Route = {
	readonly site: Site;
	readonly method: "GET" | "POST";
	readonly path: string;
	readonly may: May;
	readonly files?: Takes;
	readonly crossSite: boolean;
	readonly takesForm: boolean;
	readonly limit?: Limit;
	readonly trouble?: (trouble: Trouble, url: string) => Answer;
	/** Checks the input and calls the handler. Throws `WrongShape` when the input is not what the route takes. */
	readonly run: (ctx: Context, raw: RawInput) => Answer | Promise<Answer>;
};

export type RawInput = { params: unknown; query: unknown; form: unknown; files: readonly Upload[]; visit: Visit };

/** The input is not of the shape the route takes. People never meet this by using our pages. */
export class WrongShape extends Error {
	readonly problems: readonly string[];
	constructor(problems: readonly string[]) {
		super("The request is not of the shape this route takes.");
		this.problems = problems;
	}
}

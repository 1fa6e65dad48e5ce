import { normalizeIP } from "@fastify/rate-limit";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Visit } from "./route.ts";

export type CookieRules = { secure: boolean };

/** Under https the prefix makes browsers refuse a cookie that a neighbouring host tries to plant. */
export function cookieName(name: string, { secure }: CookieRules): string {
	return secure ? `__Host-${name}` : name;
}

/** One request as its handler sees it. */
export class PageVisit implements Visit {
	readonly #request: FastifyRequest;
	readonly #reply: FastifyReply;
	readonly #rules: CookieRules;
	constructor(request: FastifyRequest, reply: FastifyReply, rules: CookieRules) {
		this.#request = request;
		this.#reply = reply;
		this.#rules = rules;
	}
	get url(): string {
		return this.#request.url;
	}
	get address(): string {
		return normalizeIP(this.#request.ip, 64);
	}
	get agent(): string {
		return (this.#request.headers["user-agent"] ?? "").slice(0, 300);
	}
	csrf(): string {
		this.#request.personal = true;
		return this.#reply.generateCsrf();
	}
	cookie(name: string): string | undefined {
		this.#request.personal = true;
		return this.#request.cookies[cookieName(name, this.#rules)];
	}
	setCookie(name: string, value: string, seconds?: number): void {
		this.#request.personal = true;
		this.#reply.setCookie(cookieName(name, this.#rules), value, {
			path: "/",
			httpOnly: true,
			sameSite: "lax",
			secure: this.#rules.secure,
			...(seconds === undefined ? {} : { maxAge: seconds }),
			...(seconds === 0 ? { expires: new Date(0) } : {}),
		});
	}
}

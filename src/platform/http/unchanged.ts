import type { FastifyRequest } from "fastify";

/** Whether the reader holds this very version already, by the tag that the answer carries (RFC 9110, 13.1.2). */
export function isUnchanged(request: FastifyRequest, tag: string | undefined): boolean {
	const held = request.headers["if-none-match"];
	if (tag === undefined || held === undefined) return false;
	// Weak comparison: the same text, however it was packed on its way.
	return held.split(",").some((one) => one.trim() === "*" || bare(one) === bare(tag));
}

function bare(tag: string): string {
	return tag.trim().replace(/^W\//, "");
}

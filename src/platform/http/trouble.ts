import { isDatabaseAway } from "../db/away.ts";
import { Forbidden, NotFound } from "../refusal/index.ts";
import { type Trouble, WrongShape } from "./route.ts";
import { TurnedAway } from "./turnedAway.ts";

type Verdict = Omit<Trouble, "correlation">;

const statuses = [400, 403, 404, 405, 413, 414, 415, 429, 503] as const;

/** What the person is told of an error. Whatever is not known here is a bug, and 500. */
export function troubleOf(error: unknown): Verdict {
	if (error instanceof NotFound) return { status: 404, problems: [] };
	if (error instanceof Forbidden) return { status: 403, because: "not-allowed", problems: [] };
	if (error instanceof WrongShape) return { status: 400, problems: error.problems };
	if (error instanceof TurnedAway) {
		const { status, because, problems } = error;
		return because ? { status, because, problems } : { status, problems };
	}
	if (isDatabaseAway(error)) return { status: 503, problems: [] };
	return frameworkTrouble(error) ?? { status: 500, problems: [] };
}

/** The web server's own errors, by the codes it documents. */
function frameworkTrouble(error: unknown): Verdict | undefined {
	if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
	if (error.code.startsWith("FST_CSRF")) return { status: 403, because: "form", problems: [] };
	if (error.code === "FST_INVALID_MULTIPART_CONTENT_TYPE") return { status: 415, problems: [] };
	if (!error.code.startsWith("FST_") || !("statusCode" in error)) return undefined;
	const status = statuses.find((known) => known === error.statusCode);
	if (status !== undefined) return { status, problems: [error.message] };
	return error.statusCode === 406 ? { status: 400, problems: [error.message] } : undefined;
}

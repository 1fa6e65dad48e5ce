import { type Answer, body } from "../../../platform/http/index.ts";
import type { Trouble } from "../../../platform/http/route.ts";
import { type Document, type Format, formatOf, isFormat, write } from "./format.ts";

/** The standard knows three statuses for what goes wrong, each with words that are shown to people. */
export type Wrong = { status: 400 | 403 | 404; says: readonly string[] };

export function wrong(status: Wrong["status"], ...says: string[]): Wrong {
	return { status, says };
}

export function isWrong(value: object): value is Wrong {
	return "says" in value && "status" in value;
}

export function answer(format: Format, document: Document, headers: Record<string, string> = {}): Answer {
	const written = write(format, document);
	return body(written.type, written.body, 200, headers);
}

export function answerWrong(format: Format, { status, says }: { status: number; says: readonly string[] }): Answer {
	const content = says.map((description) => ({ code: status, description }));
	const written = write(format, { root: "errors", content });
	return body(written.type, written.body, status);
}

/** Answers in the format that the extension names; any other extension is not found. */
export function inFormat(
	extension: string,
	handle: (format: Format) => Answer | Promise<Answer>,
): Answer | Promise<Answer> {
	if (!isFormat(extension)) return answerWrong("xml", wrong(404, "There are two formats: xml and json."));
	return handle(extension);
}

/** What the standard has no status for is its 400; what is ours keeps its own, so that senders try again. */
const troubleWords: Record<Trouble["status"], { status: number; says: string }> = {
	400: { status: 400, says: "The request is not of the shape this address takes." },
	403: { status: 403, says: "You may not do this." },
	404: { status: 404, says: "There is nothing at this address." },
	405: { status: 400, says: "This address does not take that method." },
	413: { status: 400, says: "The request is too large." },
	414: { status: 400, says: "The address is too long." },
	415: {
		status: 400,
		says: "The body must be a form: application/x-www-form-urlencoded or multipart/form-data.",
	},
	429: { status: 429, says: "Too many requests came from your address. Wait a minute and try again." },
	500: { status: 500, says: "Something went wrong here. It is not your request's fault. Try again later." },
	503: { status: 503, says: "The service is not available just now. Try again in a few minutes." },
};

/** What the server itself turns away, in the same shape. */
export function trouble({ status, problems }: Trouble, url: string): Answer {
	const known = troubleWords[status];
	return answerWrong(formatOf(url), { status: known.status, says: problems.length > 0 ? problems : [known.says] });
}

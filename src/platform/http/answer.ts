import type { Readable } from "node:stream";
import type { Html } from "../html/html.ts";

/** A page before its site puts header, navigation and footer around it. */
export type Page = {
	kind: "page";
	status: number;
	/** The `<title>` without the council's name, and without "Error: ", which `wrong` adds. */
	title: string;
	/** A sentence for search engines and shared links. */
	description?: string;
	/** What stands in `<main>`: the heading first. */
	main: Html;
	/** A back link or breadcrumbs, above `<main>`. */
	before?: Html;
	/** The page shows an error summary. */
	wrong?: boolean;
	/** The navigation entry that is current. */
	current?: string;
	/** The desk's lists and request pages use the whole width. */
	wide?: boolean;
	/** Scripts beside the one every page has, by their source name, such as `map`. */
	scripts?: readonly string[];
	headers?: Record<string, string>;
};

export type Answer =
	| Page
	| { kind: "redirect"; to: string; status: 302 | 303 | 307; headers?: Record<string, string> }
	| { kind: "body"; status: number; type: string; body: string | Buffer | Readable; headers?: Record<string, string> };

export function page(props: Omit<Page, "kind" | "status"> & { status?: number }): Page {
	return { kind: "page", status: 200, ...props };
}

/** After a form is accepted the browser is sent on with 303, so that reloading never submits again. */
export function redirect(to: string): Answer {
	return { kind: "redirect", to, status: 303 };
}

export function json(value: unknown, status = 200): Answer {
	return { kind: "body", status, type: "application/json; charset=utf-8", body: JSON.stringify(value) };
}

export function body(
	type: string,
	content: string | Buffer | Readable,
	status = 200,
	headers: Record<string, string> = {},
): Answer {
	return { kind: "body", status, type, body: content, headers };
}

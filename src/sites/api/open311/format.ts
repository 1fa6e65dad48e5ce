import { XMLBuilder } from "fast-xml-parser";

export type Format = "xml" | "json";

export function isFormat(extension: string): extension is Format {
	return extension === "xml" || extension === "json";
}

/** The format that an address asks for; XML, the one every client reads, when it asks for none. */
export function formatOf(url: string): Format {
	return /\.json(\?|$)/.test(url) ? "json" : "xml";
}

/** What a document may hold. An array stands under the name of many (`values`), each of its items under the name of one. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** `root` is left out in JSON, as is the name of each item of an array. */
export type Document = { root: Root; content: Value };

const items = {
	services: "service",
	service_requests: "request",
	service_request_updates: "request_update",
	errors: "error",
	attributes: "attribute",
	values: "value",
	endpoints: "endpoint",
	formats: "format",
	notes: "note",
} as const;

type Root = keyof typeof items | "service_definition" | "discovery";

const contentTypes: Record<Format, string> = {
	xml: "text/xml; charset=utf-8",
	json: "application/json; charset=utf-8",
};

export type Written = { type: string; body: string };

export function write(format: Format, { root, content }: Document): Written {
	const type = contentTypes[format];
	if (format === "json")
		return { type, body: JSON.stringify(content, (_, value: unknown) => (value === "" ? null : value)) };
	return {
		type,
		body: `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: elements(root, content) })}`,
	};
}

const builder = new XMLBuilder({ suppressEmptyNode: true, format: true, indentBy: "  ", ignoreAttributes: true });

/** As the builder takes it: an array becomes an element that holds its items under their own name. */
function elements(name: string, value: Value): unknown {
	if (typeof value === "string") return value.toWellFormed().replace(forbidden, "");
	if (value === null || typeof value !== "object") return value;
	if (isList(value))
		return value.length === 0 ? null : { [itemOf(name)]: value.map((one) => elements(itemOf(name), one)) };
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, elements(key, inner)]));
}

function isList(value: Exclude<Value, string | number | boolean | null>): value is readonly Value[] {
	return Array.isArray(value);
}

function itemOf(name: string): string {
	const found = Object.entries(items).find(([many]) => many === name);
	if (!found) throw new Error(`A list in a document is called ${name}, which has no name for one of its items.`);
	return found[1];
}

/** What XML 1.0 cannot hold even as an entity. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

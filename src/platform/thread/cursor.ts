/** Where a page of a list begins: opaque in the URL. One that was tampered with is as none, so the first page shows. */

/** The place of a row: when (null after every time) and which. */
export type Place = { readonly at: Date | null; readonly id: string };

const shape = /^(-|\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCursor({ at, id }: Place): string {
	return Buffer.from(`${at === null ? "-" : at.getTime()}.${id}`).toString("base64url");
}

export function readCursor(typed: string | undefined): Place | undefined {
	if (!typed || typed.length > 100) return undefined;
	const parts = shape.exec(Buffer.from(typed, "base64url").toString("latin1"));
	if (!parts?.[1] || !parts[2]) return undefined;
	const at = parts[1] === "-" ? null : new Date(Number(parts[1]));
	return at !== null && Number.isNaN(at.getTime()) ? undefined : { at, id: parts[2] };
}

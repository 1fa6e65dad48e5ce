/** How a stored file is sent: as the type we found, never as a page, and never run. */

import { kinds } from "./kinds.ts";
import { contentDisposition } from "./names.ts";

/** Images are shown in place; everything else is for saving, so that no reader runs it under the council's address. */
export function servingHeaders(file: { name: string; mediaType: string }): Record<string, string> {
	const kind = Object.values(kinds).find(({ mediaType }) => mediaType === file.mediaType);
	const type = kind?.mediaType ?? "application/octet-stream";
	return {
		"content-type": type === "text/plain" ? "text/plain; charset=utf-8" : type,
		"content-disposition": contentDisposition(file.name, kind?.image ? "inline" : "attachment"),
		"x-content-type-options": "nosniff",
		"content-security-policy": "default-src 'none'; sandbox",
		"cross-origin-resource-policy": "same-origin",
		"cache-control": "private, max-age=300",
	};
}

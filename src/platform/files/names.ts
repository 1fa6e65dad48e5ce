/** The names files come with: kept for people to recognise, never used to find or to type a file. */

import { cleanText } from "../formats/index.ts";
import { isRefusal } from "../refusal/index.ts";
import { type FileKind, kinds } from "./kinds.ts";

const longestStem = 100;
const known = /\.(jpe?g|jpe|jfif|png|webp|heic|heif|gif|bmp|tiff?|pdf|txt|csv|docx?|xlsx?|odt)$/i;
/** Names that Windows keeps for devices: a file so called cannot be saved there. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** `C:\photos\Our "street".HEIC` as a JPEG → `Our street.jpg`: the last part of the path, with the extension its bytes deserve. */
export function cleanName(typed: string, kind: FileKind): string {
	const base = typed.slice(-1000).split(/[/\\]/).at(-1) ?? "";
	const visible = cleanText(base, { max: 1000, lines: false });
	const plain = isRefusal(visible) ? "" : visible.replace(/[<>:"|?*;]/g, "").replace(/^[.\s]+|[.\s]+$/g, "");
	const stem = [...plain.replace(known, "")].slice(0, longestStem).join("").trim() || "file";
	return `${reserved.test(stem) ? "file " : ""}${stem}.${kinds[kind].extension}`;
}

/** The Content-Disposition header (RFC 6266): plain ASCII for old programs, and beside it the true name (RFC 8187) when they differ. */
export function contentDisposition(name: string, how: "inline" | "attachment"): string {
	const ascii = name
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.replace(/[^\x20-\x7e]/g, "_")
		.replace(/["\\%]/g, "_");
	const plain = `${how}; filename="${ascii}"`;
	if (ascii === name) return plain;
	const exact = encodeURIComponent(name.toWellFormed()).replace(
		/['()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
	);
	return `${plain}; filename*=UTF-8''${exact}`;
}

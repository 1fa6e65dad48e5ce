/** What people type, made safe to keep: the same words, without what cannot be seen and would mislead or not be stored. */

import { refuse, type Outcome } from "../refusal/index.ts";

/** Every code point that starts a new line somewhere: CR LF, CR, VT, FF, NEL, and Unicode's line and paragraph separators. */
const newLines = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** What no screen shows and PostgreSQL (NUL) or a terminal (ESC) would trip over. */
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** Soft hyphen, zero-width space, word joiner, byte order mark; direction marks, embeddings, overrides and isolates. */
const unseen = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
/** Joiners are letters' own in Persian, Hindi and family emoji, and a disguise between plain ones: `pay<joiner>pal`. */
const joiners = /(?<![^\u0000-\u007f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\u0000-\u007f])/gu;
/** Tag characters spell the flags of England, Scotland and Wales after a black flag; elsewhere they hide text from readers. */
const tags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]+\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

/**
 * The text to keep: composed (NFC), trimmed, without control, invisible or direction-changing characters. With `lines`, lines
 * end in `\n` and at most one in a row is empty; without, all is one line. Refuses more than `max` UTF-16 units, the
 * length that browsers count, rather than cut what a person wrote.
 */
export function cleanText(typed: string, { max, lines }: { max: number; lines: boolean }): Outcome<string, "too-long"> {
	const visible = typed
		.toWellFormed()
		.replace(newLines, "\n")
		.replace(controls, "")
		.replace(unseen, "")
		.replace(joiners, "")
		.replace(tags, "$1")
		.normalize("NFC");
	const text = lines
		? visible
				.split("\n")
				.map((line) => line.replaceAll("\t", " ").trimEnd())
				.join("\n")
				.replace(/\n{3,}/g, "\n\n")
				.trim()
		: visible.replace(/\s+/g, " ").trim();
	return text.length > max ? refuse("too-long", { max, length: text.length }) : text;
}

/** The text of a file in whatever encoding it came: UTF-8, UTF-16 with its mark or without, else Windows-1252, which old systems write. */

/** `note` is told once when the file turns out not to be UTF-8. */
export async function* decoded(
	bytes: AsyncIterable<Uint8Array>,
	note: (sentence: string) => void,
): AsyncGenerator<string> {
	let decoder: TextDecoder | undefined;
	let held = new Uint8Array();
	for await (const piece of bytes) {
		decoder ??= new TextDecoder(markOf(piece), { fatal: true });
		// A character may lie across two pieces; what was held back is read again if the file changes its mind.
		const whole = held.length === 0 ? piece : Buffer.concat([held, piece]);
		const end = decoder.encoding === "utf-8" ? lastWhole(whole) : whole.length - (whole.length % 2);
		const ready = decoder.encoding === "windows-1252" ? whole : whole.subarray(0, end);
		held = decoder.encoding === "windows-1252" ? new Uint8Array() : Uint8Array.from(whole.subarray(end));
		try {
			yield decoder.decode(ready, { stream: decoder.encoding !== "utf-8" });
		} catch {
			note("The file is not all in UTF-8: what is not was read as Windows-1252.");
			decoder = new TextDecoder("windows-1252");
			yield decoder.decode(whole, { stream: true });
			held = new Uint8Array();
		}
	}
	if (held.length > 0) yield new TextDecoder("windows-1252").decode(held);
}

function markOf(start: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
	if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
	if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
	// Without its mark, UTF-16 of our letters has every second byte empty.
	if (start.length >= 4 && start[1] === 0 && start[3] === 0 && start[0] !== 0) return "utf-16le";
	return start.length >= 4 && start[0] === 0 && start[2] === 0 && start[1] !== 0 ? "utf-16be" : "utf-8";
}

/** Where the last character that is all there ends. */
function lastWhole(bytes: Uint8Array): number {
	for (let back = 1; back <= Math.min(4, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return bytes.length;
		if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

/**
 * Pictures are drawn anew: what is stored is our own encoding of what could be seen. Where and on whose phone it was taken,
 * and whatever else was hidden in the file, does not survive.
 */

import type sharpLibrary from "sharp";
import { type Outcome, refuse } from "../refusal/index.ts";
import type { FileKind } from "./kinds.ts";

/** A picture as it is kept, and the small one for lists. Sizes in pixels. */
export type Picture = { kind: FileKind; body: Buffer; width: number; height: number; thumbnail: Buffer };

const longestEdge = 2400;
const thumbnailEdge = 320;
/** The largest sensors in common phones give 50 megapixels (8192 × 6144); a compressed bomb says it has thousands. Measured: a usual
 * photo of 12 takes 0.3 s and 130 MB for the whole process; 50 of them as a progressive JPEG, the worst, 1.7 s and 290 MB. */
const mostPixels = 52_000_000;
const seconds = 20;

type Sharp = typeof sharpLibrary;
let loaded: Promise<Sharp> | undefined;

/** Loaded with the first picture: its library takes some 20 MB that a process which never sees one need not hold. */
async function loadSharp(): Promise<Sharp> {
	loaded ??= import("sharp").then(({ default: sharp }) => {
		sharp.concurrency(1);
		sharp.cache(false);
		return sharp;
	});
	return loaded;
}

let last: Promise<unknown> = Promise.resolve();

/** One at a time: twenty photos at once would take twenty times the memory, and be done no sooner on the same cores. */
export async function drawAnew(path: string): Promise<Outcome<Picture, "too-big" | "not-readable">> {
	const sharp = await loadSharp();
	const mine = last.then(() => draw(sharp, path));
	last = mine.catch(() => undefined);
	return mine;
}

async function draw(sharp: Sharp, path: string): Promise<Outcome<Picture, "too-big" | "not-readable">> {
	try {
		const input = sharp(path, { failOn: "error", limitInputPixels: false, sequentialRead: true });
		const { width, height, hasAlpha } = await input.metadata();
		if (width * height > mostPixels) return refuse("too-big", { width, height });

		const source = sharp(path, { failOn: "error", limitInputPixels: mostPixels, sequentialRead: true });
		const sized = source
			.autoOrient()
			.resize(longestEdge, longestEdge, { fit: "inside", withoutEnlargement: true })
			.timeout({ seconds });
		const encoded = hasAlpha ? sized.webp({ quality: 82 }) : sized.jpeg({ quality: 82 });
		const { data, info } = await encoded.toBuffer({ resolveWithObject: true });

		const small = sharp(data).resize(thumbnailEdge, thumbnailEdge, { fit: "inside", withoutEnlargement: true });
		const thumbnail = await (hasAlpha ? small.webp({ quality: 75 }) : small.jpeg({ quality: 75 })).toBuffer();
		return { kind: hasAlpha ? "webp" : "jpeg", body: data, width: info.width, height: info.height, thumbnail };
	} catch (error) {
		// The library has no kinds of error: a broken file and one that takes too long both come as a sentence.
		return refuse("not-readable", { reason: error instanceof Error ? error.message : String(error) });
	}
}

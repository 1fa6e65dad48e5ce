import type { Readable } from "node:stream";

/** One file of a multipart form, already on disk in a temporary folder that is removed when the answer is sent. */
export type Upload = {
	/** The form field it came in. */
	field: string;
	/** The name the sender's machine gave it; not to be trusted. */
	name: string;
	/** Where its bytes are for now. */
	path: string;
	bytes: number;
	/** More bytes were sent than the route takes; the rest was thrown away. */
	tooBig: boolean;
	open(): Readable;
};

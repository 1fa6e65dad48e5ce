import { z } from "zod";
import { asked } from "./words.ts";

const acceptShape = z.enum(["photo", "pdf", "document"]);
export type Accept = z.infer<typeof acceptShape>;

export const fileKinds = [
	z.strictObject({ ...asked, kind: z.literal("photos"), most: z.int().min(1).max(10).default(5) }),
	/** Evidence: photos and documents. */
	z.strictObject({
		...asked,
		kind: z.literal("files"),
		most: z.int().min(1).max(10).default(5),
		accept: z.array(acceptShape).min(1).default(["photo", "pdf", "document"]),
	}),
] as const;

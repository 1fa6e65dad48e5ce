import { z } from "zod";
import { asked } from "./words.ts";

const acceptShape = z.enum(["photo", "pdf", "document"]);
export type Accept = z.infer<typeof acceptShape>;

export const fileKinds = [
	z.strictObject({
		...asked,
		kind: z.literal("photos").describe("Photos."),
		most: z.int().min(1).max(10).default(5).describe("At most so many."),
	}),
	z.strictObject({
		...asked,
		kind: z.literal("files").describe("Evidence: photos and documents."),
		most: z.int().min(1).max(10).default(5).describe("At most so many."),
		accept: z
			.array(acceptShape)
			.min(1)
			.default(["photo", "pdf", "document"])
			.describe("What may be given; all of them when left out."),
	}),
] as const;

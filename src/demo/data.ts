import { z } from "zod";
import { definePackPart } from "../platform/module/index.ts";

const lines = z.array(z.string().min(1)).min(1);

/** People, streets and words for the demonstration; a pack without them has none to show. */
export const demoPart = definePackPart(
	"demo.yaml",
	z.strictObject({
		officers: z.array(
			z.strictObject({
				name: z.string(),
				email: z.email(),
				roles: z.array(z.string()),
				teams: z.array(z.string()),
			}),
		),
		customers: lines,
		/** By the ward's name. */
		streets: z.record(z.string(), lines),
		/** By service and question. */
		words: z.record(z.string(), z.record(z.string(), lines)),
		/** By public stage. */
		notes: z.record(z.string(), lines),
		/** What officers write where a step asks something of them. */
		filledIn: lines,
		handOver: lines,
		closing: lines,
		/** Organisations that other systems know. */
		businesses: lines,
		/** What other systems say in words, by the field's id. */
		said: z.record(z.string(), lines),
		reopening: lines,
	}),
);

export type DemoData = ReturnType<typeof demoPart.of>;

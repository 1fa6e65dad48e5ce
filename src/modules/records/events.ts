import { z } from "zod";
import { defineEvent } from "../../platform/events/index.ts";
import { hows } from "./links/link.ts";

/** Two records, and all that were linked with either, are of one customer now: `head` is what it goes by. */
export const recordsLinked = defineEvent(
	"records.linked",
	z.object({ linkId: z.uuid(), a: z.uuid(), b: z.uuid(), how: z.enum(hows), head: z.uuid() }),
);

/** What was one customer is two: `heads` are what they go by, that of `a`'s side first. */
export const recordsParted = defineEvent(
	"records.parted",
	z.object({ linkId: z.uuid(), a: z.uuid(), b: z.uuid(), heads: z.tuple([z.uuid(), z.uuid()]) }),
);

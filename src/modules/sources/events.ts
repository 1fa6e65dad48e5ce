import { z } from "zod";
import { defineEvent } from "../../platform/events/index.ts";

/** Records of a source came in, changed or went: a file was taken in, or another system sent some. */
export const sourceImported = defineEvent("source.imported", z.object({ importId: z.uuid(), source: z.string() }));

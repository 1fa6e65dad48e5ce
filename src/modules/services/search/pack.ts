import { z } from "zod";
import { definePackPart } from "../../../platform/module/index.ts";
import { slug, words } from "../language/words.ts";

export const synonymsShape = z.strictObject({
	/** Lists of words that mean the same. */
	words: z.array(z.array(words).min(2)).default([]),
	/** What people call a service, by its id. */
	services: z.record(slug, z.array(words)).default({}),
});

export type Synonyms = z.infer<typeof synonymsShape>;

/** What people call things. A council without the file begins with the words of its definitions. */
export const synonymsPart = definePackPart("synonyms.yaml", synonymsShape, { without: { words: [], services: {} } });

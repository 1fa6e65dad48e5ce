import { z } from "zod";

/** The id of anything in a pack. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be small letters, digits and -");

/** The id of something inside a definition. */
export const id = slug.describe("What the rest of the definition calls it; never changed once it is live.");

export const words = z.string().trim().min(1);

/** A day on the wall calendar. */
export const day = z.iso.date();

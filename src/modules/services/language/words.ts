import { z } from "zod";

/** The id of anything in a pack. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, "must be small letters, digits and -");

export const words = z.string().trim().min(1);

/** A day on the wall calendar. */
export const day = z.iso.date();

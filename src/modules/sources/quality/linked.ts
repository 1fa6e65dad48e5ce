import { defineSlot } from "../../../platform/context/index.ts";
import type { Db } from "../../../platform/db/connect.ts";

/**
 * What is known of a source's records by those they are linked with, which stands rooms above this one: how many of them are
 * of somebody of whom the source has another, and how many say otherwise than another source does of the same customer.
 */
export type CountLinked = (db: Db, source: string) => Promise<{ duplicates: number; conflicts: number }>;

export const linkedSlot = defineSlot<CountLinked>("what links say of a source's records");

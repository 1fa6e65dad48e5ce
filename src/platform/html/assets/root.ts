import { join } from "node:path";

/** The folder of the repository, where `node_modules` stands. */
export const root = join(import.meta.dirname, "../../../..");

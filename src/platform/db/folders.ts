import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

export const migrationsFolder = join(root, "db", "migrations");
export const testServerFolder = join(root, "var", "test-postgres");
export const tableTypesFile = join(root, "src", "platform", "db", "tables.ts");
export const tableMapFile = join(root, "docs", "maps", "tables.txt");

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./root.ts";

const made = ["govuk-frontend", "@ministryofjustice/frontend", "leaflet", "sass", "esbuild"];

/** A name for everything that the assets are made from: our sources, the pack's theme and the packages' versions. */
export async function fingerprint(pack: string): Promise<string> {
	const sources = [
		...(await filesIn(import.meta.dirname)),
		...(await filesIn(join(pack, "theme"))),
		...made.map((name) => join(root, "node_modules", name, "package.json")),
	].filter((file) => !file.endsWith(".test.ts"));
	const contents = await Promise.all(sources.map((file) => readFile(file)));
	const hash = createHash("sha256");
	for (const content of contents) hash.update(String(content.length)).update(content);
	return hash.digest("hex").slice(0, 16);
}

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

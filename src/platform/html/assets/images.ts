import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Theme } from "../theme/index.ts";

/** Copies the pack's logo and icon. Whatever the pack calls them, pages know them as `logo.svg` and `favicon.svg`. */
export async function copyImages(pack: string, theme: Theme, folder: string): Promise<Record<string, string>> {
	const copies = await Promise.all(
		(["logo", "favicon"] as const).map(async (name) => {
			const content = await readFile(join(pack, "theme", theme[name]));
			const hashed = `${name}-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.svg`;
			await writeFile(join(folder, hashed), content);
			return [`${name}.svg`, hashed] as const;
		}),
	);
	return Object.fromEntries(copies);
}

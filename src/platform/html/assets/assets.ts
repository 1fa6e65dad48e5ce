import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { defineSlot } from "../../context/index.ts";
import { fingerprint } from "./fingerprint.ts";

/** The styles, scripts and images that pages load, built and named by their content. */
export type Assets = {
	/** What the server serves under `/assets/`: every file may be kept for ever. Text files have `.br` and `.gz` beside them. */
	folder: string;
	/**
	 * The address of an asset by its plain name: `site.css`, `desk.css`, `map.css`, `select.css`, `boot.js`, `desk.js`, `map.js`, `select.js`, `logo.svg`,
	 * `favicon.svg`. Throws for a name that was not built.
	 */
	url(name: string): string;
	has(name: string): boolean;
};

export const assetsSlot = defineSlot<Assets>("assets");

type Wanted = {
	/** The folder of the pack, whose theme gives colours, typeface and logo. */
	pack: string;
	/** Where to put them; what was built there before from the same sources is used again. */
	out: string;
	onProgress?: (sentence: string) => void;
};

const manifestSchema = z.record(z.string(), z.string());

/** Builds the assets, or finds them built. Sass and esbuild are loaded only when something changed. */
export async function buildAssets({ pack, out, onProgress }: Wanted): Promise<Assets> {
	const print = await fingerprint(pack);
	const folder = join(out, print);
	const manifest = `${folder}.json`;
	if (!existsSync(manifest)) {
		onProgress?.("Building styles and scripts");
		await build(pack, folder, manifest);
	}
	const names = manifestSchema.parse(JSON.parse(await readFile(manifest, "utf8")));
	return {
		folder,
		has: (name) => names[name] !== undefined,
		url(name) {
			const file = names[name];
			if (file === undefined) throw new Error(`There is no asset "${name}".`);
			return `/assets/${file}`;
		},
	};
}

// Two processes, or two houses of one, may start at once: each builds apart, and the one that is later finds the place taken by the same files.
async function build(pack: string, folder: string, manifest: string): Promise<void> {
	const apart = `${folder}.${randomUUID()}`;
	await mkdir(apart, { recursive: true });
	try {
		const { compile } = await import("./compile.ts");
		const names = await compile(pack, apart);
		await rename(apart, folder).catch((fault: unknown) => {
			if (!existsSync(folder)) throw fault;
		});
		await writeFile(`${apart}.json`, JSON.stringify(names, undefined, "\t"));
		await rename(`${apart}.json`, manifest);
	} finally {
		await rm(apart, { recursive: true, force: true });
	}
}

import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { compileAsync, Logger } from "sass";
import { readPart } from "../../module/index.ts";
import { type Theme, themeSchema } from "../theme/index.ts";
import { compressAll } from "./compress.ts";
import { copyImages } from "./images.ts";
import { root } from "./root.ts";
import { themeImporter } from "./themeSass.ts";

/** Builds every style, script and image into `folder`. Returns the file that each plain name became. */
export async function compile(pack: string, folder: string): Promise<Record<string, string>> {
	const theme = await readPart(pack, "theme/theme.yaml", themeSchema);
	const [built, images] = await Promise.all([bundle(theme, folder), copyImages(pack, theme, folder)]);
	await compressAll(folder);
	return { ...built, ...images };
}

async function bundle(theme: Theme, folder: string): Promise<Record<string, string>> {
	const here = import.meta.dirname;
	const { metafile } = await build({
		entryPoints: [
			...(await sourcesIn(join(here, "styles"), ".scss")),
			...(await sourcesIn(join(here, "scripts"), ".ts")),
		],
		bundle: true,
		minify: true,
		format: "esm",
		target: ["es2020", "chrome90", "firefox90", "safari15"],
		outdir: folder,
		// Leaflet's own entry is for script tags; this is the same as a module.
		alias: { leaflet: "leaflet/dist/leaflet-src.esm.js" },
		entryNames: "[name]-[hash]",
		assetNames: "[name]-[hash]",
		loader: { ".png": "file", ".svg": "file" },
		legalComments: "none",
		metafile: true,
		logLevel: "silent",
		plugins: [sassPlugin(theme)],
	});
	return Object.fromEntries(
		Object.entries(metafile.outputs).flatMap(([output, { entryPoint }]) =>
			entryPoint ? [[plainName(entryPoint), basename(output)]] : [],
		),
	);
}

const plainName = (source: string) =>
	basename(source)
		.replace(/\.scss$/, ".css")
		.replace(/\.ts$/, ".js");

// Those whose names begin with _ are parts of others.
async function sourcesIn(folder: string, ending: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	return entries
		.filter(({ name }) => name.endsWith(ending) && !name.startsWith("_") && !name.endsWith(".d.ts"))
		.map(({ name }) => join(folder, name));
}

function sassPlugin(theme: Theme): Plugin {
	return {
		name: "sass",
		setup({ onLoad }) {
			onLoad({ filter: /\.scss$/ }, async ({ path }) => {
				const { css } = await compileAsync(path, {
					loadPaths: [root],
					importers: [themeImporter(theme)],
					// The warnings are of the packages' own styles about each other.
					logger: Logger.silent,
				});
				return { contents: css, loader: "css", resolveDir: root };
			});
		},
	};
}

import type { Importer } from "sass";
import type { Theme } from "../theme/index.ts";

/** Lets a style say `@use "theme:council"` and have the pack's colours and typeface as Sass variables. */
export function themeImporter(theme: Theme): Importer<"async"> {
	return {
		canonicalize: (url) => (url.startsWith("theme:") ? new URL(url) : null),
		load: () => ({ contents: themeSass(theme), syntax: "scss" }),
	};
}

function themeSass({ colours, typeface }: Theme): string {
	const each = Object.entries(colours).map(([name, value]) => `$${kebab(name)}: ${value};`);
	return [...each, `$typeface: (${typeface});`].join("\n");
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

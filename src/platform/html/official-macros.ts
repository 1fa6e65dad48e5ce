import { createRequire } from "node:module";
import { dirname } from "node:path";
import { Html } from "./html.ts";

/** For tests: what the official macros make of the same options. */

type Filter = (...values: unknown[]) => unknown;

type Nunjucks = {
	FileSystemLoader: new (folders: string[]) => object;
	Environment: new (
		loader: object,
		options: { autoescape: boolean },
	) => {
		addFilter(name: string, filter: Filter): void;
		renderString(template: string, context: object): string;
	};
};

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
// Neither package says its types, so they are said here.
const nunjucks: Nunjucks = require("@11ty/nunjucks");
const filters: { date: Filter; mojDate: Filter } = require("@ministryofjustice/frontend/moj/filters/all.js")();

const environment = new nunjucks.Environment(
	new nunjucks.FileSystemLoader([`${folderOf("govuk-frontend")}/dist`, folderOf("@ministryofjustice/frontend")]),
	{ autoescape: true },
);
environment.addFilter("date", filters.date);
environment.addFilter("mojDate", filters.mojDate);

/** `component` as in the folder of macros, `macro` as it is called; `Html` in the options goes in as the string it holds. */
export function officially(component: string, macro: string, options: object): string {
	const template = `{% from "moj/components/${component}/macro.njk" import ${macro} %}{{ ${macro}(options) }}`;
	return officialTemplate(template, { options });
}

/** A template of ours, rendered with the official macros and layouts at hand. */
export function officialTemplate(template: string, context: object = {}): string {
	return environment.renderString(template, Object(plain(context)));
}

/** A date as the macros write it for people. */
export function dateInWords(timestamp: string, type: "datetime" | "date" | "time"): string {
	return String(filters.mojDate(timestamp, type));
}

function plain(value: unknown): unknown {
	if (value instanceof Html) return value.text;
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

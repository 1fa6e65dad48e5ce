import { breadcrumbs } from "../../../platform/html/govuk/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import { home } from "../services/trail.ts";
import { all } from "./addresses.ts";

/** The way back from a page of a life event. */
export function trailTo(items: readonly { text: string; href?: string }[]): Html {
	return breadcrumbs({ items: [home, { text: "Life events", href: all }, ...items] });
}

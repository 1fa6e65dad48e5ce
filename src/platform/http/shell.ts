import { type Context, defineSlot } from "../context/index.ts";
import type { Html } from "../html/html.ts";
import type { Page } from "./answer.ts";
import type { Site, Trouble, Visit } from "./route.ts";

/** What a site puts round its pages, and its own words for trouble. */
export type Shell = {
	/** The whole document. */
	wrap: (ctx: Context, page: Page, visit: Visit) => Html;
	/** A page in plain words for a status no handler answered. Must need no database. */
	trouble: (ctx: Context, trouble: Trouble) => Page;
};

/** One shell for each site that has pages, put in place at start-up. */
export const shellsSlot = defineSlot<Readonly<Record<Exclude<Site, "api">, Shell>>>("shells");

/** Coming back to a draft: by a link, by a code, and with an officer. */
export { draftByCode, draftByLink, type Found, type NotFound, openByCode, openByLink, type Spoken } from "./open.ts";
export { keepTyped } from "../actions.ts";
export { laterButton } from "../views/later.ts";
export { markOf, type Unfinished } from "./page.ts";
export { makeLink, type NewLink, saveForLater, type Ways, waysBack, withdrawCode, withdrawLink } from "./ways.ts";

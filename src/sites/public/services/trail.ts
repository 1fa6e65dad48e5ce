/** Nothing on these pages is of one visitor, so that browsers and caches may keep them for a minute. */
export const shared = { "cache-control": "public, max-age=60" };

/** Where the ways back begin. */
export const home = { text: "Home", href: "/" };
export const all = { text: "Services", href: "/services" };

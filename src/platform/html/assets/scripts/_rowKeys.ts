import type { Shortcut } from "./_shortcuts.ts";
import { lastOpened } from "./_workList.ts";

/** `j` and `k` go down and up a list; Enter opens as it does any link. */
export function rowKeys(): Shortcut[] {
	const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-rows] tbody th a")];
	if (links.length === 0) return [];
	const opened = lastOpened();
	const focused = () => links.findIndex((link) => link === document.activeElement);
	const go = (step: 1 | -1) => {
		const at = focused();
		const start = links.findIndex(({ pathname }) => pathname === opened);
		const to = at >= 0 ? at + step : start;
		links[Math.max(0, Math.min(links.length - 1, to))]?.focus();
		return true;
	};
	return [
		{ keys: ["j", "k"], says: "j and k move through the list, Enter opens", does: (key) => go(key === "j" ? 1 : -1) },
	];
}

import type { Shortcut } from "./_shortcuts.ts";

/** `/` goes to the search box. */
export function searchKey(): Shortcut[] {
	const search = document.querySelector<HTMLInputElement>("[data-search]");
	if (!search) return [];
	search.setAttribute("aria-keyshortcuts", "/");
	const does = () => {
		search.focus();
		search.select();
		return true;
	};
	return [{ keys: ["/"], says: "/ searches", does }];
}

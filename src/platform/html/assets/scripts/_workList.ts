/**
 * The list that an officer came from, kept for as long as the tab is open: the way back leads to it as it was, filters and all,
 * and the request before and after are one key away. References only, nothing about a person.
 */
import type { Shortcut } from "./_shortcuts.ts";

type List = { address: string; paths: string[] };

const kept = "list";
const queue = "/desk/requests";

export function rememberList(): void {
	const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-rows] tbody th a")];
	if (links.length === 0 || location.pathname !== queue) return;
	const list: List = {
		address: location.pathname + location.search,
		paths: links.map(({ pathname }) => pathname),
	};
	sessionStorage.setItem(kept, JSON.stringify(list));
}

/** The request of the list that was looked at last. */
export function lastOpened(): string | null {
	return sessionStorage.getItem(`${kept}-opened`);
}

/** On a request's page: the way back, and its neighbours in the list. */
export function neighbours(): Shortcut[] {
	const back = document.querySelector<HTMLAnchorElement>(`.govuk-back-link[href="${queue}"]`);
	const list = readList();
	if (!back || !list) return [];
	back.href = list.address;
	sessionStorage.setItem(`${kept}-opened`, location.pathname);
	const at = list.paths.indexOf(location.pathname);
	if (at < 0) return [];
	const [before, after] = [list.paths[at - 1], list.paths[at + 1]];
	const row = document.createElement("span");
	row.className = "fd-neighbours";
	row.append(link(before, "Previous"), ` ${at + 1} of ${list.paths.length} `, link(after, "Next"));
	back.after(row);
	const does = (key: string) => {
		const to = key === "j" ? after : before;
		if (to !== undefined) location.assign(to);
		return to !== undefined;
	};
	return [{ keys: ["j", "k"], says: "j and k open the next and the previous request", does }];
}

function link(path: string | undefined, text: string): HTMLElement {
	const element = document.createElement(path === undefined ? "span" : "a");
	element.textContent = text;
	if (element instanceof HTMLAnchorElement && path !== undefined) {
		element.href = path;
		element.className = "govuk-link";
	}
	return element;
}

/** The list that was open, when it can be believed. */
function readList(): List | undefined {
	const text = sessionStorage.getItem(kept);
	const list: unknown = text === null ? undefined : JSON.parse(text);
	return isList(list) ? list : undefined;
}

/** What another script put there is not followed anywhere but to the queue. */
function isList(value: unknown): value is List {
	if (typeof value !== "object" || value === null || !("address" in value) || !("paths" in value)) return false;
	const { address, paths } = value;
	const leads = (path: unknown, to: string) => typeof path === "string" && path.startsWith(to);
	return leads(address, queue) && Array.isArray(paths) && paths.every((path) => leads(path, `${queue}/`));
}

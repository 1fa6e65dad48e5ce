const remembered = "shortcuts";

/**
 * `/` goes to the search box. One key alone can be pressed by a slip or by speech software, so it can be turned off
 * (WCAG 2.1.4), and the machine remembers.
 */
export function shortcuts(): void {
	const search = document.querySelector<HTMLInputElement>("[data-search]");
	if (!search) return;
	search.setAttribute("aria-keyshortcuts", "/");
	document.addEventListener("keydown", (press) => {
		if (press.key !== "/" || press.ctrlKey || press.altKey || press.metaKey || !areOn() || isTyping(press.target))
			return;
		press.preventDefault();
		search.focus();
		search.select();
	});
	offerSwitch();
}

function offerSwitch(): void {
	const place = document.querySelector("[data-shortcuts]");
	if (!place) return;
	const button = document.createElement("button");
	button.type = "button";
	button.className = "fd-plain-button";
	const say = () => {
		button.textContent = areOn() ? "Turn off the / key for search" : "Turn on the / key for search";
	};
	button.addEventListener("click", () => {
		localStorage.setItem(remembered, areOn() ? "off" : "on");
		say();
	});
	say();
	place.append(button);
}

const areOn = () => localStorage.getItem(remembered) !== "off";

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}

/** One key that does something. `does` answers false when there is nothing to do, and the key keeps its own meaning. */
export type Shortcut = { keys: readonly string[]; says: string; does: (key: string) => boolean };

const remembered = "shortcuts";

/**
 * Keys of the desk. One key alone can be pressed by a slip or by speech software, so they can be turned off (WCAG 2.1.4), and
 * the machine remembers.
 */
export function shortcuts(known: readonly Shortcut[]): void {
	if (known.length === 0) return;
	document.addEventListener("keydown", (press) => {
		if (press.ctrlKey || press.altKey || press.metaKey || press.shiftKey || !areOn() || isTyping(press.target)) return;
		const shortcut = known.find(({ keys }) => keys.includes(press.key));
		if (shortcut?.does(press.key)) press.preventDefault();
	});
	offerSwitch(known);
}

function offerSwitch(known: readonly Shortcut[]): void {
	const place = document.querySelector("[data-shortcuts]");
	if (!place) return;
	const button = document.createElement("button");
	button.type = "button";
	button.className = "fd-plain-button";
	const words = document.createElement("span");
	const say = () => {
		words.textContent = areOn() ? `Keys: ${known.map(({ says }) => says).join(", ")}. ` : "";
		button.textContent = areOn() ? "Turn off these keys" : "Turn on the keys of the desk";
	};
	button.addEventListener("click", () => {
		localStorage.setItem(remembered, areOn() ? "off" : "on");
		say();
	});
	say();
	place.append(words, button);
}

const areOn = () => localStorage.getItem(remembered) !== "off";

function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
	);
}

import type { Shortcut } from "./_shortcuts.ts";

const chosenBy: Readonly<Record<string, string>> = { s: "same", d: "different", u: "unsure" };

/**
 * On the page of a pair: its neighbours in the list, and the verdicts. A key chooses, and leads to the reason where one is
 * needed, else to the button: nothing is saved by one slip of a finger.
 */
export function pairKeys(): Shortcut[] {
	return [...verdictKeys(), ...neighbourKeys()];
}

function verdictKeys(): Shortcut[] {
	const form = document.querySelector<HTMLFormElement>("form[data-verdicts]");
	if (!form) return [];
	const needing = (form.dataset["verdicts"] ?? "").split(" ");
	const does = (key: string) => {
		const verdict = chosenBy[key] ?? "";
		const radio = form.querySelector<HTMLInputElement>(`input[name="verdict"][value="${verdict}"]`);
		if (!radio) return false;
		radio.click();
		const why = form.querySelector<HTMLTextAreaElement>('textarea[name="why"]');
		const save = form.querySelector<HTMLButtonElement>("button[data-save]");
		(needing.includes(verdict) && why?.value === "" ? why : save)?.focus();
		return true;
	};
	const says = "s the same, d different, u cannot tell, then Enter saves";
	return [{ keys: Object.keys(chosenBy), says, does }];
}

function neighbourKeys(): Shortcut[] {
	const next = document.querySelector<HTMLAnchorElement>('a[data-pair="next"]');
	const previous = document.querySelector<HTMLAnchorElement>('a[data-pair="previous"]');
	if (!next && !previous) return [];
	const does = (key: string) => {
		const to = key === "j" || key === "ArrowRight" ? next : previous;
		if (to) location.assign(to.href);
		return to !== null;
	};
	return [{ keys: ["j", "k", "ArrowRight", "ArrowLeft"], says: "j and k open the next and the previous pair", does }];
}

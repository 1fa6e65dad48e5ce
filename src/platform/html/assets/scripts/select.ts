/** A list to choose one from, made searchable: type a part of any word of it. Without this script it is a plain list. */
import accessibleAutocomplete from "accessible-autocomplete";

for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-searchable]")) makeSearchable(select);

function makeSearchable(select: HTMLSelectElement): void {
	const { id } = select;
	const choices = [...select.options].filter(({ value }) => value !== "").map((option) => option.text);
	const described = select.getAttribute("aria-describedby")?.split(" ") ?? [];
	const wrong = select.classList.contains("govuk-select--error");
	accessibleAutocomplete.enhanceSelectElement({
		selectElement: select,
		defaultValue: select.selectedOptions[0]?.text ?? "",
		source: (typed, show) => show(found(choices, typed)),
		// What is chosen is what stands in the box, and never the first thing that happened to match.
		autoselect: false,
		confirmOnBlur: false,
		showAllValues: true,
		// Over the page: a menu within it moves the button away from under the pointer as it closes.
		displayMenu: "overlay",
		inputClasses: wrong ? "govuk-input--error" : null,
		onConfirm: (text) => text !== undefined && choose(select, text),
		tNoResults: () => "Nothing in the list matches",
		tAssistiveHint: () =>
			"Type to search the list. Use up and down arrows to look through what is found and Enter to choose. On a touch screen, touch or swipe.",
	});
	const box = document.getElementById(id);
	if (!(box instanceof HTMLInputElement)) return;
	box.addEventListener("input", () => choose(select, box.value));
	alwaysDescribed(box, described);
}

/** Chooses what reads so, and nothing when the list has nothing of that kind: a text that is not in it is not an answer. */
function choose(select: HTMLSelectElement, text: string): void {
	const sought = plain(text);
	const option = [...select.options].find((one) => one.value !== "" && plain(one.text) === sought);
	select.value = option?.value ?? "";
}

/** Those that begin with what was typed, then those with a word that does, then the rest that hold it. */
function found(choices: readonly string[], typed: string): string[] {
	const sought = plain(typed);
	const rank = (choice: string) => {
		const text = plain(choice);
		if (text.startsWith(sought)) return 0;
		if (text.includes(` ${sought}`)) return 1;
		return text.includes(sought) ? 2 : 3;
	};
	return [0, 1, 2].flatMap((place) => choices.filter((choice) => rank(choice) === place));
}

/** Without accents, capitals and marks: "Cote d'Ivoire" finds "Côte d’Ivoire". */
function plain(text: string): string {
	return text
		.normalize("NFKD")
		.replace(/[\p{M}'’]/gu, "")
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.toLowerCase();
}

/** The component says its own hint and forgets the question's hint and error, which a screen reader must say too. */
function alwaysDescribed(box: HTMLInputElement, ids: readonly string[]): void {
	if (ids.length === 0) return;
	const say = () => {
		const now = box.getAttribute("aria-describedby")?.split(" ").filter(Boolean) ?? [];
		const missing = ids.filter((one) => !now.includes(one));
		if (missing.length > 0) box.setAttribute("aria-describedby", [...missing, ...now].join(" "));
	};
	say();
	new MutationObserver(say).observe(box, { attributeFilter: ["aria-describedby"] });
}

// The package carries no types; this is the part that ours uses.
declare module "accessible-autocomplete" {
	type Options = {
		selectElement: HTMLSelectElement;
		defaultValue: string;
		source: (typed: string, show: (found: string[]) => void) => void;
		autoselect: boolean;
		confirmOnBlur: boolean;
		showAllValues: boolean;
		displayMenu: "inline" | "overlay";
		inputClasses: string | null;
		/** Undefined when the box is left without a choice. */
		onConfirm: (text: string | undefined) => void;
		tNoResults: () => string;
		tAssistiveHint: () => string;
	};
	const accessibleAutocomplete: { enhanceSelectElement(options: Options): void };
	export default accessibleAutocomplete;
}

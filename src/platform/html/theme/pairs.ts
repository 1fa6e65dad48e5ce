import type { Colours } from "./theme.ts";

type Pair = { front: keyof Colours; back: keyof Colours; least: 4.5 | 3; what: string };

const words = (front: keyof Colours, back: keyof Colours, what: string): Pair => ({ front, back, least: 4.5, what });
const shape = (front: keyof Colours, back: keyof Colours, what: string): Pair => ({ front, back, least: 3, what });

/** Every pair of colours that the styles put together, and the contrast it needs: 4.5 for words, 3 for the edges of controls. */
export const pairs: readonly Pair[] = [
	words("text", "page", "Text on a page"),
	words("text", "surface", "Text on a surface"),
	words("secondaryText", "page", "Hint text on a page"),
	words("secondaryText", "surface", "Hint text on a surface"),
	words("link", "page", "A link on a page"),
	words("link", "surface", "A link on a surface"),
	words("linkHover", "page", "A link under the pointer"),
	words("linkHover", "surface", "A link under the pointer, on a surface"),
	words("linkVisited", "page", "A visited link"),
	words("linkVisited", "surface", "A visited link on a surface"),
	words("brandText", "brand", "Words on the header"),
	words("buttonText", "button", "Words on a button"),
	words("buttonText", "buttonHover", "Words on a button under the pointer"),
	words("focusText", "focus", "Words on what has the focus"),
	words("text", "accent", "Words on a button of the header"),
	words("text", "focus", "Words on a button of the header under the pointer"),
	words("error", "page", "An error message"),
	words("error", "surface", "An error message on a surface"),
	words("success", "page", "A success message"),
	words("page", "success", "Words on a success panel"),
	shape("inputBorder", "page", "The edge of an input"),
	shape("inputBorder", "surface", "The edge of an input on a surface"),
	shape("button", "page", "A button's edge"),
	shape("button", "surface", "A button's edge on a surface"),
	// Focus is shown by the focus colour with a thick line of its text colour beside it, so that line must stand out everywhere.
	shape("focusText", "page", "The focus line on a page"),
	shape("focusText", "surface", "The focus line on a surface"),
	shape("focus", "brand", "The focus on the header"),
	shape("accent", "brand", "The mark of the current place on the header"),
];

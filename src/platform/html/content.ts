import { Html, html, type Renderable, render } from "./html.ts";

/** Every key may be left out or be undefined, so that a view can pass on what it has without branching. */
export type Optional<Props> = { [Key in keyof Props]?: Props[Key] | undefined };

/** What a person wrote or reads; escaped when shown. */
export type Words = string | number;

/** Words, or markup that is already safe; markup wins when both are given. */
export type Content = ({ text: Words } & Optional<{ html: Html }>) | ({ html: Html } & Optional<{ text: Words }>);

/** Content that may be left out altogether. */
export type MaybeContent = Optional<{ text: Words; html: Html }>;

/** What can be left out in place: `words && { text: words }`. */
export type Maybe<Part> = Part | false | null | undefined | "";

/** A list in which an item can be left out in place: `condition && item`. */
export type List<Item> = readonly Maybe<Item>[];

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/** Whether there is any markup to show. */
export function filled(markup: Html | false | null | undefined): markup is Html {
	return markup instanceof Html && markup.text !== "";
}

/** Whether there is anything to show. */
export function present(part: Maybe<MaybeContent>): part is MaybeContent {
	return part ? filled(part.html) || said(part.text) : false;
}

/** Whether there are any words; nought is one. */
export function said(words: Words | null | undefined): words is Words {
	return words === 0 || Boolean(words);
}

/** The markup if there is some, else the text. */
export function content(part: Maybe<MaybeContent>): Renderable {
	if (!part) return undefined;
	return filled(part.html) ? part.html : part.text;
}

/** Content in which plain text stands in a paragraph of its own. */
export function paragraphs(part: MaybeContent, className = "govuk-body"): Renderable {
	if (filled(part.html)) return part.html;
	return said(part.text) ? html`<p class="${className}">${part.text}</p>` : undefined;
}

/** Shows each item that is there. The number, from 1, counts those left out too, so that ids stay put. */
export function each<Item extends object>(
	items: List<Item> | null | undefined,
	show: (item: Item, number: number) => Renderable,
): Html {
	let out = "";
	let number = 0;
	for (const item of items ?? []) {
		number++;
		if (item) out += render(show(item, number));
	}
	return new Html(out);
}

import { button, input, insetText, select } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join } from "../../../platform/html/html.ts";
import { errorFor, type Field, groupOfBoxes, typedPart } from "./field.ts";

/** How an address is asked for now: by its postcode, from the list of what stands there, or line by line. */
export type AddressOffer =
	| { readonly way: "find" }
	| { readonly way: "list"; readonly postcode: string; readonly addresses: readonly { uprn: string; words: string }[] }
	| {
			readonly way: "by-hand";
			/** Why it is not a list. */
			readonly because?: "none-found" | "away" | "too-often";
			/** Whether a look-up can be tried. */
			readonly canLookUp: boolean;
	  };

/** The parts of an address question. Its buttons belong to the page's form, and say in `go` what is wanted instead of going on. */
export function addressView(field: Field, offer: AddressOffer = { way: "by-hand", canLookUp: false }): Html {
	const way = html`<input type="hidden" name="${field.question.id}[way]" value="${offer.way}">`;
	switch (offer.way) {
		case "find":
			return groupOfBoxes(field, html`${way}${find(field)}`);
		case "list":
			return groupOfBoxes(field, html`${way}${list(field, offer)}`);
		case "by-hand":
			return groupOfBoxes(field, html`${way}${byHand(field, offer)}`);
	}
}

/** Whether the page's own button would do nothing that "Find address" does not. */
export function isOnlyFound({ question, heading }: Pick<Field, "question" | "heading">, offer?: AddressOffer): boolean {
	return heading && !question.optional && offer?.way === "find";
}

function find(field: Field): Html {
	const { id } = field.question;
	return html`${input({
		...box(field, "postcode", "Postcode"),
		autocomplete: field.question.other ? "off" : "postal-code",
		spellcheck: false,
		classes: "govuk-input--width-10",
	})}
	${input({
		...box(field, "building", "Building number or name (optional)"),
		hint: { text: "For example, 15 or Prospect Cottage" },
		spellcheck: false,
		classes: "govuk-!-width-two-thirds",
	})}
	${button({
		text: "Find address",
		name: `${id}[go]`,
		value: "find",
		...(isOnlyFound(field, { way: "find" }) ? {} : { classes: "govuk-button--secondary" }),
	})}
	${links(field, [["by-hand", "Enter the address by hand"]])}`;
}

function list(field: Field, { postcode, addresses }: Extract<AddressOffer, { way: "list" }>): Html {
	const { id } = field.question;
	const count = `${addresses.length} address${addresses.length === 1 ? "" : "es"} found`;
	return html`<input type="hidden" name="${id}[postcode]" value="${postcode}">
	<input type="hidden" name="${id}[building]" value="${typedPart(field.typed, "building")}">
	${select({
		id: `${id}-uprn`,
		name: `${id}[uprn]`,
		label: { text: `Select an address at ${postcode}` },
		errorMessage: errorFor(field.problems),
		value: typedPart(field.typed, "uprn"),
		classes: "govuk-!-width-full",
		items: [{ value: "", text: count }, ...addresses.map(({ uprn, words }) => ({ value: uprn, text: words }))],
	})}
	${links(field, [
		["by-hand", "The address is not in the list"],
		["find", "Use another postcode"],
	])}`;
}

const why = {
	"none-found": (postcode: string) =>
		`We found no address at ${postcode || "that postcode"}. Check the postcode, or enter the address here.`,
	away: () => "We cannot look up addresses at the moment. Enter the address here.",
	"too-often": () => "You have looked up many addresses. Enter the address here, or wait 10 minutes and try again.",
} as const;

const lines: readonly { name: string; label: string; autocomplete: string; classes?: string }[] = [
	{ name: "line1", label: "Address line 1", autocomplete: "address-line1" },
	{ name: "line2", label: "Address line 2 (optional)", autocomplete: "address-line2" },
	{ name: "town", label: "Town or city", autocomplete: "address-level2", classes: "govuk-!-width-two-thirds" },
	{ name: "postcode", label: "Postcode", autocomplete: "postal-code", classes: "govuk-input--width-10" },
];

function byHand(field: Field, { because, canLookUp }: Extract<AddressOffer, { way: "by-hand" }>): Html {
	const said = because && why[because](typedPart(field.typed, "postcode"));
	const boxes = lines.map(({ name, label, autocomplete, classes }) =>
		input({
			...box(field, name, label),
			autocomplete: field.question.other ? "off" : autocomplete,
			classes,
		}),
	);
	return html`${said && insetText({ text: said })}${join(boxes)}${canLookUp && links(field, [["find", "Find the address by its postcode"]])}`;
}

function box({ question: { id }, typed, problems }: Field, name: string, label: string) {
	return {
		id: `${id}-${name}`,
		name: `${id}[${name}]`,
		label: { text: label },
		value: typedPart(typed, name),
		errorMessage: errorFor(problems.filter((problem) => problem.field === `${id}-${name}`)),
	};
}

/** Buttons that look like links, since they send what was typed so far. */
function links({ question: { id } }: Field, ways: readonly (readonly [go: string, words: string])[]): Html {
	return html`<p class="govuk-body fd-ways">${ways.map(
		([go, words]) =>
			html`<button type="submit" class="fd-button-link" name="${id}[go]" value="${go}" formnovalidate>${words}</button>`,
	)}</p>`;
}

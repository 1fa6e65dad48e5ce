import { input } from "../../../platform/html/govuk/index.ts";
import { type Html, join } from "../../../platform/html/html.ts";
import { errorFor, type Field, groupOfBoxes, typedPart } from "./field.ts";

const addressBoxes: readonly { name: string; label: string; autocomplete: string; classes?: string }[] = [
	{ name: "line1", label: "Address line 1", autocomplete: "address-line1" },
	{ name: "line2", label: "Address line 2 (optional)", autocomplete: "address-line2" },
	{ name: "town", label: "Town or city", autocomplete: "address-level2", classes: "govuk-!-width-two-thirds" },
	{ name: "postcode", label: "Postcode", autocomplete: "postal-code", classes: "govuk-input--width-10" },
];

/** An address, line by line. Somebody else's is not what the browser holds of its user. */
export function addressView(field: Field): Html {
	const { question, problems, typed } = field;
	const boxes = addressBoxes.map(({ name, label, autocomplete, classes }) =>
		input({
			id: `${question.id}-${name}`,
			name: `${question.id}[${name}]`,
			label: { text: label },
			value: typedPart(typed, name),
			autocomplete: question.other ? undefined : autocomplete,
			classes,
			errorMessage: errorFor(problems.filter((problem) => problem.field === `${question.id}-${name}`)),
		}),
	);
	return groupOfBoxes(field, join(boxes));
}

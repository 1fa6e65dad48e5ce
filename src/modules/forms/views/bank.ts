import { input } from "../../../platform/html/govuk/index.ts";
import { type Html, html, join } from "../../../platform/html/html.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { errorFor, type Field, groupOfBoxes, typedPart } from "./field.ts";

/** The GOV.UK pattern for bank or building society account details. */
export function bankView(question: QuestionOf<"bank">, field: Field): Html {
	const { id } = question;
	const box = (name: string) => ({
		id: `${id}-${name}`,
		name: `${id}[${name}]`,
		value: typedPart(field.typed, name),
		spellcheck: false,
		errorMessage: errorFor(field.problems.filter((problem) => problem.field === `${id}-${name}`)),
	});
	const checked = typedPart(field.typed, "checked");
	const boxes = [
		input({ ...box("name"), label: { text: "Name on the account" }, autocomplete: "name" }),
		input({
			...box("sortCode"),
			label: { text: "Sort code" },
			hint: { text: "Must be 6 digits long" },
			classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
			inputmode: "numeric",
		}),
		input({
			...box("accountNumber"),
			label: { text: "Account number" },
			hint: { text: "Must be between 6 and 8 digits long" },
			classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
			inputmode: "numeric",
		}),
		question.roll &&
			input({
				...box("roll"),
				label: { text: "Building society roll number (if you have one)" },
				hint: { text: "You can find it on your card, statement or passbook" },
				classes: "govuk-input--width-10 govuk-input--extra-letter-spacing",
			}),
		checked !== "" && html`<input type="hidden" name="${id}[checked]" value="${checked}">`,
	];
	return groupOfBoxes(field, join(boxes.filter((one) => one !== false)));
}

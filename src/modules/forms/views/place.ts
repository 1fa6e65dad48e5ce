import { input, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { errorFor, type Field, groupOfBoxes, typedPart } from "./field.ts";

/** A map to put a pin on where script runs, and boxes that answer without it. */
export function placeView({ id, asset }: QuestionOf<"place">, field: Field, map: Html | undefined): Html {
	const box = (name: string) => ({
		id: `${id}-${name}`,
		name: `${id}[${name}]`,
		errorMessage: errorFor(field.problems.filter((problem) => problem.field === `${id}-${name}`)),
	});
	return groupOfBoxes(
		field,
		html`${map}
		<p class="govuk-hint">A street or place is enough. The rest helps us to find it.</p>
		${input({
			...box("postcode"),
			label: { text: "Postcode, if you know it" },
			value: typedPart(field.typed, "postcode"),
			classes: "govuk-input--width-10",
			spellcheck: false,
			autocapitalize: "characters",
		})}
		${input({
			...box("street"),
			label: { text: "Street or place" },
			value: typedPart(field.typed, "street"),
			spellcheck: false,
		})}
		${textarea({
			...box("description"),
			label: { text: "Where exactly" },
			hint: { text: "For example, by the bus shelter or behind number 12" },
			value: typedPart(field.typed, "description"),
			rows: 3,
		})}
		${
			asset &&
			input({
				...box("asset"),
				label: { text: asset.needed ? asset.ask : `${asset.ask} (optional)` },
				value: typedPart(field.typed, "asset"),
				classes: "govuk-input--width-10",
				spellcheck: false,
			})
		}`,
	);
}

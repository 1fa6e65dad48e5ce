import { input, insetText, radios, textarea } from "../../../platform/html/govuk/index.ts";
import { type Html, html } from "../../../platform/html/html.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { errorFor, type Field, groupOfBoxes, typedPart } from "./field.ts";

/** The things of a layer near the place that was given; `found` is undefined until they were asked for. */
export type AssetOffer = { readonly found: readonly { readonly number: string; readonly words: string }[] | undefined };

/** A map to put a pin on where script runs, and boxes that answer without it. */
export function placeView(
	{ id, asset }: QuestionOf<"place">,
	field: Field,
	map: Html | undefined,
	offer: AssetOffer | undefined,
): Html {
	const box = (name: string) => ({
		id: `${id}-${name}`,
		name: `${id}[${name}]`,
		errorMessage: errorFor(field.problems.filter((problem) => problem.field === `${id}-${name}`)),
	});
	const checked = typedPart(field.typed, "checked");
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
		${asset && offer && nearest(id, field, offer)}
		${
			asset &&
			input({
				...box("asset"),
				label: { text: asset.needed ? asset.ask : `${asset.ask} (optional)` },
				value: typedPart(field.typed, "asset"),
				classes: "govuk-input--width-10",
				spellcheck: false,
			})
		}
		${checked !== "" && html`<input type="hidden" name="${id}[checked]" value="${checked}">`}`,
	);
}

/** What stands near the place, to pick from, and the button that looks again. */
function nearest(id: string, field: Field, { found }: AssetOffer): Html {
	const look = html`<p class="govuk-body fd-ways"><button type="submit" class="fd-button-link" name="${id}[go]" value="near" formnovalidate>${
		found ? "Look again near this place" : "Show the numbers near this place"
	}</button></p>`;
	if (!found) return look;
	if (found.length === 0)
		return html`${insetText({ text: "We know none near this place. Enter the number, if you can read it." })}${look}`;
	return html`<input type="hidden" name="${id}[listed]" value="1">${radios({
		name: `${id}[pick]`,
		idPrefix: `${id}-pick`,
		fieldset: { legend: { text: "Which of these is it?", classes: "govuk-fieldset__legend--s" } },
		value: typedPart(field.typed, "pick"),
		classes: "govuk-radios--small",
		items: [
			...found.map(({ number, words }) => ({ value: number, text: words })),
			{ divider: "or" },
			{ value: "other", text: "Another one, or I do not know" },
		],
	})}${look}`;
}

import { select } from "../../../platform/html/govuk/index.ts";
import type { Html } from "../../../platform/html/html.ts";
import type { QuestionOf } from "../reading/reading.ts";
import { box, type Field } from "./field.ts";

/** A list to choose one from; the first line is no answer. */
export function selectView(question: QuestionOf<"select">, field: Field): Html {
	const { value, ...rest } = box(field);
	return select({
		...rest,
		value,
		attributes: { "data-searchable": "" },
		items: [
			{ value: "", text: "" },
			...question.options.map((option) => ({ value: option.value, text: option.label })),
		],
	});
}

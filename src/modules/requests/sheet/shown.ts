import type { Answers, Form } from "../../forms/index.ts";
import type { AskedCard } from "./cards.views.ts";
import { linesOf } from "./sheet.ts";

/** The answers, those that are sealed only for whoever may see them; else how many there are. */
export function shownTo(maySee: boolean, form: Form, answers: Answers): AskedCard["rows"] {
	const lines = linesOf(form, answers);
	const sealed = lines.filter((line) => line.sealed && !maySee).length;
	return [
		...lines
			.filter((line) => maySee || !line.sealed)
			.map(({ question, answer }) => ({ name: question, value: answer })),
		...(sealed === 0 ? [] : [{ name: "Sealed", value: `${sealed} ${sealed === 1 ? "answer" : "answers"}` }]),
	];
}

import { type Html, join } from "../../../platform/html/html.ts";
import type { Question } from "../question.ts";
import type { Problem, Typed } from "../reading/reading.ts";
import { fieldView } from "./field.ts";
import { type FilesSoFar, filesView } from "./files.ts";

/**
 * The boxes of several questions within a form that asks for other things too, such as one of the desk. `named` gives each box
 * a name that no other box of that form has, from the question's id; `files` are those that were added so far. Not for places.
 */
export function questionFields(
	questions: readonly Question[],
	read: { typed: Readonly<Record<string, Typed>>; problems: readonly Problem[] },
	named: (id: string) => string,
	files: Readonly<Record<string, FilesSoFar>> = {},
): Html {
	return join(
		questions.map((question) => {
			const field = {
				typed: read.typed[question.id],
				problems: read.problems
					.filter((problem) => problem.question === question.id)
					.map((problem) => ({ ...problem, field: named(problem.field) })),
				heading: false,
			};
			if (question.kind === "photos" || question.kind === "files") {
				const asked = { ...question, id: named(question.id) };
				return filesView(asked, { ...field, question: asked }, files[question.id]);
			}
			return fieldView({ ...field, question: { ...question, id: named(question.id) } });
		}),
	);
}

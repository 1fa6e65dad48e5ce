import { answerInWords, type Answers } from "../forms/index.ts";
import type { Service } from "./service.ts";

/** The line that stands for a request in lists, made from its answers; the service's name when nothing was said. */
export function summaryFor(service: Service, answers: Answers): string {
	const { register, name } = service.definition;
	const summary = register.summary
		.replaceAll(/\{(\w+)\}/g, (_, id: string, at: number) => {
			const question = service.form.questions.get(id);
			const value = answers[id];
			if (!question || value === undefined) return "";
			const words = answerInWords(question, value);
			return question.kind === "choice" || question.kind === "choices" || question.kind === "select"
				? inASentence(words, at === 0)
				: words;
		})
		.replaceAll(/\s+/g, " ")
		.replaceAll(/^[\s:,]+|[\s:,]+$/g, "")
		.trim();
	return (summary || name).slice(0, 200);
}

/** Labels begin with a capital where they stand alone: "Tyres, Garden waste" is "tyres, garden waste" within a line. */
function inASentence(labels: string, first: boolean): string {
	return labels
		.split(", ")
		.map((label, at) =>
			(first && at === 0) || !/^(\p{Lu}\p{Ll}|A )/u.test(label)
				? label
				: label.charAt(0).toLowerCase() + label.slice(1),
		)
		.join(", ");
}

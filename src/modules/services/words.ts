import { answerInWords, type Answers } from "../forms/index.ts";
import type { Service } from "./service.ts";

/** The line that stands for a request in lists, made from its answers; the service's name when nothing was said. */
export function summaryFor(service: Service, answers: Answers): string {
	const { register, name } = service.definition;
	const summary = register.summary
		.replaceAll(/\{(\w+)\}/g, (_, id: string) => {
			const question = service.form.questions.get(id);
			const value = answers[id];
			return question && value !== undefined ? answerInWords(question, value) : "";
		})
		.replaceAll(/\s+/g, " ")
		.replaceAll(/^[\s:,]+|[\s:,]+$/g, "")
		.trim();
	return (summary || name).slice(0, 200);
}

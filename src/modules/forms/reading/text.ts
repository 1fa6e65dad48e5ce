import { cleanText } from "../../../platform/formats/index.ts";
import { isRefusal } from "../../../platform/refusal/index.ts";
import { accept, calledOf, missing, type QuestionOf, type Reading, reject, textOf, tooLong } from "./reading.ts";

export function readText(question: QuestionOf<"text" | "long-text">, raw: unknown): Reading {
	return readWords(question, raw, { most: question.most, lines: question.kind === "long-text" });
}

/** A full name, in whatever characters people have. */
export function readName(question: QuestionOf<"name">, raw: unknown): Reading {
	return readWords(question, raw, { most: 100, lines: false });
}

function readWords(
	question: QuestionOf<"text" | "long-text" | "name">,
	raw: unknown,
	{ most, lines }: { most: number; lines: boolean },
): Reading {
	const { text, wrong } = textOf(raw);
	if (wrong) return reject(question, "", `${calledOf(question)} must be one piece of text`);
	const clean = cleanText(text, { max: most, lines });
	if (isRefusal(clean)) return reject(question, text, tooLong(calledOf(question), most));
	return clean === "" ? missing(question, text) : accept(text, clean);
}
